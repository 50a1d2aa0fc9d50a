<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\CompanyRequests\ChangeCompany;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\TalkBack\FollowDocument;

/** Which use case works which effect. A new `TaskHandler` is named here. */
final class HandlersModule {

	/** @var array<string, TaskHandler> by Effect value. */
	public readonly array $handlers;

	public function __construct(
		FollowUpsModule $follow_ups,
		DraftsModule $drafts,
		FinalisingModule $finalising,
		PaymentsModule $payments,
		CreditNotesModule $credit_notes,
		EmailsModule $emails,
		ChangeCompany $change_company,
		FollowDocument $follow_document,
	) {
		$creates = array_map(
			static fn ( DocumentKind $kind ): string => Effect::create( $kind )->value,
			DocumentKind::of_orders()
		);

		$this->handlers = [
			...array_fill_keys( $creates, $drafts->create_document ),
			Effect::CreateCreditNote->value   => $credit_notes->create_credit_note,
			Effect::ValidateInvoice->value    => $finalising->validate_document,
			Effect::ValidateCreditNote->value => $finalising->validate_document,
			Effect::FollowOrder->value        => $follow_ups->follow_order,
			Effect::CheckBalance->value       => $follow_ups->check_balance,
			Effect::LinkCreditNote->value     => $credit_notes->allocate_credit_note,
			Effect::PayBack->value            => $credit_notes->pay_back,
			Effect::RecordPayment->value      => $payments->record_payment,
			Effect::SendDocument->value       => $finalising->send_document,
			Effect::NotifyCustomer->value     => $emails->notify_customer,
			Effect::HeldEmail->value          => $emails->send_held_email,
			Effect::ChangeState->value        => $finalising->change_state,
			Effect::ChangeCompany->value      => $change_company,
			Effect::FollowDocument->value     => $follow_document,
		];
	}
}
