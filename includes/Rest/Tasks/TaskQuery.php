<?php
declare( strict_types=1 );

namespace OrderInvoicer\Rest\Tasks;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\Day;
use OrderInvoicer\Domain\Settings\Values;

/** Which tasks a request is about. */
final class TaskQuery {

	/** Entries that one question may name: they stand in its address. */
	public const FOLLOWED = 500;

	/**
	 * What GET and POST ask for, as a filter of the ledger. Days are the shop's.
	 *
	 * @throws Refused where a day is none.
	 */
	public static function filter( Values $query ): TaskFilter {
		$state  = TaskState::tryFrom( $query->text( 'state', '' ) );
		$effect = Effect::tryFrom( $query->text( 'effect', '' ) );
		return new TaskFilter(
			states: $state === null ? [] : [ $state ],
			effects: $effect === null ? [] : [ $effect ],
			order_ids: self::orders( $query->text( 'order', '' ) ),
			from: self::day( $query->text( 'from', '' ) ),
			until: self::day( $query->text( 'until', '' ) )?->modify( '+1 day' ),
			problem: $query->text( 'problem', '' ),
			ids: array_values( array_filter( $query->list_of( 'ids' ) ?? [], is_int( ... ) ) )
		);
	}

	/**
	 * The order with that id, and the one with that number: plugins that number orders answer WooCommerce's own
	 * question of its tracking page.
	 *
	 * @return list<int> 0 for what is no order at all.
	 */
	public static function orders( string $number ): array {
		$number = ltrim( trim( $number ), '#' );
		if ( $number === '' ) {
			return [];
		}
		// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WooCommerce's hook.
		$found = apply_filters( 'woocommerce_shortcode_order_tracking_order_id', $number );
		return [ ctype_digit( $number ) ? (int) $number : 0, is_numeric( $found ) ? (int) $found : 0 ];
	}

	private static function day( string $day ): ?\DateTimeImmutable {
		if ( $day !== '' && ! Day::exists( $day ) ) {
			throw new Refused( Refused::NO_SUCH_DAY, [ 'day' => $day ] );
		}
		$midnight = \DateTimeImmutable::createFromFormat( '!Y-m-d', $day, wp_timezone() );
		return $midnight === false ? null : $midnight;
	}
}
