<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WordPress\Tables\Sql;

/**
 * Where a shop's shipping zones lead to: a country that none of them reaches cannot be ordered from. As in
 * WooCommerce, the first zone that holds an address decides, and what no zone holds falls to the one for everywhere
 * else.
 */
final class DeliveryCountries {

	public function __construct(
		private readonly \wpdb $wpdb,
		private readonly Sql $sql,
	) {}

	/**
	 * @param list<string> $countries codes.
	 * @return list<string> those of them that may be ordered from.
	 */
	public function of( array $countries ): array {
		if ( ! $this->do_zones_decide() ) {
			return $countries;
		}
		$zones = $this->zones();
		return array_values(
			array_filter( $countries, fn ( string $country ): bool => $this->is_reached( $country, $zones ) )
		);
	}

	/** What is not sent needs no zone, and a method without zones leads everywhere. */
	private function do_zones_decide(): bool {
		return in_array( 'wc_product_meta_lookup', $this->wpdb->tables, true )
			&& ! $this->is_something_virtual()
			&& array_filter( WC()->shipping()->load_shipping_methods(), self::leads_everywhere( ... ) ) === [];
	}

	private function is_something_virtual(): bool {
		return $this->sql->value(
			"SELECT 1 FROM %i product
			INNER JOIN %i post ON post.ID = product.product_id AND post.post_status = 'publish'
			WHERE product.virtual = 1 LIMIT 1",
			[ $this->sql->table( 'wc_product_meta_lookup' ), $this->wpdb->posts ]
		) !== '';
	}

	/** Who collects pays the taxes of the shop's own address. */
	private static function leads_everywhere( \WC_Shipping_Method $method ): bool {
		return $method->is_enabled()
			&& ! $method->supports( 'shipping-zones' )
			&& ! $method->supports( 'local-pickup' );
	}

	/**
	 * @return list<array{has_methods: bool, is_for_parts: bool, locations: list<string>}> in their order; without
	 *         locations everywhere.
	 */
	private function zones(): array {
		$rows  = $this->sql->rows(
			'SELECT zone.zone_id, location.location_type AS type, location.location_code AS code,
				EXISTS( SELECT 1 FROM %i method WHERE method.zone_id = zone.zone_id AND method.is_enabled = 1 )
					AS has_methods
			FROM ( SELECT zone_id, 0 AS is_last, zone_order FROM %i UNION ALL SELECT 0, 1, 0 ) zone
			LEFT JOIN %i location ON location.zone_id = zone.zone_id
			ORDER BY zone.is_last, zone.zone_order, zone.zone_id',
			[
				$this->sql->table( 'woocommerce_shipping_zone_methods' ),
				$this->sql->table( 'woocommerce_shipping_zones' ),
				$this->sql->table( 'woocommerce_shipping_zone_locations' ),
			]
		);
		$zones = [];
		foreach ( $rows as $row ) {
			$id   = $row['zone_id'] ?? '';
			$type = $row['type'] ?? '';
			$seen = $zones[ $id ] ?? [
				'has_methods'  => false,
				'is_for_parts' => false,
				'locations'    => [],
			];
			$zones[ $id ] = [
				'has_methods'  => ( $row['has_methods'] ?? '' ) === '1',
				'is_for_parts' => $seen['is_for_parts'] || $type === 'postcode',
				'locations'    => $type === '' || $type === 'postcode'
					? $seen['locations']
					: [ ...$seen['locations'], "$type:" . ( $row['code'] ?? '' ) ],
			];
		}
		return array_values( $zones );
	}

	/** @param list<array{has_methods: bool, is_for_parts: bool, locations: list<string>}> $zones */
	private function is_reached( string $country, array $zones ): bool {
		$whole = [ "country:$country", 'continent:' . WC()->countries->get_continent_code_for_country( $country ) ];
		foreach ( $zones as $zone ) {
			$is_whole = $zone['locations'] === [] || array_intersect( $whole, $zone['locations'] ) !== [];
			$is_part  = array_filter(
				$zone['locations'],
				static fn ( string $location ): bool => str_starts_with( $location, "state:$country:" )
			) !== [];
			if ( $zone['has_methods'] && ( $is_whole || $is_part ) ) {
				return true;
			}
			if ( $is_whole && ! $zone['is_for_parts'] ) {
				return false;
			}
		}
		return false;
	}
}
