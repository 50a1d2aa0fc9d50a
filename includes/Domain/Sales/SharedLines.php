<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Sales;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;

/** Which line of a child is which line of its parent: the same thing at the same price, or together that price. */
final class SharedLines {

	/**
	 * @param list<OrderSnapshot> $children
	 * @return list<SharedLine>
	 */
	public static function of( OrderSnapshot $parent, array $children ): array {
		$open  = array_column( $parent->lines, null, 'id' );
		$lines = [];
		$rest  = [];
		foreach ( $children as $child ) {
			foreach ( $child->lines as $line ) {
				$same = self::same( $line, $open );
				unset( $open[ $same ] );
				if ( $same > 0 ) {
					$lines[] = new SharedLine( $line, $child->id, $same );
				} else {
					$rest[] = [ $child->id, $line ];
				}
			}
		}
		return [ ...$lines, ...self::together( $open, $rest ) ];
	}

	/** @param array<int, OrderLine> $open lines of the parent by id. */
	private static function same( OrderLine $line, array $open ): int {
		foreach ( $open as $id => $other ) {
			if (
				self::is_alike( $line, $other )
				&& $line->quantity->equals( $other->quantity )
				&& $line->total->equals( $other->total )
			) {
				return $id;
			}
		}
		return 0;
	}

	/**
	 * Such as one delivery of the parent that its children share.
	 *
	 * @param array<int, OrderLine>         $open
	 * @param list<array{int, OrderLine}> $rest
	 * @return list<SharedLine>
	 */
	private static function together( array $open, array $rest ): array {
		$lines = [];
		foreach ( $open as $id => $line ) {
			$parts = array_filter( $rest, static fn ( array $one ): bool => self::is_alike( $one[1], $line ) );
			$sum   = Decimal::sum( array_column( array_column( $parts, 1 ), 'total' ) );
			if ( $parts !== [] && $sum->equals( $line->total ) ) {
				foreach ( $parts as [ $child_id, $part ] ) {
					$lines[] = new SharedLine( $part, $child_id, $id );
				}
				$rest = array_diff_key( $rest, $parts );
			} else {
				$lines[] = new SharedLine( $line, 0, $id );
			}
		}
		foreach ( $rest as [ $child_id, $line ] ) {
			$lines[] = new SharedLine( $line, $child_id, 0 );
		}
		return $lines;
	}

	private static function is_alike( OrderLine $line, OrderLine $other ): bool {
		return $line->kind === $other->kind && $line->product_id === $other->product_id;
	}
}
