<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Options;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WordPress\Tables\CheckedRead;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/**
 * A setting that is off unless it was switched on, without all that goes with the others: asked in each request of a
 * shopper.
 */
final class SettingSwitch {

	public const OPTION = 'orderinvoicer_settings';

	/**
	 * As WordPress has loaded it with all options; where it has not, it is asked for, and a database that does not
	 * answer is no reason to stop a shopper.
	 *
	 * @param 'checkout_numbers'|'checkout_company_box' $name
	 */
	public static function is_on( string $name ): bool {
		$loaded = wp_load_alloptions()[ self::OPTION ] ?? null;
		try {
			$stored = is_string( $loaded )
				? maybe_unserialize( $loaded )
				: CheckedRead::read( static fn (): mixed => get_option( self::OPTION, [] ) );
		} catch ( DatabaseRefused ) {
			return false;
		}
		return is_array( $stored ) && ( $stored[ $name ] ?? null ) === true;
	}
}
