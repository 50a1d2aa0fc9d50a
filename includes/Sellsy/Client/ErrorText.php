<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Client;

defined( 'ABSPATH' ) || exit;

/** Sellsy's own words about a refusal, fit to be shown and kept. */
final class ErrorText {

	private const MAX = 500;

	/** Sellsy quotes what it refuses; an e-mail address is personal. */
	public static function shortened( string $sentence ): string {
		return mb_substr( (string) preg_replace( '/[^\s<>"«»:;,]+@[^\s<>"«»:;,]+/u', '…@…', $sentence ), 0, self::MAX );
	}
}
