<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\PaidPart;
use OrderInvoicer\Domain\Order\RefundSnapshot;

/**
 * What came for an order, and what went back, by the ledger's rows of payments. A row keeps what its payment is worth,
 * and the moment at which the money came where that was before the order was marked paid.
 *
 * @assumes day-of-payment
 */
final class MoneyReceived {

	/** @param list<Task> $rows all rows of the order, newest revision last. */
	public function __construct(
		private readonly OrderSnapshot $order,
		private readonly array $rows,
	) {}

	/** In place of an order's mark, in the row of a payment. */
	public static function mark( \DateTimeImmutable $came_at ): string {
		return "came {$came_at->getTimestamp()}";
	}

	/** The earlier of the day on which the order was paid and the one that Sellsy says; null: it is not paid. */
	public function came_at(): ?\DateTimeImmutable {
		$at = $this->order->paid_at;
		foreach ( $this->rows as $row ) {
			$is_known = $row->key->effect === Effect::RecordPayment
				&& $row->state === TaskState::Done
				&& preg_match( '/^came (\d+)$/D', $row->intent->snapshot_hash, $mark ) === 1;
			$came     = $is_known ? new \DateTimeImmutable( "@$mark[1]" ) : $at;
			$at       = $at !== null && $came < $at ? $came : $at;
		}
		return $at;
	}

	/**
	 * The earliest of these moments, the order's own among them. Where that is a day without an hour, it leaves open
	 * whether a refund of that day came before the money: then the sum tells.
	 *
	 * @param non-empty-list<\DateTimeImmutable> $moments
	 * @param list<RefundSnapshot>               $refunds
	 * @param Decimal                            $sum     of what people recorded: for all parts, or the first.
	 */
	public function moment( array $moments, array $refunds, Decimal $sum ): \DateTimeImmutable {
		$first   = min( $moments );
		$is_it   = function ( \DateTimeImmutable $at ) use ( $refunds, $sum ): bool {
			$parts = array_values( $this->parts( $refunds, $at ) );
			return $sum->equals( $parts[0] ?? Decimal::zero() ) || $sum->equals( Decimal::sum( $parts ) );
		};
		$evening = min( $this->order->paid_at ?? $first, $first->modify( '+1 day -1 second' ) );
		return $first->format( 'His' ) === '000000' && ! $is_it( $first ) && $is_it( $evening ) ? $evening : $first;
	}

	/**
	 * It gives back what came: it is no older than the money, and was not taken off the draft of the invoice. Any other
	 * lowers what came, and no money leaves for it.
	 */
	public function is_given_back( RefundSnapshot $refund, ?\DateTimeImmutable $came_at ): bool {
		foreach ( $this->rows as $row ) {
			$is_its = $row->key->effect === Effect::CreateCreditNote && $row->key->refund_id === $refund->id;
			if ( $is_its && $row->rests( Outcome::Absorbed ) ) {
				return false;
			}
		}
		return $came_at !== null && $refund->created_at >= $came_at;
	}

	/**
	 * The order's payments, less the refunds that lower what came: the gateway's first.
	 *
	 * @param list<RefundSnapshot> $refunds
	 * @return array<string, Decimal> amounts by PaidPart's key, the gateway's first.
	 */
	public function parts( array $refunds, ?\DateTimeImmutable $came_at ): array {
		$less = Decimal::zero();
		foreach ( $refunds as $refund ) {
			$less = $this->is_given_back( $refund, $came_at ) ? $less : $less->plus( $refund->amount );
		}
		$parts = [];
		foreach ( PaidPart::all_of( $this->order ) as $part ) {
			$taken               = $less->compare( $part->amount ) < 0 ? $less : $part->amount;
			$less                = $less->minus( $taken );
			$parts[ $part->key ] = $part->amount->minus( $taken );
		}
		return $parts;
	}

	/** @return Decimal|null what stands of that effect; null where people look after it, or its worth is not known. */
	public function sum( Effect $effect ): ?Decimal {
		$sum = Decimal::zero();
		foreach ( $this->newest( $effect ) as $row ) {
			if ( $row->is_left_to_people() || ( $row->was_at_sellsy() && $row->intent->excl_tax === '' ) ) {
				return null;
			}
			// Also one whose document stands no more: it is free with the customer.
			$sum = in_array( $row->state, [ TaskState::Done, TaskState::Skipped ], true ) && $row->was_at_sellsy()
				? $sum->plus( Decimal::from_string( $row->intent->excl_tax ) )
				: $sum;
		}
		return $sum;
	}

	/** A person looks after some of what came: what of it stands is not known here. */
	public function is_left_to_people(): bool {
		$is_left = static fn ( Task $task ): bool => $task->is_left_to_people() && ! $task->is_by_hand();
		return array_filter( $this->newest( Effect::RecordPayment ), $is_left ) !== [];
	}

	/** @return array<string, Task> each part once: one that went over to another customer has a row of its own. */
	private function newest( Effect $effect ): array {
		$newest = [];
		foreach ( $this->rows as $row ) {
			if ( $row->key->effect === $effect ) {
				$newest[ "{$row->key->refund_id}:{$row->key->part}" ] = $row;
			}
		}
		return $newest;
	}
}
