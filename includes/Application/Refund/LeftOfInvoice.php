<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application\Refund;

use OrderInvoicer\Application\FailureKind;
use OrderInvoicer\Application\Ports\Invoicing;
use OrderInvoicer\Application\Ports\Ledger;
use OrderInvoicer\Application\Ports\Orders;
use OrderInvoicer\Application\RemoteFailure;
use OrderInvoicer\Domain\Document\CannotInvoice;
use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Document\RemoteDocument;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Refund\CreditNotesOf;
use OrderInvoicer\Domain\Refund\RefundSnapshot;
use OrderInvoicer\Domain\Sync\Effect;
use OrderInvoicer\Domain\Sync\ProblemCode;
use OrderInvoicer\Domain\Sync\Sync;

/**
 * What an invoice still holds by the documents that stand at Sellsy: in the shop the order may have been edited since, and
 * a refund that has a credit note may have been deleted.
 */
final class LeftOfInvoice {

	private const CANCELLED = 'cancelled';

	public function __construct(
		private readonly Orders $orders,
		private readonly Ledger $ledger,
		private readonly Invoicing $invoicing,
	) {}

	/**
	 * The invoice's credit notes as they stand.
	 *
	 * @param int $but a credit note's row that is not counted: the one about to be made.
	 * @return list<RemoteDocument>
	 * @throws RemoteFailure
	 */
	public function credit_notes( Sync $invoice, int $but ): array {
		return $this->standing( array_filter( $this->rows( $invoice ), static fn ( Sync $row ): bool => $row->id !== $but ) );
	}

	/**
	 * @param list<RefundSnapshot> $before credited on that invoice first.
	 * @throws CannotInvoice when the refund takes more.
	 * @throws RemoteFailure
	 */
	public function check( Sync $invoice, array $before, RefundSnapshot $refund, int $decimals ): void {
		$left = $this->invoicing->get( DocumentKind::Invoice, $invoice->remote_id )->amounts->incl_tax;
		foreach ( [ ...array_column( $before, 'amount' ), ...array_column( array_column( $this->untaken( $refund, $invoice ), 'amounts' ), 'incl_tax' ) ] as $credited ) {
			$left = $left->minus( $credited );
		}
		if ( $refund->amount->compare( $left ) > 0 ) {
			$facts = [
				'refund'    => $refund->amount->to_scale( $decimals ),
				'remaining' => ( $left->is_negative() ? Decimal::zero() : $left )->to_scale( $decimals ),
			];
			throw CannotInvoice::because( ProblemCode::RefundOverInvoice, $facts );
		}
	}

	/**
	 * The credit note of the same amount that a deleted refund has left: it counts for the refund that was entered again.
	 *
	 * @throws RemoteFailure
	 */
	public function credit_note_for( RefundSnapshot $refund, Sync $invoice ): ?RemoteDocument {
		foreach ( $this->untaken( $refund, $invoice ) as $note ) {
			if ( $note->amounts->incl_tax->equals( $refund->amount ) ) {
				return $note;
			}
		}
		return null;
	}

	/** @return list<RemoteDocument> whose refund was deleted in the shop, and which count for no other refund. */
	private function untaken( RefundSnapshot $refund, Sync $invoice ): array {
		$refunds = $this->orders->refunds( $invoice->key->order_id );
		$there   = array_column( $refunds, 'id' );
		$others  = array_values( array_filter( $refunds, static fn ( RefundSnapshot $other ): bool => $other->id !== $refund->id ) );
		$rows    = $this->ledger->for_order( $invoice->key->order_id );
		return $this->standing(
			array_filter(
				$this->rows( $invoice ),
				static fn ( Sync $row ): bool => $row->key->refund_id > 0 && ! in_array( $row->key->refund_id, $there, true ) && ! CreditNotesOf::is_taken_over( $row, $rows, $others )
			)
		);
	}

	/** @return array<Sync> that made credit notes of this invoice. */
	private function rows( Sync $invoice ): array {
		return array_filter(
			$this->ledger->for_order( $invoice->key->order_id ),
			static fn ( Sync $row ): bool => $row->key->effect === Effect::CreateCreditNote && $row->parent_id === $invoice->id && CreditNotesOf::is_made( $row )
		);
	}

	/**
	 * What was deleted or cancelled at Sellsy takes nothing.
	 *
	 * @param array<Sync> $rows
	 * @return list<RemoteDocument>
	 */
	private function standing( array $rows ): array {
		$documents = array_filter( array_map( $this->document( ... ), $rows ), static fn ( ?RemoteDocument $document ): bool => $document !== null && $document->status !== self::CANCELLED );
		return array_values( $documents );
	}

	private function document( Sync $row ): ?RemoteDocument {
		try {
			return $this->invoicing->get( DocumentKind::CreditNote, $row->remote_id );
		} catch ( RemoteFailure $failure ) {
			return $failure->kind === FailureKind::NotFound ? null : throw $failure;
		}
	}
}
