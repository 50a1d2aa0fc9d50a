<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Document;

/** Our key on a document, by which it is found again: `{shop code}-{order number}`, `/R1` added for a replacement. */
final class DocumentKey {

	/** Sellsy's limit of `order_reference`. */
	private const MAX = 100;

	public static function of( string $shop_code, string $order_number, int $revision ): string {
		return mb_substr( "$shop_code-$order_number", 0, self::MAX - 5 ) . ( $revision > 0 ? "/R$revision" : '' );
	}
}
