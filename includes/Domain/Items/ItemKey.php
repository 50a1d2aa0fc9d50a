<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Items;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Text\PlainText;

/** The key under which an item is remembered. */
final class ItemKey {

	private const LENGTH = 40;

	/** A SKU as it is written at Sellsy and looked for there. */
	public static function reference( string $sku ): string {
		return ( new PlainText() )->code( $sku, PlainText::REFERENCE );
	}

	/** Hashed, because databases compare texts without regard to case. */
	public static function key( string $sku ): string {
		return substr( hash( 'sha256', $sku ), 0, self::LENGTH );
	}

	/** Goes with its item: another item under the parent's reference has other declinations. */
	public static function of_declination( int $item_id, string $sku ): string {
		return $item_id . ':' . self::key( $sku );
	}
}
