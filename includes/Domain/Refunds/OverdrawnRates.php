<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Refunds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Amounts\DocumentAmounts;
use OrderInvoicer\Domain\Amounts\LinePart;
use OrderInvoicer\Domain\Amounts\TaxGroup;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\RefundSnapshot;

/**
 * A refund by line takes more of a rate than the invoice still holds there, though the line itself was charged: a part
 * of a negative fee lies on the rate, or a refund by sum has taken some of it. The rate gives what it holds, and the
 * rest is spread over the others as a refund by sum is. So the credit note is worth its refund all the same.
 */
final class OverdrawnRates {

	/** More than WooCommerce stores. */
	private const SCALE = 10;

	public function __construct( private readonly LumpSum $lump ) {}

	/**
	 * @param Credit          $by_line what the refund's lines say.
	 * @param DocumentAmounts $amounts of it.
	 * @param string          $name    of the rows for the rest.
	 */
	public function credit(
		RefundSnapshot $refund,
		Credit $by_line,
		DocumentAmounts $amounts,
		Remaining $left,
		string $name,
	): Credit {
		$others = $left->ttc;
		$lines  = array_column( $by_line->order->lines, null, 'id' );
		$rest   = $refund->amount->to_minor( $amounts->decimals );
		foreach ( $amounts->groups as $group ) {
			$key            = TaxGroup::key( $group->parts[0]->tax );
			$held           = max( 0, $left->ttc[ $key ] ?? 0 );
			$given          = min( $held, $group->ttc() );
			$others[ $key ] = $held - $given;
			$rest          -= $given;
			if ( $given < $group->ttc() ) {
				$lines = self::lowered( $lines, $group, $given );
			}
		}
		$more   = $this->lump->lines( max( 0, $rest ), $others, $left, $name, self::unused_id( $lines ) );
		$credit = $by_line->order->charging(
			$refund->amount,
			[ ...array_values( $lines ), ...$more ],
			$by_line->order->prices_include_tax
		);
		return new Credit( $credit, count( $more ) + count( $amounts->groups ) + $left->positive_rest() );
	}

	/**
	 * @param array<int, OrderLine> $lines by id.
	 * @param int                   $ttc   what they may take of their rate, minor units.
	 * @return array<int, OrderLine>
	 */
	private static function lowered( array $lines, TaxGroup $group, int $ttc ): array {
		$share = static fn ( Decimal $amount ): Decimal => $amount->times( Decimal::of_int( $ttc ) )
			->divided_by( Decimal::of_int( $group->ttc() ), self::SCALE, Rounding::HalfUp );
		foreach ( $group->parts as $part ) {
			$line               = $lines[ $part->line->id ];
			$lines[ $line->id ] = $line->charging(
				$line->quantity,
				$line->total->minus( $part->base )->plus( $share( $part->base ) ),
				self::with( $line->taxes, $part, $share( $part->vat ) )
			);
		}
		return array_filter( $lines, static fn ( OrderLine $line ): bool => ! $line->is_worth_nothing() );
	}

	/**
	 * @param array<int, Decimal> $taxes by rate id.
	 * @return array<int, Decimal>
	 */
	private static function with( array $taxes, LinePart $part, Decimal $vat ): array {
		return $part->rate_id === null ? $taxes : array_replace( $taxes, [ $part->rate_id => $vat ] );
	}

	/** @param array<int, OrderLine> $lines by id. */
	private static function unused_id( array $lines ): int {
		return $lines === [] ? 1 : max( array_keys( $lines ) ) + 1;
	}
}
