<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

/**
 * A shop code that its owner recognises: the beginning of the host name, or of the shop's own name where the host is a
 * bare IP number. Shops in folders of one host (a network of sites) would all get the same code and so the same
 * references: their codes end with the folder's name.
 */
final class ShopCodeProposal {

	private const LONGEST  = 8;
	private const HALF     = 4;
	private const FALLBACK = 'SHOP';

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

		$folder = $this->letters( $path );
		$code   = substr( $folder === '' ? $name : substr( $name, 0, self::HALF ) . $folder, 0, self::LONGEST );
		return strlen( $code ) < 2 ? self::FALLBACK : $code;
	}

	private function letters( string $text ): string {
		return (string) preg_replace( '/[^A-Z0-9]/', '', strtoupper( $text ) );
	}
}
