<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Refunds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RecentAnswers;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\BillableOrder;
use OrderInvoicer\Domain\OrderBook\CreditNoteTasks;
use OrderInvoicer\Domain\Watching\LostDocument;

/**
 * How much of an invoice can still be credited, by the documents at Sellsy. In the shop the order may have been edited
 * since, and a refund that has a credit note may have been deleted.
 */
final class CreditableBalance {

	private const WAIT = 60;

	public function __construct(
		private readonly Orders $orders,
		private readonly Ledger $ledger,
		private readonly Invoicing $invoicing,
		private readonly BillableOrder $billable_order,
		private readonly LostDocument $lost,
		private readonly RecentAnswers $answers,
	) {}

	/**
	 * The invoice as it stands at Sellsy, read once for each task.
	 *
	 * @throws RemoteFailure of kind NotFound when it is gone.
	 * @throws RetryLater when it was cancelled, which its own row says from then on.
	 */
	public function invoice( Task $invoice ): RemoteDocument {
		$told = $this->answers->document( DocumentKind::Invoice, $invoice->remote_id );
		if ( $told !== null ) {
			return $told;
		}
		$document = $this->invoicing->get( DocumentKind::Invoice, $invoice->remote_id )
			?? throw new RemoteFailure( FailureKind::NotFound, 404 );
		if ( $document->is_cancelled() ) {
			$this->lost->cancelled( $invoice, $document );
			throw InvoiceToCredit::not_yet();
		}
		$this->answers->tell( $document );
		return $document;
	}

	/**
	 * The invoice's credit notes as they stand. One that somebody deleted is noticed, so that no invoice is issued less
	 * its refund.
	 *
	 * @param int $but a credit note's row that is not counted: the one about to be made.
	 * @return list<RemoteDocument>
	 * @throws RemoteFailure
	 */
	public function credit_notes( Task $invoice, int $but ): array {
		$notes = [];
		foreach ( $this->rows( $invoice ) as $row ) {
			$note = $row->id === $but ? null : $this->document( $row );
			if ( $note?->is_cancelled() === true ) {
				$this->lost->cancelled( $row, $note );
			} elseif ( $note !== null ) {
				$notes[] = $note;
			} elseif ( $row->id !== $but ) {
				$this->lost->gone( $row );
			}
		}
		return $notes;
	}

	/**
	 * Somebody may still delete a draft, and all that is left would then have been less than it is.
	 *
	 * @throws RetryLater
	 * @throws RemoteFailure
	 */
	public function check_no_drafts( Task $invoice ): void {
		foreach ( $this->rows( $invoice ) as $row ) {
			if ( $row->remote_number === '' && $this->document( $row )?->is_draft() === true ) {
				throw RetryLater::until_there_is( 'draft_credit_note', self::WAIT );
			}
		}
	}

	/**
	 * @param list<RefundSnapshot> $before credited on that invoice first.
	 * @throws NeedsAttention when the refund takes more.
	 * @throws RemoteFailure
	 */
	public function check( Task $invoice, array $before, RefundSnapshot $refund, int $decimals ): void {
		$left = $this->invoice( $invoice )->amounts->incl_tax;
		foreach ( [
			...array_column( $before, 'amount' ),
			...array_column( array_column( $this->untaken( $refund, $invoice ), 'amounts' ), 'incl_tax' ),
		] as $credited ) {
			$left = $left->minus( $credited );
		}
		if ( $refund->amount->compare( $left ) > 0 ) {
			$facts = [
				'refund'    => $refund->amount->to_scale( $decimals ),
				'remaining' => ( $left->is_negative() ? Decimal::zero() : $left )->to_scale( $decimals ),
			];
			throw NeedsAttention::because( ProblemCode::RefundOverInvoice, $facts );
		}
	}

	/**
	 * The credit note of the same amount that a deleted refund has left: it counts for the refund that was entered
	 * again. One of an invoice before counts where this invoice, which was issued anew, was made less that refund.
	 *
	 * @throws NeedsAttention when it is not clear what this invoice was made without.
	 * @throws RemoteFailure
	 */
	public function credit_note_for( RefundSnapshot $refund, Task $invoice, OrderSnapshot $order ): ?RemoteDocument {
		$note = self::of_amount( $refund, $this->untaken( $refund, $invoice ) );
		if ( $note !== null ) {
			return $note;
		}
		$before = array_filter(
			$this->left_behind( $refund, $invoice ),
			static fn ( Task $task ): bool => $task->parent_id !== $invoice->id
		);
		$is_new = $before === [] || ! $invoice->was_at_sellsy();
		$less   = $is_new ? Decimal::zero() : $this->made_less( $invoice, $order );
		if ( $less->is_zero() ) {
			return null;
		}
		$notes = $this->standing( array_filter( $before, static fn ( Task $task ): bool => $task->has_document() ) );
		$note  = self::of_amount( $refund, $notes );
		$sum   = Decimal::sum( array_column( array_column( $notes, 'amounts' ), 'incl_tax' ) );
		$is_it = $note !== null && ( $less->equals( $refund->amount ) || $less->equals( $sum ) );
		return $is_it ? $note : throw NeedsAttention::because( ProblemCode::RefundUnclear );
	}

	/**
	 * The part of the order that this invoice does not bill, apart from refunds that are known to be taken off. A draft
	 * follows its order.
	 */
	private function made_less( Task $invoice, OrderSnapshot $order ): Decimal {
		$document = $this->invoice( $invoice );
		$billed   = $this->billable_order->invoice( $invoice->id, $order )->total;
		return $document->is_draft() ? Decimal::zero() : $billed->minus( $document->amounts->incl_tax );
	}

	/** @param list<RemoteDocument> $notes */
	private static function of_amount( RefundSnapshot $refund, array $notes ): ?RemoteDocument {
		foreach ( $notes as $note ) {
			if ( $note->amounts->incl_tax->equals( $refund->amount ) ) {
				return $note;
			}
		}
		return null;
	}

	/**
	 * @return list<RemoteDocument> of this invoice, whose refund was deleted in the shop, and which count for no other
	 *         refund.
	 */
	private function untaken( RefundSnapshot $refund, Task $invoice ): array {
		return $this->standing(
			array_filter(
				$this->left_behind( $refund, $invoice ),
				static fn ( Task $task ): bool => $task->parent_id === $invoice->id && $task->has_document()
			)
		);
	}

	/** @return list<Task> rows of credit notes of the order, of whichever invoice, that may count for this refund. */
	private function left_behind( RefundSnapshot $refund, Task $invoice ): array {
		$others = array_filter(
			$this->orders->refunds( $invoice->key->order_id ),
			static fn ( RefundSnapshot $other ): bool => $other->id !== $refund->id
		);
		return CreditNoteTasks::left_behind(
			$this->ledger->for_order( $invoice->key->order_id ),
			array_values( $others )
		);
	}

	/** @return array<Task> that made credit notes of this invoice. */
	private function rows( Task $invoice ): array {
		return array_filter(
			$this->ledger->for_order( $invoice->key->order_id ),
			static fn ( Task $task ): bool => $task->key->effect === Effect::CreateCreditNote
				&& $task->parent_id === $invoice->id
				&& $task->has_document()
		);
	}

	/**
	 * What was deleted or cancelled at Sellsy takes nothing.
	 *
	 * @param array<Task> $rows
	 * @return list<RemoteDocument>
	 */
	private function standing( array $rows ): array {
		$documents = array_filter(
			array_map( $this->document( ... ), $rows ),
			static fn ( ?RemoteDocument $document ): bool => $document?->is_cancelled() === false
		);
		return array_values( $documents );
	}

	private function document( Task $task ): ?RemoteDocument {
		return $this->invoicing->get( DocumentKind::CreditNote, $task->remote_id );
	}
}
