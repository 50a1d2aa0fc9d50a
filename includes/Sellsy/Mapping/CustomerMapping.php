<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Mapping;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteContact;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Customers\CustomerDraft;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Sellsy\Client\Answer;

/**
 * `POST /companies`, `POST /individuals`, `POST /contacts` and what these answer.
 *
 * @assumes put-drops-numbers
 */
final class CustomerMapping {

	/** Longer ones do not exist (RFC 5321, 4.5.3.1). */
	public const MAX_EMAIL = 254;

	private const OTHER_LEGAL = [ 'ape_naf_code', 'company_type', 'rcs_immatriculation' ];

	/** @return array<string, mixed> an individual's has no VAT number or SIRET. */
	public function body( CustomerDraft $draft ): array {
		$body = [
			'type'         => 'client',
			'email'        => $draft->with_email ? Text::code( $draft->buyer->email, self::MAX_EMAIL ) : '',
			'phone_number' => Text::line( $draft->buyer->phone, 50 ),
			'reference'    => Text::code( $draft->reference, 100 ),
		];
		return self::filled_in(
			$body + ( $draft->type === CustomerType::Company ? $this->company( $draft ) : self::names( $draft->buyer ) )
		);
	}

	/** @return array<string, mixed> of `PUT`: the address alone. */
	public function email( string $email ): array {
		return [ 'email' => Text::code( $email, self::MAX_EMAIL ) ];
	}

	public function customer( CustomerType $type, Answer $answer ): RemoteCustomer {
		$legal = $answer->object( 'legal_france' );
		$first = $type === CustomerType::Company ? '' : $answer->string( 'first_name' );
		$last  = $answer->string( $type === CustomerType::Company ? 'name' : 'last_name' );
		return new RemoteCustomer(
			ref: new CustomerRef( $type, $answer->id() ),
			relation: $answer->string( 'type' ),
			name: trim( "$first $last" ),
			email: $answer->string( 'email' ),
			reference: $answer->string( 'reference' ),
			siren: $legal->string( 'siren' ),
			siret: $legal->string( 'siret' ),
			vat_number: $legal->string( 'vat' ),
			archived: $answer->bool( 'is_archived', false ),
			first_name: $first,
		);
	}

	/**
	 * `POST /{companies|individuals}/{id}/convert`: custom fields stay as the account has them.
	 *
	 * @return array<string, mixed>
	 */
	public function conversion(): array {
		return [
			'target'                               => 'client',
			'also_enable_custom_fields_on_target' => [ 'mode' => 'none' ],
		];
	}

	/**
	 * What `PUT /companies/{id}` makes of parts that are left out of `legal_france` is not documented, so all of it is
	 * sent.
	 *
	 * @param Answer $company as it is.
	 * @return array<string, mixed>
	 */
	public function numbers( Answer $company, Buyer $buyer ): array {
		$theirs = $company->object( 'legal_france' );
		$legal  = [];
		foreach ( [ ...$this->legal( $buyer ), ...array_fill_keys( self::OTHER_LEGAL, '' ) ] as $name => $ours ) {
			$legal[ $name ] = $theirs->string( $name ) !== '' ? $theirs->string( $name ) : $ours;
		}
		return [ 'legal_france' => self::filled_in( $legal ) ];
	}

	/** @return array<string, mixed> */
	private function company( CustomerDraft $draft ): array {
		return [
			'name'         => Text::line( $draft->buyer->name(), 250 ),
			'legal_france' => self::filled_in( $this->legal( $draft->buyer ) ),
		];
	}

	/** @return array{siret: string, siren: string, vat: string} */
	private function legal( Buyer $buyer ): array {
		return [
			'siret' => self::fitting( $buyer->siret, '/^\d{14}$/D' ),
			'siren' => self::fitting( $buyer->siren, '/^\d{9}$/D' ),
			// Longer ones exist in no EU country; cut, it would be another number.
			'vat'   => self::fitting( $buyer->vat_number, '/^[A-Z0-9+*]{2,15}$/D' ),
		];
	}

	private static function fitting( string $number, string $pattern ): string {
		return preg_match( $pattern, $number ) === 1 ? $number : '';
	}

	/**
	 * Sellsy has nothing to learn from an empty string or list.
	 *
	 * @param array<string, mixed> $fields
	 * @return array<string, mixed>
	 */
	private static function filled_in( array $fields ): array {
		return array_filter( $fields, static fn( mixed $value ): bool => $value !== '' && $value !== [] );
	}

	/** @return array<string, mixed> of `POST /contacts`. */
	public function contact_body( Buyer $buyer, bool $with_email ): array {
		$reached = [
			'email'        => $with_email ? Text::code( $buyer->email, self::MAX_EMAIL ) : '',
			'phone_number' => Text::line( $buyer->phone, 50 ),
		];
		return self::filled_in( self::names( $buyer ) + $reached );
	}

	public function contact( Answer $answer ): RemoteContact {
		return new RemoteContact( $answer->id(), $answer->string( 'first_name' ), $answer->string( 'last_name' ) );
	}

	/**
	 * Sellsy requires a last name. If a shopper gave only one name, it is sent as the last name.
	 *
	 * @return array{last_name: string, first_name?: string}
	 */
	private static function names( Buyer $buyer ): array {
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
