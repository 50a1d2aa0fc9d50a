<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Refunds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\CreditedInvoices;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Customers\Parties;
use OrderInvoicer\Domain\Documents\DocumentKey;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Drafts\AnotherDocument;
use OrderInvoicer\Domain\Drafts\DocumentAssembler;
use OrderInvoicer\Domain\Drafts\DocumentCompletion;
use OrderInvoicer\Domain\Drafts\DocumentWriter;
use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Domain\Drafts\LowerDraft;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\FollowUps\CreditNoteRule;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\Order\OrderFingerprint;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\BillableOrder;
use OrderInvoicer\Domain\OrderBook\OrderOfTask;
use OrderInvoicer\Domain\OrderBook\UncoveredRefund;
use OrderInvoicer\Domain\Settings\OrderTraits;
use OrderInvoicer\Domain\Settings\RefundSettings;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\Watching\LostDocument;

/** One refund becomes one credit note; refund 0 is everything that is left of the invoice. */
final class CreateCreditNote implements TaskHandler {

	public function __construct(
		private readonly Orders $orders,
		private readonly SettingsStore $settings,
		private readonly RefundToCredit $refunds,
		private readonly InvoiceToCredit $invoices,
		private readonly CreditFor $credit,
		private readonly DraftWholeCredit $whole,
		private readonly LowerDraft $lower,
		private readonly DocumentAssembler $document_assembler,
		private readonly DocumentWriter $document_writer,
		private readonly LostDocumentFinder $lost_document_finder,
		private readonly DocumentCompletion $document_completion,
		private readonly BillableOrder $billable_order,
		private readonly Invoicing $invoicing,
		private readonly CreditableBalance $creditable_balance,
		private readonly AnotherDocument $another,
	) {}

	public function run( Task $task ): void {
		$order = OrderOfTask::read( $this->orders, $task );
		if ( $task->has_lost_its_document() ) {
			$begun = $this->another->begin( $task, $order );
			if ( $begun instanceof RemoteDocument ) {
				$this->document_completion->done( $task, $begun, null, $order );
				return;
			}
			$task = $begun;
		} elseif ( $task->was_at_sellsy() ) {
			$this->look_again( $task, $order );
			return;
		}
		$existing = $this->document_writer->already_made( $task );
		if ( $existing !== null ) {
			$is_undone = $task->key->refund_id > 0 && $this->refunds->find( $task ) === null;
			$this->document_completion->done(
				$task,
				$existing,
				$is_undone
					? $this->undone( $task, $existing )
					: $this->billable_order->problem( $task, $order, $existing->amounts ),
				$order
			);
			return;
		}
		$this->make( $task, $order );
	}

	private function make( Task $task, OrderSnapshot $order ): void {
		if ( $task->problem !== null && $task->outcome === Outcome::Absorbed ) {
			throw new SkipTask( $task->problem ); // A person retries what the invoice has taken in already.
		}
		if (
			$task->key->refund_id === 0
			&& ( ! $task->asked || $task->answers->are_about( ProblemCode::Disputed ) )
			&& ! $order->is_cancelled()
			&& ! $this->invoices->is_replaced( $task )
		) {
			$this->check_refunded( $task, $order );
		}
		$settings = $this->settings->get();
		$refund   = $this->refunds->refund( $task, $settings, $order );
		$invoice  = $this->invoices->row( $task );
		if ( $this->invoices->is_draft( $invoice ) ) {
			$this->of_draft( $task, $invoice, $order, $refund, $settings );
			return;
		}
		$note = $refund === null ? null : $this->creditable_balance->credit_note_for( $refund, $invoice, $order );
		if ( $note !== null ) {
			// It concerns the note's row, and an invoice that differed because it lacked this refund.
			throw new SkipTask( self::has_already( $note ), true );
		}
		$this->refunds->check_by_hand( $task );
		if ( $refund === null ) {
			$this->creditable_balance->check_no_drafts( $invoice );
		}
		$kind     = DocumentKind::CreditNote;
		$rule     = $settings->rule_for( $kind, OrderTraits::of( $order ) );
		$settings = $settings->under( DocumentKind::Invoice, $invoice->rule_id )->under( $kind, $rule );
		$task     = $this->document_writer->keep_rule( $task, $rule, $settings->workflow( $kind ) );
		$draft    = $this->draft( $task, $invoice, $order, $refund, $settings );
		$this->document_completion->done(
			$task,
			$this->document_writer->create( $task, $draft, OrderFingerprint::from_order( $order )->text() ),
			null,
			$order
		);
	}

	/**
	 * Nothing asks for all that is left any more, unless the order is set to refunded, or a dispute took its money.
	 * Then a person is asked, and says of the first by the retry that it was given back.
	 *
	 * @throws SkipTask
	 * @throws NeedsAttention
	 */
	private function check_refunded( Task $task, OrderSnapshot $order ): void {
		$left = UncoveredRefund::left( $order, $this->orders->refunds( $order->id ) );
		if ( $left === null ) {
			throw new SkipTask( new Problem( ProblemCode::NoLongerTriggered, [ 'status' => $order->status ] ), true );
		}
		if ( $order->payment->is_disputed ) {
			RefundToCredit::check_disputed( $task, $left, $order );
			return;
		}
		$facts    = [ 'left' => $left->to_scale( $order->currency->decimals ) . " {$order->currency->code}" ];
		$question = new Problem( ProblemCode::RefundNotEntered, $facts );
		if ( ! $task->answers->know( $question ) ) {
			throw new NeedsAttention( $question );
		}
	}

	/** A refund that was deleted and entered again. */
	public static function has_already( RemoteDocument $note ): Problem {
		return OutcomeProblem::problem( Outcome::Covered, [ 'number' => $note->number ] + [ 'id' => $note->id ] );
	}

	private function of_draft(
		Task $task,
		Task $invoice,
		OrderSnapshot $order,
		?RefundSnapshot $refund,
		Settings $settings,
	): void {
		if ( $refund === null || $settings->refunds->of_draft !== RefundSettings::UPDATE ) {
			throw InvoiceToCredit::not_yet();
		}
		$this->lower->by( $task, $invoice, $order, $refund );
	}

	/** Its invoice may name a contact or an address that was deleted since: the credit note then does without. */
	private function draft(
		Task $task,
		Task $invoice,
		OrderSnapshot $order,
		?RefundSnapshot $refund,
		Settings $settings,
	): DocumentDraft {
		$parties = $this->parties( $invoice );
		$draft   = fn ( Parties $for ): DocumentDraft =>
			$this->draft_for( $for, $task, $invoice, $order, $refund, $settings );
		try {
			return $draft( $parties );
		} catch ( RemoteFailure $refused ) {
			if ( ! $refused->is_about( 'related', 'contact', 'invoicing_address', 'delivery_address' ) ) {
				throw $refused;
			}
			return $draft(
				new Parties(
					customer: $parties->customer,
					contact_id: null,
					invoicing_address_id: null,
					delivery_address_id: null
				)
			);
		}
	}

	private function draft_for(
		Parties $parties,
		Task $task,
		Task $invoice,
		OrderSnapshot $order,
		?RefundSnapshot $refund,
		Settings $settings,
	): DocumentDraft {
		$key = DocumentKey::of_credit_note(
			$settings->shop_code,
			$order->number,
			$task->key->refund_id,
			$task->key->revision
		);
		if ( $refund === null ) {
			return $this->whole->draft( $task, $invoice, $order, $settings, $parties, $key );
		}
		$credit   = $this->credit->credit( $task, $invoice, $order, $refund, $settings );
		$invoices = new CreditedInvoices( [ $this->creditable_balance->invoice( $invoice ) ] );
		return $this->document_assembler->build(
			DocumentKind::CreditNote,
			$credit->order,
			$settings,
			$parties,
			$key,
			null,
			$credit->known_rest,
			$invoices
		);
	}

	/**
	 * The customer that its invoice names at Sellsy, archived or not: Sellsy sets no document of one customer against
	 * another's.
	 */
	private function parties( Task $invoice ): Parties {
		$document = $this->creditable_balance->invoice( $invoice );
		$this->lost_document_finder->is_for( $invoice, $document );
		$named    = $document->parties;
		$customer = $this->lost_document_finder->sent_for( $invoice )
			?? throw NeedsAttention::because( ProblemCode::InvoiceMissing );
		return new Parties(
			customer: $customer,
			contact_id: $named?->contact_id,
			invoicing_address_id: $named?->invoicing_address_id,
			delivery_address_id: $named?->delivery_address_id
		);
	}

	/**
	 * The row was opened again: its refund may have been deleted since. A credit note that is made stays, unless
	 * somebody deletes its draft too.
	 */
	private function look_again( Task $task, OrderSnapshot $order ): void {
		$stands   = CreditNoteRule::is_of_no_cancellation( $task, $order, $this->orders->refunds( $order->id ) );
		$document = $this->invoicing->get( DocumentKind::CreditNote, $task->remote_id )
			?? throw $this->gone( $task, $stands ? $order->status : '' );
		if ( $document->is_cancelled() ) {
			throw new NeedsAttention( LostDocument::of_cancelled( $document ) );
		}
		$this->document_completion->done(
			$task,
			$document,
			$this->refunds->is_undone( $task ) || ( $stands && $document->is_draft() )
				? $this->undone( $task, $document )
				: null,
			$order
		);
	}

	/** Its refund was deleted; or its order, or a part of the sale (`Sales/Claim`), stands again. */
	private function undone( Task $task, RemoteDocument $note ): Problem {
		$part  = $task->key->refund_id;
		$facts = [ 'number' => $note->number ];
		return match ( true ) {
			$part === 0 => new Problem( ProblemCode::Reinstated, $facts ),
			in_array( $part, $this->orders->children( $task->key->order_id ), true ) => new Problem(
				ProblemCode::Reinstated,
				$facts + [ 'order' => $this->orders->snapshot( $part )->number ?? '' ]
			),
			default => new Problem( ProblemCode::RefundUndone, $facts ),
		};
	}

	/** @param string $status of an order that stands, though all of it was credited; else empty. */
	private function gone( Task $task, string $status ): NeedsAttention|SkipTask {
		$is_wanted = $task->key->refund_id === 0 ? $status === '' : $this->refunds->find( $task ) !== null;
		if ( $task->remote_number !== '' || $is_wanted ) {
			$this->document_completion->gone( $task );
			return NeedsAttention::because( ProblemCode::DocumentGone, [ 'id' => $task->remote_id ] );
		}
		$this->document_writer->forget_gone( $task );
		$why = $status === '' ? ProblemCode::RefundGone : ProblemCode::NoLongerTriggered;
		return new SkipTask( new Problem( $why, [ 'status' => $status ] ) );
	}
}
