<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Condition;
use OrderInvoicer\WooCommerce\Order\BackgroundReader;
use OrderInvoicer\WordPress\Tables\CheckedRead;

/**
 * What rules may ask for in this shop, as it is stored, with what the shop calls it.
 *
 * @phpstan-type RuleChoiceAnswer array{
 *     id: string,
 *     name: string,
 * }
 * @phpstan-type RuleChoicesAnswer array{
 *     // Methods, and each method of a zone, such as flat_rate:3.
 *     shipping: list<RuleChoiceAnswer>,
 *     roles: list<RuleChoiceAnswer>,
 *     // With those above it.
 *     categories: list<array{
 *         id: PositiveInt,
 *         name: string,
 *     }>,
 *     // The shop's own first.
 *     currencies: list<RuleChoiceAnswer>,
 * }
 */
final class RuleChoices {

	private const PICKUP   = 'pickup_location';
	private const CATEGORY = 'product_cat';

	/** @return RuleChoicesAnswer */
	public function all(): array {
		return [
			'shipping'   => self::choices( $this->names( Condition::Shipping ) ),
			'roles'      => self::choices( $this->names( Condition::Roles ) ),
			'categories' => $this->categories(),
			'currencies' => self::choices( $this->names( Condition::Currencies ) ),
		];
	}

	/** @return array<string> by id; none for what has no names. */
	public function names( Condition $condition ): array {
		return CheckedRead::read(
			fn (): array => match ( $condition ) {
				Condition::Gateways   => array_column( ( new PaymentGateways() )->registered(), 'title', 'id' ),
				Condition::Shipping   => self::shipping(),
				Condition::Roles      => self::roles(),
				Condition::Categories => array_column( $this->categories(), 'name', 'id' ),
				Condition::Currencies => self::currencies(),
				default               => [],
			}
		);
	}

	/**
	 * @param array<string> $names by id.
	 * @return list<RuleChoiceAnswer>
	 */
	private static function choices( array $names ): array {
		return array_map(
			static fn ( int|string $id, string $name ): array => [
				'id'   => (string) $id,
				'name' => $name,
			],
			array_keys( $names ),
			array_values( $names )
		);
	}

	/** @return array<string> by id. */
	private static function shipping(): array {
		$types = [];
		$names = [];
		foreach ( [ ...array_keys( \WC_Shipping_Zones::get_zones() ), 0 ] as $id ) { // 0 is everywhere else.
			$zone = \WC_Shipping_Zones::get_zone( (int) $id );
			if ( ! $zone instanceof \WC_Shipping_Zone ) {
				continue;
			}
			foreach ( $zone->get_shipping_methods() as $method ) {
				if ( $method instanceof \WC_Shipping_Method ) {
					$types[ $method->id ] = self::plain( $method->get_method_title() );
					$names[ "{$method->id}:{$method->get_instance_id()}" ] =
						self::plain( "{$method->get_title()} ({$zone->get_zone_name()})" );
				}
			}
		}
		$pickup = WC()->shipping()->load_shipping_methods()[ self::PICKUP ] ?? null;
		if ( $pickup instanceof \WC_Shipping_Method ) {
			$types[ self::PICKUP ] = self::plain(
				sprintf(
					/* translators: %s: name of a shipping method, such as Pickup. */
					__( '%s (at the block checkout)', 'orderinvoicer' ),
					$pickup->get_title()
				)
			);
		}
		return $types + $names;
	}

	/** @return array<string> by id. */
	private static function roles(): array {
		return array_map(
			static fn ( mixed $name ): string => is_string( $name ) ? translate_user_role( $name ) : '',
			wp_roles()->get_names()
		);
	}

	/** @return list<array{id: positive-int, name: string}> */
	private function categories(): array {
		$terms = CheckedRead::read(
			static fn (): mixed => get_terms(
				[
					'taxonomy'   => self::CATEGORY,
					'hide_empty' => false,
					'orderby'    => 'name',
				] + BackgroundReader::ALL_LANGUAGES
			)
		);
		$is    = static fn ( mixed $term ): bool => $term instanceof \WP_Term;
		$terms = array_filter( is_array( $terms ) ? $terms : [], $is );
		$by_id = array_column( $terms, null, 'term_id' );
		$named = [];
		foreach ( $by_id as $id => $term ) {
			$named[] = [
				'id'   => max( 1, (int) $id ),
				'name' => self::path( $term, $by_id ),
			];
		}
		usort( $named, static fn ( array $one, array $other ): int => strnatcasecmp( $one['name'], $other['name'] ) );
		return $named;
	}

	/** @param array<\WP_Term> $terms by id. */
	private static function path( \WP_Term $term, array $terms, int $most = 9 ): string {
		$above = $terms[ $term->parent ] ?? null;
		$name  = self::plain( $term->name );
		return $above === null || $most === 0 ? $name : self::path( $above, $terms, $most - 1 ) . " › $name";
	}

	/** @return array<string> by id. */
	private static function currencies(): array {
		$all   = [ get_woocommerce_currency(), ...array_keys( get_woocommerce_currencies() ) ];
		$codes = array_map( strval( ... ), $all );
		return array_combine( $codes, $codes );
	}

	private static function plain( mixed $html ): string {
		return is_string( $html ) ? html_entity_decode( wp_strip_all_tags( $html ), ENT_QUOTES, 'UTF-8' ) : '';
	}
}
