<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** What an act would do for the orders that were ticked, and for which of them it would do nothing. */
final class BulkPlan {

	/**
	 * @param list<BulkStep>           $steps
	 * @param array<string, list<int>> $left  orders by the value of LeftOut.
	 */
	public function __construct(
		public readonly array $steps,
		public readonly array $left,
	) {}

	/** @return list<BulkStep> those whose documents become final. */
	public function finals(): array {
		return array_values( array_filter( $this->steps, static fn ( BulkStep $step ): bool => $step->is_final ) );
	}

	/** How many orders have a document become final of which no payment is known. */
	public function unpaid_finals( BulkOrders $orders ): int {
		$ids = array_map( static fn ( BulkStep $step ): int => $step->key->order_id, $this->finals() );
		return count(
			array_filter(
				array_unique( $ids ),
				static fn ( int $id ): bool => ( $orders->snapshots[ $id ]->paid_at ?? null ) === null
			)
		);
	}

	/**
	 * @param list<BulkStep> $steps
	 * @return array<string, string> TTC by currency, with its decimals; without what nobody knows.
	 */
	public static function totals( array $steps ): array {
		$totals   = [];
		$sums     = [];
		$decimals = [];
		foreach ( $steps as $step ) {
			if ( $step->total !== null && $step->currency !== null ) {
				$code              = $step->currency->code;
				$decimals[ $code ] = $step->currency->decimals;
				$sums[ $code ]     = ( $sums[ $code ] ?? Decimal::zero() )->plus( $step->total );
			}
		}
		foreach ( $sums as $code => $sum ) {
			$totals[ $code ] = $sum->to_scale( $decimals[ $code ] );
		}
		return $totals;
	}

	/** What a person has seen and said yes to: something else would be another plan. */
	public function mark(): string {
		$finals = $this->finals();
		$parts  = [ count( $this->steps ), count( $finals ) ];
		foreach ( self::totals( $finals ) as $code => $sum ) {
			$parts[] = "$sum $code";
		}
		return implode( '|', $parts );
	}

	/** @param list<int> $order_ids that this person may not edit. */
	public function and_forbidden( array $order_ids ): self {
		return $order_ids === []
			? $this
			: new self( $this->steps, [ LeftOut::Forbidden->value => $order_ids ] + $this->left );
	}
}
