<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

/**
 * A shop code that its owner recognises and no other shop gets: the beginning of the host name, or of the shop's own
 * name where the host is a bare IP number, and three characters of the whole address. Two shops of one owner in one
 * Sellsy account (boutique-lyon.fr, boutique-paris.fr; folders of one host) must not write the same references.
 */
final class ShopCodeProposal {

	private const NAME     = 5;
	private const HALF     = 3;
	private const MARK     = 3;
	private const FALLBACK = 'SHOP';

	/** None that is taken for another when it is read aloud or written by hand. */
	private const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

	/**
	 * @param string $host of the shop's home page.
	 * @param string $path of the same page.
	 * @param string $shop what the shop is called, without accents.
	 */
	public function from_home( string $host, string $path, string $shop ): string {
		$is_number = filter_var( trim( $host, '[]' ), FILTER_VALIDATE_IP ) !== false;
		$name      = $this->letters(
			$is_number ? $shop : explode( '.', (string) preg_replace( '/^www\./i', '', $host ) )[0]
		);

		$folder  = $this->letters( $path );
		$begins  = substr( $folder === '' ? $name : substr( $name, 0, self::HALF ) . $folder, 0, self::NAME );
		$address = strtolower( (string) preg_replace( '/^www\./i', '', $host ) . rtrim( $path, '/' ) );
		return ( strlen( $begins ) < 2 ? self::FALLBACK : $begins ) . $this->mark( "$address $name" );
	}

	private function mark( string $address ): string {
		$hash = hash( 'sha256', $address, true );
		$mark = '';
		for ( $i = 0; $i < self::MARK; $i++ ) {
			$mark .= self::SIGNS[ ord( $hash[ $i ] ) % strlen( self::SIGNS ) ];
		}
		return $mark;
	}

	private function letters( string $text ): string {
		return (string) preg_replace( '/[^A-Z0-9]/', '', strtoupper( $text ) );
	}
}
