<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Finalising\ChangeState;
use OrderInvoicer\Domain\Finalising\SendDocument;
use OrderInvoicer\Domain\Finalising\SettleBuyer;
use OrderInvoicer\Domain\Finalising\SettleFreeInvoice;
use OrderInvoicer\Domain\Finalising\ValidateDocument;

/** Drafts become final, are sent, and change their state. */
final class FinalisingModule {

	public readonly ValidateDocument $validate_document;
	public readonly SendDocument $send_document;
	public readonly ChangeState $change_state;

	public function __construct(
		private readonly Ports $ports,
		private readonly OrderBookModule $order_book,
		private readonly CustomersModule $customers,
		private readonly DocumentsModule $documents,
		private readonly DraftsModule $drafts,
		private readonly RemoteIdsModule $remote_ids,
		private readonly WatchingModule $watching,
	) {
		$this->validate_document = $this->validate_document();
		$this->send_document     = new SendDocument(
			$ports->ledger(),
			$order_book->orders,
			$ports->settings(),
			$ports->document_steps(),
			$order_book->complete_task,
			$ports->clock(),
			$remote_ids->unrecorded
		);
		$this->change_state      = new ChangeState(
			$ports->ledger(),
			$order_book->orders,
			$ports->settings(),
			$ports->document_steps(),
			$order_book->complete_task,
			new SettleFreeInvoice( $ports->invoicing(), $ports->document_steps(), $ports->observations() ),
			$ports->observations()
		);
	}

	private function validate_document(): ValidateDocument {
		return new ValidateDocument(
			$this->ports->invoicing(),
			$this->ports->ledger(),
			$this->order_book->orders,
			$this->ports->settings(),
			$this->documents->eligibility_check,
			$this->order_book->billable_order,
			$this->settle_buyer(),
			$this->remote_ids->remote_ids,
			$this->watching->lost_document,
			$this->documents->document_completion,
			$this->ports->clock(),
			$this->remote_ids->unrecorded,
			$this->documents->recent_answers
		);
	}

	private function settle_buyer(): SettleBuyer {
		return new SettleBuyer(
			$this->ports->customers(),
			$this->documents->lost_document_finder,
			$this->customers->resolve_addresses,
			$this->documents->take_draft,
			$this->drafts->draft_updater,
			$this->order_book->billable_order,
			$this->documents->document_completion,
			$this->ports->clock()
		);
	}
}
