<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Features\Doctor\Kept\Thing;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Resources\Documents;

/**
 * What the doctor's own objects are made of. Each carries the mark in its name: by it alone it is found again, and
 * without it nothing is touched. Nobody's number, and e-mail addresses that reach nobody (RFC 2606).
 */
final class Specimens {

	private const NAME = 'Order Invoicer doctor';

	/** Each shop has marks of its own, as several may share an account. */
	public static function mark( string $shop_code ): string {
		return self::NAME . " $shop_code";
	}

	/** Of what a dry run would create, if it did. */
	public static function dry_mark( string $shop_code ): string {
		return self::mark( $shop_code ) . ' (dry run)';
	}

	/** What a person reads on a draft, and the name of whom it is for; it holds no key of an order. */
	public static function draft_mark( string $shop_code ): string {
		return self::NAME . " – please delete ($shop_code)";
	}

	public static function path( Thing $thing ): string {
		return match ( $thing ) {
			Thing::Company, Thing::Customer => '/companies',
			Thing::Individual => '/individuals',
			Thing::Contact    => '/contacts',
			Thing::Item       => '/items',
			Thing::Webhook    => '/webhooks',
			Thing::Payment    => '/payments',
			Thing::Invoice, Thing::CreditNote, Thing::Estimate, Thing::Order =>
				Documents::path( DocumentKind::from( $thing->value ) ),
		};
	}

	/** @return array<string, mixed> a filter by which it is found, perhaps beside others. */
	public static function filter( Thing $thing, string $mark ): array {
		return match ( $thing ) {
			Thing::Company, Thing::Individual, Thing::Customer => [ 'reference' => [ $mark ] ],
			Thing::Contact => [ 'last_name' => $mark ],
			Thing::Item    => [ 'reference' => $mark ],
			Thing::Webhook => [ 'name' => $mark ],
			default        => throw new \LogicException( 'Looked for with its customer.' ),
		};
	}

	/** Sellsy may write names in capitals. */
	public static function is_marked( Thing $thing, Answer $found, string $mark ): bool {
		$name = in_array( $thing, [ Thing::Individual, Thing::Contact ], true ) ? 'last_name' : 'name';
		return mb_strtolower( trim( $found->string( $name ) ) ) === mb_strtolower( $mark );
	}

	/** Whatever Sellsy adds to a subject. */
	public static function is_named( string $subject ): bool {
		return mb_stripos( $subject, self::NAME ) !== false;
	}

	/** With capitals, which a search may mind. */
	public static function email( string $mark ): string {
		return ucwords( self::slug( $mark ), '.' ) . '@example.com';
	}

	/** @return array<string, mixed> */
	public static function company( string $mark ): array {
		return [
			'type'         => 'client',
			'name'         => $mark,
			'reference'    => $mark,
			'email'        => self::email( $mark ),
			'website'      => 'https://example.com',
			'legal_france' => [
				'ape_naf_code' => '4791B',
				'company_type' => 'SARL',
			],
		];
	}

	/**
	 * Whom drafts are for. The website tells whether an answer shows it as it is now.
	 *
	 * @return array<string, mixed>
	 */
	public static function customer( string $mark ): array {
		return [ 'type' => 'client' ] + self::changed_customer( $mark, 'https://example.com' );
	}

	/** @return array<string, mixed> all of it, as a change may drop what it leaves out. */
	public static function changed_customer( string $mark, string $website ): array {
		return [
			'name'      => $mark,
			'reference' => $mark,
			'email'     => self::email( $mark ),
			'website'   => $website,
		];
	}

	/** @return array<string, mixed> nobody's. */
	public static function address(): array {
		return [
			'name'           => self::NAME,
			'address_line_1' => '1 rue de l’Essai',
			'postal_code'    => '75001',
			'city'           => 'Paris',
			'country_code'   => 'FR',
		];
	}

	/** @return array<string, mixed> one field of it, and one of its numbers. */
	public static function changed_company(): array {
		return [
			'note'         => self::NAME,
			'legal_france' => [ 'company_type' => 'SAS' ],
		];
	}

	/** @return array<string, mixed> */
	public static function individual( string $mark ): array {
		return [
			'type'      => 'client',
			'last_name' => $mark,
			'reference' => $mark,
			'email'     => 'person.' . self::email( $mark ),
			'website'   => 'https://example.com',
		];
	}

	/** @return array<string, mixed> */
	public static function changed_individual(): array {
		return [ 'note' => self::NAME ];
	}

	/** @return array<string, mixed> */
	public static function contact( string $mark ): array {
		return [ 'last_name' => $mark ];
	}

	/** @return array<string, mixed> */
	public static function item( string $mark ): array {
		return [
			'type'            => 'product',
			'name'            => $mark,
			'reference'       => $mark,
			'reference_price' => '1.00',
			'description'     => self::NAME,
		];
	}

	/** @return array<string, mixed> */
	public static function changed_item(): array {
		return [ 'standard_quantity' => '2' ];
	}

	/**
	 * It is off, and leads where nobody answers: nothing is ever sent.
	 *
	 * @param list<string> $events
	 * @return array<string, mixed>
	 */
	public static function webhook( string $mark, string $endpoint, string $key, array $events ): array {
		$off = static fn ( string $event ): array => [
			'id'         => $event,
			'is_enabled' => false,
		];
		return [
			'is_enabled'        => false,
			'name'              => $mark,
			'endpoint'          => $endpoint,
			'type'              => 'http',
			'object_in_payload' => false,
			'json_content_type' => true,
			'sign_key'          => $key,
			'configuration'     => array_map( $off, array_slice( $events, 0, 1 ) ),
		];
	}

	private static function slug( string $mark ): string {
		return trim( (string) preg_replace( '/[^a-z0-9]+/', '.', strtolower( $mark ) ), '.' );
	}
}
