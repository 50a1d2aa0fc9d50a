<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Options;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\WordPress\Tables\CheckedRead;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/**
 * Settings that are off unless they were switched on, without all that goes with the others: asked in each request of a
 * shopper, and on each page of wp-admin.
 */
final class SettingSwitch {

	public const OPTION = 'orderinvoicer_settings';

	/**
	 * A database that does not answer is no reason to stop a shopper.
	 *
	 * @param 'checkout_numbers'|'checkout_company_box' $name
	 */
	public static function is_on( string $name ): bool {
		try {
			return ( self::stored()[ $name ] ?? null ) === true;
		} catch ( DatabaseRefused ) {
			return false;
		}
	}

	/**
	 * Something is switched on that makes documents (`Settings::is_at_work()`).
	 *
	 * @throws DatabaseRefused
	 */
	public static function makes_documents(): bool {
		$workflows = array_intersect_key( self::stored(), array_column( DocumentKind::cases(), null, 'value' ) );
		return in_array( true, array_column( $workflows, 'enabled' ), true );
	}

	/**
	 * As WordPress has loaded it with all options; where it has not, it is asked for.
	 *
	 * @return array<mixed>
	 * @throws DatabaseRefused
	 */
	private static function stored(): array {
		$loaded = wp_load_alloptions()[ self::OPTION ] ?? null;
		$stored = is_string( $loaded )
			? maybe_unserialize( $loaded )
			: CheckedRead::read( static fn (): mixed => get_option( self::OPTION, [] ) );
		return is_array( $stored ) ? $stored : [];
	}
}
