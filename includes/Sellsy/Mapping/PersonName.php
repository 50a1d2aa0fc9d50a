<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Mapping;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\Buyer;

/** Sellsy requires a last name. If a shopper gave only one name, it is sent as the last name. */
final class PersonName {

	/** @return array{last_name: string, first_name?: string} */
	public static function names( Buyer $buyer ): array {
		$first = Text::line( $buyer->first_name, 200 );
		$last  = Text::line( $buyer->last_name, 200 );
		if ( $first === '' || $last === '' ) {
			return [ 'last_name' => $first . $last ];
		}
		return [
			'last_name'  => $last,
			'first_name' => $first,
		];
	}
}
