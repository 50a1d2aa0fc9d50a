<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

/**
 * A shop code that its owner recognises: the beginning of the host name. Shops in folders of one host (a network of
 * sites) would all get the same, and with it each other's references: theirs ends with the folder's name.
 */
final class ShopCodeProposal {

	private const LONGEST  = 8;
	private const HALF     = 4;
	private const FALLBACK = 'SHOP';

	/** @param string $url the shop's home. */
	public function from_url( string $url ): string {
		$host   = (string) preg_replace( '/^www\./', '', strtolower( (string) parse_url( $url, PHP_URL_HOST ) ) );
		$name   = $this->letters( explode( '.', $host )[0] );
		$folder = $this->letters( (string) parse_url( $url, PHP_URL_PATH ) );
		$code   = substr( $folder === '' ? $name : substr( $name, 0, self::HALF ) . $folder, 0, self::LONGEST );
		return strlen( $code ) < 2 ? self::FALLBACK : $code;
	}

	private function letters( string $text ): string {
		return (string) preg_replace( '/[^A-Z0-9]/', '', strtoupper( $text ) );
	}
}
