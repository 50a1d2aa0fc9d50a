<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Sales;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\RefundLine;

/** What was sold once and stands on two orders of a sale; or on one of them alone. */
final class SharedLine {

	/** More than WooCommerce stores. */
	private const SCALE = 10;

	/** What was given back of it so far is taken off. */
	private OrderLine $left;

	/** Entered on both sides within so many seconds, it is one refund. */
	private const SAME_MOMENT = 300;

	/** @var list<array{Claim, Decimal, bool}> who took how much of it, TTC, and whether the other side has it too. */
	private array $claims = [];

	/**
	 * @param OrderLine $line      as it charges; the child's where both have it.
	 * @param int       $child_id  0: it stands on the parent alone.
	 * @param int       $parent_line_id 0: on the child alone.
	 */
	public function __construct(
		public readonly OrderLine $line,
		public readonly int $child_id,
		public readonly int $parent_line_id,
	) {
		$this->left = $line;
	}

	/** Its id on that order; 0: it is not there. */
	public function id_on( int $order_id ): int {
		return match ( true ) {
			$this->child_id === $order_id => $this->line->id,
			$this->child_id === 0         => $this->line->id,
			default                       => $this->parent_line_id,
		};
	}

	public function is_on( int $order_id, int $parent_id ): bool {
		return $order_id === $parent_id ? $this->parent_line_id > 0 : $order_id === $this->child_id;
	}

	public function left(): Decimal {
		return $this->left->incl_tax();
	}

	/** All that is left. */
	public function rest(): RefundLine {
		return new RefundLine(
			order_line_id: $this->line->id,
			quantity: $this->left->quantity,
			total: $this->left->total,
			taxes: $this->left->taxes
		);
	}

	/** The part of what is left that a sum takes of a whole. */
	public function share( Decimal $sum, Decimal $whole ): RefundLine {
		return $this->scaled( $this->left->total, $this->left->taxes, $sum, $whole );
	}

	/** Of a line of the parent that stands on several children, this one's part. */
	public function part_of( RefundLine $refunded, Decimal $whole ): RefundLine {
		return $whole->equals( $this->line->incl_tax() ) || $whole->is_zero()
			? $refunded
			: $this->scaled( $refunded->total, $refunded->taxes, $this->line->incl_tax(), $whole );
	}

	/** The other side has entered the same in the same moment: that one and this are one. */
	public function is_told_already( Claim $claim, RefundLine $part ): bool {
		$amount = self::incl_tax( $part );
		foreach ( $this->claims as $at => [ $other, $taken, $is_paired ] ) {
			$is_same = ! $is_paired
				&& $other->order_id !== $claim->order_id
				&& $other->is_beside( $claim, self::SAME_MOMENT )
				&& $taken->minus( $amount )->abs()->compare( Decimal::of_minor( 1, 2 ) ) <= 0;
			if ( $is_same ) {
				$this->claims[ $at ][2] = true;
				$other->is_paid_back    = $other->is_paid_back || $claim->is_paid_back;
				return true;
			}
		}
		return false;
	}

	/** The other side has taken something of it that this side has not told. */
	public function is_held_by_other( Claim $claim ): bool {
		foreach ( $this->claims as [ $other, , $is_paired ] ) {
			if ( ! $is_paired && ! $other->is_paired && $other->order_id !== $claim->order_id ) {
				return true;
			}
		}
		return false;
	}

	public function take( RefundLine $part, Claim $by ): void {
		$taxes = $this->left->taxes;
		foreach ( $taxes as $rate_id => $tax ) {
			$taxes[ $rate_id ] = self::rest_of( $tax, $part->taxes[ $rate_id ] ?? Decimal::zero() );
		}
		$this->left     = $this->left->charging(
			self::rest_of( $this->left->quantity, $part->quantity ),
			self::rest_of( $this->left->total, $part->total ),
			$taxes
		);
		$this->claims[] = [ $by, self::incl_tax( $part ), false ];
		$by->taken[]    = [ $this, $part ];
	}

	public static function incl_tax( RefundLine $line ): Decimal {
		return $line->total->plus( Decimal::sum( $line->taxes ) );
	}

	/**
	 * @param array<int, Decimal> $taxes
	 */
	private function scaled( Decimal $total, array $taxes, Decimal $part, Decimal $whole ): RefundLine {
		$share = static fn ( Decimal $amount ): Decimal => $whole->is_zero()
			? $amount
			: $amount->times( $part )->divided_by( $whole, self::SCALE, Rounding::HalfUp );
		return new RefundLine(
			order_line_id: $this->line->id,
			quantity: Decimal::zero(),
			total: $share( $total ),
			taxes: array_map( $share, $taxes )
		);
	}

	/** More than there is leaves nothing. */
	private static function rest_of( Decimal $left, Decimal $taken ): Decimal {
		$rest = $left->minus( $taken );
		return $left->is_positive() && ! $rest->is_positive() ? Decimal::zero() : $rest;
	}
}
