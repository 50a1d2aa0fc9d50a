<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Composition;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Balance\CheckBalance;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Drafts\CreateDocument;
use OrderInvoicer\Domain\Emails\NotifyCustomer;
use OrderInvoicer\Domain\Emails\SendHeldEmail;
use OrderInvoicer\Domain\Finalising\ChangeState;
use OrderInvoicer\Domain\Finalising\SendDocument;
use OrderInvoicer\Domain\Finalising\ValidateDocument;
use OrderInvoicer\Domain\FollowUps\FollowOrder;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\Payments\RecordPayment;
use OrderInvoicer\Domain\Refunds\AllocateCreditNote;
use OrderInvoicer\Domain\Refunds\CreateCreditNote;
use OrderInvoicer\Domain\Refunds\PayBack;
use OrderInvoicer\Features\CompanyRequests\Rules\ChangeCompany;
use OrderInvoicer\Features\TalkBack\Rules\FollowDocument;

/** Which use case works which effect. A new `TaskHandler` is named here. */
final class Handlers {

	/** @var array<string, TaskHandler> by Effect value. */
	public readonly array $by_effect;

	public function __construct(
		CreateDocument $create_document,
		CreateCreditNote $create_credit_note,
		ValidateDocument $validate_document,
		FollowOrder $follow_order,
		CheckBalance $check_balance,
		AllocateCreditNote $allocate_credit_note,
		PayBack $pay_back,
		RecordPayment $record_payment,
		SendDocument $send_document,
		NotifyCustomer $notify_customer,
		SendHeldEmail $send_held_email,
		ChangeState $change_state,
		ChangeCompany $change_company,
		FollowDocument $follow_document,
	) {
		$creates = array_map(
			static fn ( DocumentKind $kind ): string => Effect::create( $kind )->value,
			DocumentKind::of_orders()
		);

		$this->by_effect = [
			...array_fill_keys( $creates, $create_document ),
			Effect::CreateCreditNote->value   => $create_credit_note,
			Effect::ValidateInvoice->value    => $validate_document,
			Effect::ValidateCreditNote->value => $validate_document,
			Effect::FollowOrder->value        => $follow_order,
			Effect::CheckBalance->value       => $check_balance,
			Effect::LinkCreditNote->value     => $allocate_credit_note,
			Effect::PayBack->value            => $pay_back,
			Effect::RecordPayment->value      => $record_payment,
			Effect::SendDocument->value       => $send_document,
			Effect::NotifyCustomer->value     => $notify_customer,
			Effect::HeldEmail->value          => $send_held_email,
			Effect::ChangeState->value        => $change_state,
			Effect::ChangeCompany->value      => $change_company,
			Effect::FollowDocument->value     => $follow_document,
		];
	}
}
