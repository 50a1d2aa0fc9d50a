<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Mapping;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\RemoteAddress;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Text\PlainName;
use OrderInvoicer\Sellsy\Client\Answer;

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
			'name'           => Text::filled( PlainName::says_something( $company ) ? $company : $address->name, 200 ),
			'address_line_1' => Text::filled( $address->line_1, 250 ),
			'postal_code'    => Text::filled( $address->postcode, 30 ),
			'city'           => Text::filled( $address->city, 250 ),
			'country_code'   => Text::code( $address->country, 2 ),
		] + ( $line_2 === '' ? [] : [ 'address_line_2' => $line_2 ] );
	}

	/** As it would be read after it was written; it has no id. */
	public function written( Address $address ): RemoteAddress {
		return $this->read( 0, new Answer( $this->body( $address ), '', 0 ) );
	}

	public function address( Answer $answer ): RemoteAddress {
		return $this->read( $answer->id(), $answer );
	}

	/** An address of the owner may have four lines. */
	private function read( int $id, Answer $answer ): RemoteAddress {
		$lines = array_map( $answer->string( ... ), [ 'address_line_2', 'address_line_3', 'address_line_4' ] );
		return new RemoteAddress(
			id: $id,
			name: Text::unfilled( $answer->string( 'name' ) ),
			line_1: Text::unfilled( $answer->string( 'address_line_1' ) ),
			line_2: implode( ' ', array_filter( $lines, static fn ( string $line ): bool => $line !== '' ) ),
			postcode: Text::unfilled( $answer->string( 'postal_code' ) ),
			city: Text::unfilled( $answer->string( 'city' ) ),
			country: $answer->string( 'country_code' ),
		);
	}
}
