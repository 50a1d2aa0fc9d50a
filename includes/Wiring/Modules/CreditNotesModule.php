<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Drafts\LowerDraft;
use OrderInvoicer\Domain\Refunds\AllocateCreditNote;
use OrderInvoicer\Domain\Refunds\CreateCreditNote;
use OrderInvoicer\Domain\Refunds\DraftWholeCredit;
use OrderInvoicer\Domain\Refunds\PayBack;
use OrderInvoicer\Domain\Refunds\ToldPayBack;
use OrderInvoicer\Domain\Refunds\UnpaidInvoice;

/** Credit notes, their allocation to the invoice, and money paid back. */
final class CreditNotesModule {

	public readonly CreateCreditNote $create_credit_note;
	public readonly AllocateCreditNote $allocate_credit_note;
	public readonly PayBack $pay_back;

	public function __construct(
		private readonly Ports $ports,
		private readonly OrderBookModule $order_book,
		private readonly RefundsModule $refunds,
		private readonly DocumentsModule $documents,
		private readonly DraftsModule $drafts,
		PaymentsModule $payments,
		FollowUpsModule $follow_ups,
		RemoteIdsModule $remote_ids,
	) {
		$this->create_credit_note   = $this->create_credit_note();
		$this->allocate_credit_note = new AllocateCreditNote(
			$ports->credit_notes(),
			$ports->payments(),
			$ports->ledger(),
			$refunds->invoice_to_credit,
			$documents->lost_document_finder,
			$order_book->complete_task,
			$follow_ups->follow_up_planner,
			$documents->recent_answers,
			$payments->move_payments,
			$ports->observations()
		);
		$this->pay_back             = new PayBack(
			$order_book->orders,
			$ports->settings(),
			$ports->ledger(),
			$documents->lost_document_finder,
			$payments->pay_once,
			$payments->link_payment,
			$order_book->complete_task,
			new ToldPayBack( $remote_ids->remote_ids ),
			$this->unpaid_invoice(),
			$ports->clock(),
			$payments->others_money
		);
	}

	private function unpaid_invoice(): UnpaidInvoice {
		return new UnpaidInvoice(
			$this->ports->payments(),
			$this->ports->ledger(),
			$this->documents->recent_answers,
			$this->ports->observations()
		);
	}

	private function create_credit_note(): CreateCreditNote {
		return new CreateCreditNote(
			$this->order_book->orders,
			$this->ports->settings(),
			$this->refunds->refund_to_credit,
			$this->refunds->invoice_to_credit,
			$this->refunds->credit_for,
			$this->draft_whole_credit(),
			$this->lower_draft(),
			$this->drafts->document_assembler,
			$this->documents->document_writer,
			$this->documents->lost_document_finder,
			$this->documents->document_completion,
			$this->order_book->billable_order,
			$this->ports->invoicing(),
			$this->refunds->creditable_balance,
			$this->documents->another_document
		);
	}

	private function draft_whole_credit(): DraftWholeCredit {
		return new DraftWholeCredit(
			$this->ports->credit_notes(),
			$this->ports->account(),
			$this->refunds->creditable_balance,
			$this->drafts->document_assembler,
			$this->ports->texts()
		);
	}

	private function lower_draft(): LowerDraft {
		return new LowerDraft(
			$this->ports->ledger(),
			$this->order_book->billable_order,
			$this->drafts->draft_updater,
			$this->documents->document_completion,
			$this->documents->take_draft
		);
	}
}
