<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\OwnerMail;

defined( 'ABSPATH' ) || exit;

/**
 * Which e-mails to the owner are switched on, read from WooCommerce's own options: the pass asks it every five minutes
 * and need not make all of WooCommerce's e-mails for that.
 */
final class OwnerEmailOptions {

	/** Ids of WooCommerce e-mails. */
	public const STANDSTILL = 'orderinvoicer_standstill';
	public const DIGEST     = 'orderinvoicer_digest';

	public const ALL = [ self::STANDSTILL, self::DIGEST ];

	public static function is_on( string $id ): bool {
		$stored = get_option( self::option( $id ), [] );
		return is_array( $stored ) && ( $stored['enabled'] ?? '' ) === 'yes';
	}

	/** Once, for a site that is new: on one that was updated nothing is sent before somebody switches it on. */
	public static function switch_on(): void {
		foreach ( self::ALL as $id ) {
			add_option( self::option( $id ), [ 'enabled' => 'yes' ] );
		}
	}

	private static function option( string $id ): string {
		return "woocommerce_{$id}_settings";
	}
}
