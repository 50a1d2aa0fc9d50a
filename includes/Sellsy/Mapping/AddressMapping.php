<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Mapping;

use OrderInvoicer\Domain\Customer\RemoteAddress;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Sellsy\Answer;

defined( 'ABSPATH' ) || exit;

/**
 * `POST /{companies|individuals}/{id}/addresses`. Sellsy decides by itself whether an address becomes a default: the
 * first one does, a later one does not. Without a state: Sellsy has no field for it.
 */
final class AddressMapping {

	/** @return array<string, mixed> */
	public function body( Address $address ): array {
		$line_2  = Text::line( $address->line_2, 250 );
		$company = Text::line( $address->company, 200 );
		return [
			'name'           => Text::filled( $company !== '' ? $company : $address->name, 200 ),
			'address_line_1' => Text::filled( $address->line_1, 250 ),
			'postal_code'    => Text::filled( $address->postcode, 30 ),
			'city'           => Text::filled( $address->city, 250 ),
			'country_code'   => Text::code( $address->country, 2 ),
		] + ( $line_2 === '' ? [] : [ 'address_line_2' => $line_2 ] );
	}

	public function address( Answer $answer ): RemoteAddress {
		return new RemoteAddress(
			$answer->id(),
			Text::unfilled( $answer->string( 'name' ) ),
			Text::unfilled( $answer->string( 'address_line_1' ) ),
			$answer->string( 'address_line_2' ),
			Text::unfilled( $answer->string( 'postal_code' ) ),
			Text::unfilled( $answer->string( 'city' ) ),
			$answer->string( 'country_code' ),
		);
	}
}
