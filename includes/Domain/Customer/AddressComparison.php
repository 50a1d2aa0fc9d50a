<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customer;

use OrderInvoicer\Domain\Document\PlainText;
use OrderInvoicer\Domain\Order\Address;

/** Whether an address at Sellsy is the one on the order: case, spacing and punctuation do not count. */
final class AddressComparison {

	private const LONGEST = 1000;

	public static function equal( RemoteAddress $theirs, Address $ours ): bool {
		return self::plain( $theirs->line_1 . $theirs->line_2 ) === self::plain( $ours->line_1 . $ours->line_2 )
			&& self::plain( $theirs->postcode ) === self::plain( $ours->postcode )
			&& self::plain( $theirs->city ) === self::plain( $ours->city )
			&& self::plain( $theirs->country ) === self::plain( $ours->country );
	}

	/** A short key of the same facts, to remember the id by. */
	public static function key( Address $address ): string {
		$facts = [ $address->name, $address->company, $address->line_1, $address->line_2, $address->postcode, $address->city, $address->country ];
		return hash( 'sha256', implode( "\n", array_map( self::plain( ... ), $facts ) ) );
	}

	/** As it is written at Sellsy. */
	private static function plain( string $text ): string {
		return mb_strtolower( (string) preg_replace( '/[^\p{L}\p{N}]+/u', '', ( new PlainText() )->line( $text, self::LONGEST ) ) );
	}
}
