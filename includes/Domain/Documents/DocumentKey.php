<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Documents;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Text\PlainText;

/**
 * Our key on a document, by which it is found again: `{shop code}-{order number}`, `/R1` added for a replacement. A
 * credit note adds its refund, `/A123`; `/A0` credits all that is left.
 */
final class DocumentKey {

	/** Sellsy's limit of `order_reference`. */
	private const MAX = 100;

	public static function text( string $shop_code, string $order_number, int $revision ): string {
		return self::with( "$shop_code-$order_number", $revision > 0 ? "/R$revision" : '' );
	}

	public static function of_credit_note(
		string $shop_code,
		string $order_number,
		int $refund_id,
		int $revision,
	): string {
		return self::with( "$shop_code-$order_number", "/A$refund_id" . ( $revision > 0 ? "/R$revision" : '' ) );
	}

	/** Shop codes hold no dash (`Settings`). */
	public static function is_of( string $shop_code, string $key ): bool {
		return str_starts_with( $key, "$shop_code-" );
	}

	/** Both are keys of one shop, whichever that is. */
	public static function share_code( string $one, string $other ): bool {
		$code = strstr( $other, '-', true );
		return $code !== false && self::is_of( $code, $one );
	}

	private static function with( string $order, string $end ): string {
		return ( new PlainText() )->code( $order, self::MAX - max( 5, strlen( $end ) ) ) . $end;
	}
}
