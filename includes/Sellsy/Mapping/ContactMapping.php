<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Mapping;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\RemoteContact;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Sellsy\Client\Answer;

/** `POST /contacts`, and what contacts answer. */
final class ContactMapping {

	/** @return array<string, mixed> */
	public function body( Buyer $buyer, bool $with_email ): array {
		$body = PersonName::names( $buyer ) + [
			'email'        => $with_email ? Text::code( $buyer->email, CustomerMapping::MAX_EMAIL ) : '',
			'phone_number' => Text::line( $buyer->phone, 50 ),
		];
		return array_filter( $body, static fn( string $value ): bool => $value !== '' );
	}

	public function contact( Answer $answer ): RemoteContact {
		return new RemoteContact( $answer->id(), $answer->string( 'first_name' ), $answer->string( 'last_name' ) );
	}
}
