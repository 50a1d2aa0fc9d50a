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

/** Which use case works which effect, made when a row of it is worked. A new `TaskHandler` is named here. */
final class Handlers {

	/**
	 * @param \Closure(): CreateDocument     $create_document
	 * @param \Closure(): CreateCreditNote   $create_credit_note
	 * @param \Closure(): ValidateDocument   $validate_document
	 * @param \Closure(): FollowOrder        $follow_order
	 * @param \Closure(): CheckBalance       $check_balance
	 * @param \Closure(): AllocateCreditNote $allocate_credit_note
	 * @param \Closure(): PayBack            $pay_back
	 * @param \Closure(): RecordPayment      $record_payment
	 * @param \Closure(): SendDocument       $send_document
	 * @param \Closure(): NotifyCustomer     $notify_customer
	 * @param \Closure(): SendHeldEmail      $send_held_email
	 * @param \Closure(): ChangeState        $change_state
	 * @param \Closure(): ChangeCompany      $change_company
	 * @param \Closure(): FollowDocument     $follow_document
	 */
	public function __construct(
		private readonly \Closure $create_document,
		private readonly \Closure $create_credit_note,
		private readonly \Closure $validate_document,
		private readonly \Closure $follow_order,
		private readonly \Closure $check_balance,
		private readonly \Closure $allocate_credit_note,
		private readonly \Closure $pay_back,
		private readonly \Closure $record_payment,
		private readonly \Closure $send_document,
		private readonly \Closure $notify_customer,
		private readonly \Closure $send_held_email,
		private readonly \Closure $change_state,
		private readonly \Closure $change_company,
		private readonly \Closure $follow_document,
	) {}

	/** @return array<string, \Closure(): TaskHandler> by Effect value. */
	public function by_effect(): array {
		$creates = array_map(
			static fn ( DocumentKind $kind ): string => Effect::create( $kind )->value,
			DocumentKind::of_orders()
		);
		return [
			...array_fill_keys( $creates, $this->create_document ),
			Effect::CreateCreditNote->value   => $this->create_credit_note,
			Effect::ValidateInvoice->value    => $this->validate_document,
			Effect::ValidateCreditNote->value => $this->validate_document,
			Effect::FollowOrder->value        => $this->follow_order,
			Effect::CheckBalance->value       => $this->check_balance,
			Effect::LinkCreditNote->value     => $this->allocate_credit_note,
			Effect::PayBack->value            => $this->pay_back,
			Effect::RecordPayment->value      => $this->record_payment,
			Effect::SendDocument->value       => $this->send_document,
			Effect::NotifyCustomer->value     => $this->notify_customer,
			Effect::HeldEmail->value          => $this->send_held_email,
			Effect::ChangeState->value        => $this->change_state,
			Effect::ChangeCompany->value      => $this->change_company,
			Effect::FollowDocument->value     => $this->follow_document,
		];
	}
}
