<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\LossTransitions;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\System\Clock;

/**
 * An invoice owes more than it did, or another payment stands on it: one that the ledger holds may have been taken off
 * it, or deleted. So it is with a credit note and what was paid back.
 */
final class LostPayments {

	/** On these may stand what people recorded, and what was taken for the order. */
	private const KINDS = [ DocumentKind::Invoice, DocumentKind::Order, DocumentKind::Estimate ];

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Payments $payments,
		private readonly OrderLinks $orders,
		private readonly Clock $clock,
	) {}

	/**
	 * A person must say what becomes of each that stands on none of the order's documents. An access that may not read
	 * payments knows nothing.
	 *
	 * @param Task $invoice the row that made it, or the credit note.
	 * @param int  $seen    a payment that stands on it: where the ledger holds that one, nothing was lost.
	 * @return int calls of Sellsy.
	 * @throws RemoteFailure nothing is known, and nothing is concluded.
	 */
	public function note( Task $invoice, int $seen = 0 ): int {
		$rows  = $this->ledger->for_order( $invoice->key->order_id );
		$its   = self::from( $invoice, $rows );
		$is_it = static fn ( Task $task ): bool => array_filter( $its, $task->is_payment_on( ... ) ) !== [];
		$held  = self::is_being_freed( $its, $rows ) ? [] : array_filter( $rows, $is_it );
		$ids   = array_map( static fn ( Task $task ): array => $task->payment_ids(), $held );
		if ( $seen > 0 && in_array( $seen, array_merge( ...$ids ), true ) ) {
			return 0;
		}
		$calls = 0;
		$kinds = $invoice->key->effect === Effect::CreateCreditNote ? [ DocumentKind::CreditNote ] : self::KINDS;
		try {
			$standing = [];
			foreach ( $held === [] ? [] : $rows as $row ) {
				$kind = $row->key->effect->creates();
				if ( $row->has_document() && $kind !== null && in_array( $kind, $kinds, true ) ) {
					++$calls;
					$on = RemoteFailure::null_when_gone(
						fn (): array => $this->payments->linked( $kind, $row->remote_id )
					);
					if ( $on === null && $row->id === $invoice->id ) {
						return $calls; // Its own row asks what becomes of it, and of its payments.
					}
					array_push( $standing, ...( $on ?? [] ) ); // Nothing stands on what was deleted.
				}
			}
		} catch ( RemoteFailure $failure ) {
			return $failure->kind === FailureKind::AccountBlocked ? $calls + 1 : throw $failure;
		}
		foreach ( $held as $row ) {
			if ( array_diff( $row->payment_ids(), $standing ) !== [] && ! self::is_freed( $row, $rows ) ) {
				$this->ask( $row, $invoice );
			}
		}
		return $calls;
	}

	/**
	 * Money went back that stands on no credit note: as much of what came is free beside it, unless that was deleted.
	 * Then a person is asked.
	 *
	 * @throws RemoteFailure
	 */
	public function note_deleted( int $order_id ): void {
		$rows   = $this->ledger->for_order( $order_id );
		$newest = []; // One that went over to another customer has a row of its own.
		foreach ( $rows as $row ) {
			if ( $row->key->effect === Effect::RecordPayment ) {
				$newest[ $row->key->part ] = $row;
			}
		}
		foreach ( $newest as $row ) {
			$invoice = array_column( $rows, null, 'id' )[ $row->parent_id ] ?? $row;
			foreach ( $row->is_payment_on( $invoice ) ? $row->payment_ids() : [] as $id ) {
				if ( RemoteFailure::null_when_gone( fn (): RemotePayment => $this->payments->get( $id ) ) === null ) {
					$this->ask( $row, $invoice );
					break;
				}
			}
		}
	}

	/**
	 * With the invoices in its place: a payment of one of those may stand on that one still.
	 *
	 * @param list<Task> $rows
	 * @return list<Task>
	 */
	private static function from( Task $document, array $rows ): array {
		$is_it = static fn ( Task $task ): bool => $task->key->effect === $document->key->effect
			&& $task->key->refund_id === $document->key->refund_id
			&& $task->key->revision >= $document->key->revision;
		return $document->key->effect === Effect::CreateInvoice
			? array_values( array_filter( $rows, $is_it ) )
			: [ $document ];
	}

	/**
	 * A dispute left the invoice unpaid, and its payment is taken off right now.
	 *
	 * @param list<Task> $its  the invoice, with those in its place.
	 * @param list<Task> $rows
	 */
	private static function is_being_freed( array $its, array $rows ): bool {
		$ids   = array_column( $its, 'id' );
		$is_it = static fn ( Task $task ): bool => $task->key->effect === Effect::PayBack
			&& in_array( $task->parent_id, $ids, true )
			&& $task->is_under_way();
		return array_filter( $rows, $is_it ) !== [];
	}

	/**
	 * All of it was taken by a dispute: it stands with the customer alone.
	 *
	 * @param list<Task> $rows
	 */
	private static function is_freed( Task $task, array $rows ): bool {
		$freed = ( new FreedByDispute( $rows ) )->of( $task );
		return $freed->is_positive() && $freed->equals( $task->intent->worth() );
	}

	/** @param bool $may_be_recorded false: as much stands on the invoice by now. */
	public static function gone( Task $task, Task $invoice, bool $may_be_recorded = true ): Problem {
		$facts = [
			'paid'    => $task->intent->excl_tax === '' ? '?' : $task->intent->excl_tax, // Of a former release.
			'invoice' => $invoice->remote_number,
			'amount'  => $may_be_recorded ? $task->intent->excl_tax : '',
			'twice'   => $may_be_recorded ? '' : 'yes',
			'several' => $task->intent->others() === [] ? '' : 'yes',
			...( $task->key->effect === Effect::PayBack ? [ 'back' => 'yes' ] : [] ),
		];
		return new Problem( ProblemCode::PaymentGone, $facts );
	}

	private function ask( Task $task, Task $invoice ): void {
		$problem = self::gone( $task, $invoice );
		if ( $this->ledger->save( LossTransitions::lost( $task, $problem, $this->clock->now() ) ) ) {
			$this->orders->note_problem( $task->key->order_id, $problem );
		}
	}
}
