<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Buyers;

defined( 'ABSPATH' ) || exit;

/** The nine digits that identify a French company (INSEE); the last one is a Luhn check digit. */
final class Siren {

	/** The digits alone, or empty when what was typed is no SIREN. */
	public static function read( string $typed ): string {
		$digits = str_replace( [ ' ', "\u{A0}", "\u{202F}", '.', '-' ], '', $typed );
		return preg_match( '/^\d{9}$/', $digits ) === 1 && Luhn::holds( $digits ) ? $digits : '';
	}
}
