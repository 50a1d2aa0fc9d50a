<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\Figures;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\OrderUtil;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Features\Figures\Rules\Period;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\UtcTime;
use OrderInvoicer\WordPress\Tables\WpdbReport;

/**
 * What was ordered, from WooCommerce's own list: orders that wait for their moment have no row with us. Its lookup
 * tables lag behind, and add currencies together. By currency, in its minor units.
 *
 * @phpstan-type Ordered array<string, array{orders: int, total: int}>
 */
final class WooOrdered {

	/** Nobody bought these, or not yet, as WooCommerce's own reports have it. */
	private const NO_SALES = [ 'wc-pending', 'wc-failed', 'wc-cancelled', 'wc-checkout-draft' ];

	public function __construct(
		private readonly \wpdb $wpdb,
		private readonly Sql $sql,
	) {}

	/** @return Ordered placed on these days. */
	public function ordered( Period $period ): array {
		return OrderUtil::custom_orders_table_usage_is_enabled()
			? $this->sums(
				"SELECT o.currency, COUNT(*) AS orders, SUM( o.total_amount ) AS total FROM %i o
				WHERE o.type = 'shop_order' AND o.status IN ( %s ) AND o.date_created_gmt >= %s
					AND o.date_created_gmt < %s GROUP BY o.currency",
				[ $this->sql->table( 'wc_orders' ), $this->statuses(), ...self::moments( $period ) ]
			)
			: $this->sums(
				"SELECT c.meta_value AS currency, COUNT(*) AS orders,
					SUM( CAST( t.meta_value AS DECIMAL( 26, 8 ) ) ) AS total
				FROM %i o LEFT JOIN %i t ON t.post_id = o.ID AND t.meta_key = '_order_total'
				LEFT JOIN %i c ON c.post_id = o.ID AND c.meta_key = '_order_currency'
				WHERE o.post_type = 'shop_order' AND o.post_status IN ( %s ) AND o.post_date_gmt >= %s
					AND o.post_date_gmt < %s GROUP BY c.meta_value",
				[ ...$this->posts( 2 ), $this->statuses(), ...self::moments( $period ) ]
			);
	}

	/**
	 * Paid, and without an invoice so far.
	 *
	 * @param string $since `Y-m-d`: orders of earlier days get none by themselves.
	 * @return Ordered
	 */
	public function without_invoice( Period $period, string $since ): array {
		$counted = Period::of( max( $period->from, $since ), $period->until );
		if ( $counted === null ) {
			return [];
		}
		$without = "NOT EXISTS ( SELECT 1 FROM %i a WHERE a.order_id = o.id AND a.kind = 'invoice' )";
		$report  = $this->sql->table( WpdbReport::TABLE );
		return OrderUtil::custom_orders_table_usage_is_enabled()
			? $this->sums(
				"SELECT o.currency, COUNT(*) AS orders, SUM( o.total_amount ) AS total FROM %i o
				INNER JOIN %i d ON d.order_id = o.id AND d.date_paid_gmt IS NOT NULL
				WHERE o.type = 'shop_order' AND o.status IN ( %s ) AND o.date_created_gmt >= %s
					AND o.date_created_gmt < %s AND o.total_amount > 0 AND $without GROUP BY o.currency",
				[
					$this->sql->table( 'wc_orders' ),
					$this->sql->table( 'wc_order_operational_data' ),
					$this->statuses(),
					...self::moments( $counted ),
					$report,
				]
			)
			: $this->sums(
				"SELECT c.meta_value AS currency, COUNT(*) AS orders,
					SUM( CAST( t.meta_value AS DECIMAL( 26, 8 ) ) ) AS total
				FROM %i o INNER JOIN %i p ON p.post_id = o.ID AND p.meta_key = '_date_paid' AND p.meta_value <> ''
				INNER JOIN %i t ON t.post_id = o.ID AND t.meta_key = '_order_total' AND t.meta_value > 0
				LEFT JOIN %i c ON c.post_id = o.ID AND c.meta_key = '_order_currency'
				WHERE o.post_type = 'shop_order' AND o.post_status IN ( %s ) AND o.post_date_gmt >= %s
					AND o.post_date_gmt < %s AND $without GROUP BY c.meta_value",
				[ ...$this->posts( 3 ), $this->statuses(), ...self::moments( $counted ), $report ]
			);
	}

	/**
	 * @param literal-string                     $sql
	 * @param list<string|int|array<string|int>> $arguments
	 * @return Ordered
	 */
	private function sums( string $sql, array $arguments ): array {
		$sums = [];
		foreach ( $this->sql->rows_now( $sql, $arguments ) as $row ) {
			$total = Decimal::from_string( $row['total'] === '' ? '0' : $row['total'] );

			$sums[ $row['currency'] ] = [
				'orders' => (int) $row['orders'],
				'total'  => $total->rounded_minor(
					Currency::from_code( $row['currency'] )->decimals,
					Rounding::HalfUp
				),
			];
		}
		return $sums;
	}

	/** @return list<string> the table of posts, and that of their metas so many times. */
	private function posts( int $metas ): array {
		return [ $this->wpdb->posts, ...array_fill( 0, $metas, $this->wpdb->postmeta ) ];
	}

	/** @return array{string, string} */
	private static function moments( Period $period ): array {
		return [
			UtcTime::to_column( $period->starts( wp_timezone() ) ),
			UtcTime::to_column( $period->ends( wp_timezone() ) ),
		];
	}

	/** @return list<string> as WooCommerce stores them. */
	private function statuses(): array {
		$all = array_map( strval( ... ), array_keys( wc_get_order_statuses() ) );
		return array_values( array_diff( $all, self::NO_SALES ) );
	}
}
