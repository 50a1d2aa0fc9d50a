<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

/** A shop code that its owner recognises: the beginning of the host name. */
final class ShopCodeProposal {

	private const LONGEST  = 8;
	private const FALLBACK = 'SHOP';

	public function from_host( string $host ): string {
		$name    = (string) preg_replace( '/^www\./', '', strtolower( $host ) );
		$letters = strtoupper( (string) preg_replace( '/[^a-z0-9]/', '', explode( '.', $name )[0] ) );
		$code    = substr( $letters, 0, self::LONGEST );
		return strlen( $code ) < 2 ? self::FALLBACK : $code;
	}
}
