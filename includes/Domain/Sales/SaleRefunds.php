<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Sales;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundLine;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\RefundedLines;

/**
 * What was given back of a sale, once, whichever of its orders it was entered on. Line by line: the same amount on both
 * sides within five minutes is one refund; what a line does not hold any more was told before; where both sides hold
 * something of their own, a person says whether it is one or two. A child that was cancelled gives back its lines.
 */
final class SaleRefunds {

	/** Entered on both sides within so many seconds, it is one refund. */
	private const SAME_MOMENT = 300;

	/** @var list<SharedLine> */
	private readonly array $lines;

	/** @var list<Claim> */
	private array $claims = [];

	/** @var array<int, Decimal> what was entered on each order so far. */
	private array $entered = [];

	/**
	 * @param list<OrderSnapshot> $children
	 * @param list<Claim>         $claims   what was credited first comes first.
	 * @param array<int, bool>    $is_other what people said, by refund: whether it is another than the other side's.
	 */
	public function __construct(
		private readonly OrderSnapshot $parent,
		private readonly array $children,
		array $claims,
		private readonly array $is_other,
	) {
		$this->lines = SharedLines::of( $parent, $children );
		foreach ( $claims as $claim ) {
			$this->weigh( $claim );
			$this->entered[ $claim->order_id ] = $this->entered( $claim->order_id )->plus( $claim->refund->amount );
			$this->claims[]                    = $claim;
		}
	}

	/** @return list<RefundSnapshot> as refunds of that order, oldest first. */
	public function of( OrderSnapshot $billed ): array {
		$refunds = [];
		foreach ( $this->claims as $claim ) {
			$taken = array_values(
				array_filter(
					$claim->taken,
					fn ( array $one ): bool => $billed->id === $this->parent->id || $one[0]->child_id === $billed->id
				)
			);
			if ( $taken !== [] ) {
				$refunds[] = $this->refund( $claim, $taken, $billed );
			}
		}
		usort( $refunds, static fn ( RefundSnapshot $a, RefundSnapshot $b ): int => $a->id <=> $b->id );
		return $refunds;
	}

	private function weigh( Claim $claim ): void {
		$answer  = $this->is_other[ $claim->refund->id ] ?? null;
		$lines   = ( new RefundedLines() )->worth_a_row( $claim->refund );
		$is_told = $answer === false || ( $answer === null && $this->is_told_as_a_whole( $claim, $lines === [] ) );
		if ( $is_told ) {
			return;
		}
		match ( true ) {
			$claim->is_end || ( $lines === [] && $this->is_whole( $claim ) ) => $this->take_all( $claim ),
			$lines === [] => $this->take_sum( $claim, $answer === true ),
			default       => $this->take_lines( $claim, $lines, $answer === true ),
		};
	}

	/** One of the two has no lines, or both: their sums are compared. */
	private function is_told_as_a_whole( Claim $claim, bool $is_sum ): bool {
		foreach ( $claim->is_end ? [] : $this->claims as $other ) {
			$is_same = ! $other->is_paired
				&& $other->taken !== []
				&& $other->order_id !== $claim->order_id
				&& ( $is_sum || ( new RefundedLines() )->worth_a_row( $other->refund ) === [] )
				&& $other->is_beside( $claim, self::SAME_MOMENT )
				&& $other->refund->amount->equals( $claim->refund->amount );
			if ( $is_same ) {
				$other->is_paired    = true;
				$other->is_paid_back = $other->is_paid_back || $claim->is_paid_back;
				return true;
			}
		}
		return false;
	}

	private function is_whole( Claim $claim ): bool {
		$order = array_column( [ $this->parent, ...$this->children ], null, 'id' )[ $claim->order_id ] ?? null;
		$left  = $order?->total->minus( $this->entered( $claim->order_id ) );
		return $left !== null && $claim->refund->amount->compare( $left ) >= 0;
	}

	private function take_all( Claim $claim ): void {
		foreach ( $this->on( $claim->order_id ) as $line ) {
			if ( $line->left()->is_zero() ) {
				$claim->is_entire = false;
			} else {
				$claim->is_entire = $claim->is_entire && $line->left()->equals( $line->line->incl_tax() );
				$line->take( $line->rest(), $claim );
			}
		}
	}

	private function take_sum( Claim $claim, bool $is_other ): void {
		$lines = $this->on( $claim->order_id );
		$whole = Decimal::sum( array_map( static fn ( SharedLine $line ): Decimal => $line->left(), $lines ) );
		foreach ( $whole->is_zero() ? [] : $lines as $line ) {
			$claim->is_doubtful = $claim->is_doubtful || ( ! $is_other && $line->is_held_by_other( $claim ) );
		}
		foreach ( $whole->is_zero() ? [] : $lines as $line ) {
			$line->take( $line->share( $claim->refund->amount, $whole ), $claim );
		}
	}

	/** @param list<RefundLine> $refunded */
	private function take_lines( Claim $claim, array $refunded, bool $is_other ): void {
		foreach ( $refunded as $back ) {
			$lines = array_filter(
				$this->on( $claim->order_id ),
				static fn ( SharedLine $line ): bool => $line->id_on( $claim->order_id ) === $back->order_line_id
			);
			$whole = Decimal::sum(
				array_map( static fn ( SharedLine $line ): Decimal => $line->line->incl_tax(), $lines )
			);
			foreach ( $lines as $line ) {
				$this->take_line( $claim, $line, $line->part_of( $back, $whole ), $is_other );
			}
		}
	}

	private function take_line( Claim $claim, SharedLine $line, RefundLine $part, bool $is_other ): void {
		if ( ( ! $is_other && $line->is_told_already( $claim, $part ) ) || $line->left()->is_zero() ) {
			$claim->is_entire = false;
			return;
		}
		$claim->is_doubtful = $claim->is_doubtful || ( ! $is_other && $line->is_held_by_other( $claim ) );
		$line->take( $part, $claim );
	}

	/** @return list<SharedLine> */
	private function on( int $order_id ): array {
		$is_on = fn ( SharedLine $line ): bool => $line->is_on( $order_id, $this->parent->id );
		return array_values( array_filter( $this->lines, $is_on ) );
	}

	private function entered( int $order_id ): Decimal {
		return $this->entered[ $order_id ] ?? Decimal::zero();
	}

	/** @param non-empty-list<array{SharedLine, RefundLine}> $taken what of it is billed by that order. */
	private function refund( Claim $claim, array $taken, OrderSnapshot $billed ): RefundSnapshot {
		$is_entire = $claim->is_entire && count( $taken ) === count( $claim->taken ) && ! $claim->is_end;
		$parts     = array_map( static fn ( array $one ): RefundLine => $one[1], $taken );
		$sum       = Decimal::sum( array_map( SharedLine::incl_tax( ... ), $parts ) );
		return new RefundSnapshot(
			id: $claim->refund->id,
			amount: $is_entire ? $claim->refund->amount : $sum->round( $billed->currency->decimals, Rounding::HalfUp ),
			lines: $this->billed_lines( $claim, $taken, $billed ),
			reason: $claim->refund->reason,
			created_at: $claim->refund->created_at,
			is_paid_back: $claim->is_paid_back,
			stored_at: $claim->refund->stored_at,
			is_doubtful: $claim->is_doubtful,
			is_disputed: $claim->refund->is_disputed
		);
	}

	/**
	 * A sum on that very order has no lines; nor has what gives back something that does not stand on it.
	 *
	 * @param non-empty-list<array{SharedLine, RefundLine}> $taken
	 * @return list<RefundLine>
	 */
	private function billed_lines( Claim $claim, array $taken, OrderSnapshot $billed ): array {
		$is_sum = ! $claim->is_end && ( new RefundedLines() )->worth_a_row( $claim->refund ) === [];
		if ( $is_sum && $claim->order_id === $billed->id ) {
			return [];
		}
		$lines = [];
		foreach ( $taken as [ $line, $part ] ) {
			$id = $line->id_on( $billed->id );
			if ( $id === 0 ) {
				return [];
			}
			$lines[ $id ] = self::both( $id, $part, $lines[ $id ] ?? null );
		}
		return array_values( $lines );
	}

	private static function both( int $id, RefundLine $part, ?RefundLine $and ): RefundLine {
		$taxes = $part->taxes;
		foreach ( $and->taxes ?? [] as $rate_id => $tax ) {
			$taxes[ $rate_id ] = $tax->plus( $taxes[ $rate_id ] ?? Decimal::zero() );
		}
		return new RefundLine(
			order_line_id: $id,
			quantity: $part->quantity->plus( $and->quantity ?? Decimal::zero() ),
			total: $part->total->plus( $and->total ?? Decimal::zero() ),
			taxes: $taxes
		);
	}
}
