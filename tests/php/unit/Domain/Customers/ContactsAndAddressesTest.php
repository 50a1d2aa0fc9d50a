<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Customers;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteAddress;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** The person of a company and the addresses, under the names that the order has. */
final class ContactsAndAddressesTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World();
	}

	public function test_another_name_under_one_email_is_another_contact(): void {
		$this->bill( 1, self::of_company( 'Michel', 'Roy' ) );
		$this->bill( 2, self::of_company( 'Michèle', 'Roy' ) );
		$this->bill( 3, self::of_company( 'ROY', 'michel' ) );
		[ $first, $second, $third ] = $this->contacts();
		self::assertNotSame( $first, $second );
		self::assertSame( $first, $third );
		self::assertCount( 2, $this->world->sellsy->contacts );
	}

	public function test_one_name_under_another_email_is_another_contact(): void {
		$this->bill( 1, self::of_company( 'Michel', 'Roy' ) );
		$this->bill( 2, self::of_company( 'Michel', 'Roy', 'michel@example.com' ) );
		self::assertCount( 2, array_unique( $this->contacts() ) );
	}

	public function test_a_contact_of_the_owner_is_found_whatever_the_case_of_its_email(): void {
		$this->bill( 1, self::of_company( 'Michel', 'Roy', 'office@example.com' ) );
		$this->world->links->known = array_filter(
			$this->world->links->known,
			static fn ( string $key ): bool => ! str_contains( $key, '|contact|' ),
			ARRAY_FILTER_USE_KEY
		);
		$this->bill( 2, self::of_company( 'Michel', 'Roy', 'Office@Example.com' ) );
		self::assertCount( 1, array_unique( $this->contacts() ) );
	}

	public function test_a_contact_that_was_given_another_name_in_sellsy_is_another_contact(): void {
		$this->bill( 1, self::of_company( 'Michel', 'Roy', '' ) );
		$this->bill( 2, self::of_company( 'Michel', 'Roy', '' ) );
		self::assertCount( 1, array_unique( $this->contacts() ), 'Without an e-mail address it is remembered.' );
		$this->world->sellsy->contact_names[ $this->contacts()[0] ] = [ 'Paul', 'Petit' ];
		$this->bill( 3, self::of_company( 'Michel', 'Roy', '' ) );
		self::assertCount( 2, array_unique( $this->contacts() ) );
	}

	/** The search for companies of such a contact has just said so. */
	public function test_where_nobody_has_the_address_no_contact_is_looked_for(): void {
		$this->bill( 1, self::of_company( 'Michel', 'Roy' ) );
		$sellsy = $this->world->sellsy;
		self::assertSame(
			[ 0, 1 ],
			[ $sellsy->count( 'find_loose_contacts' ), $sellsy->count( 'find_companies_of_contact' ) ]
		);
	}

	public function test_a_contact_who_belongs_to_nobody_is_taken_by_name_too(): void {
		$this->world->sellsy->contacts      = [
			50 => 'office@example.com',
			51 => 'office@example.com',
		];
		$this->world->sellsy->contact_names = [
			50 => [ 'Paul', 'Petit' ],
			51 => [ 'Michel', 'Roy' ],
		];
		$this->bill( 1, self::of_company( 'Michel', 'Roy' ) );
		self::assertSame( [ 51 ], $this->contacts() );
	}

	public function test_an_address_of_any_label_serves_where_the_client_bears_the_name(): void {
		$this->owner_has( 'ROY Michel', self::at( 77, 'Maison' ) );
		$this->bill( 1, self::person( 'Michel', 'Roy' ) );
		self::assertSame( 77, $this->drafts()[0]->invoicing_address_id );
	}

	/** Its SIRET says that it is that company. */
	public function test_where_the_client_bears_another_name_the_address_bears_the_orders(): void {
		$ref = new CustomerRef( CustomerType::Company, 40 );
		$this->world->sellsy->has_customer( $ref, '', '', 'client', '732829320', '73282932000074', 'Groupe Alpha' );
		$this->world->sellsy->addresses['company40'] = [ self::at( 77, 'Siège' ) ];
		$buyer   = new Buyer(
			user_id: 5,
			email: 'client@example.com',
			first_name: 'Michel',
			last_name: 'Roy',
			company: 'Alpha SAS',
			phone: '',
			siren: '732829320',
			siret: '73282932000074',
			vat_number: ''
		);
		$address = [
			'billing' => new Address(
				name: 'Michel Roy',
				company: 'Alpha SAS',
				line_1: '1 rue de la Paix',
				line_2: '',
				postcode: '75002',
				city: 'Paris',
				state: '',
				country: 'FR'
			),
		];
		$this->bill( 1, $buyer, $address );
		$this->bill( 2, $buyer, $address );
		$ids = array_map( static fn ( DocumentDraft $draft ): ?int => $draft->invoicing_address_id, $this->drafts() );
		self::assertSame(
			[ 'Siège', 'Alpha SAS' ],
			array_column( $this->world->sellsy->addresses['company40'], 'name' )
		);
		self::assertSame( array_fill( 0, 2, $this->world->sellsy->addresses['company40'][1]->id ), $ids );
	}

	public function test_the_address_with_the_name_comes_before_any_other_label(): void {
		$this->owner_has( 'Michel Roy', self::at( 77, 'Maison' ), self::at( 78, 'M. Roy Michel' ) );
		$this->bill( 1, self::person( 'Michel', 'Roy' ) );
		self::assertSame( 78, $this->drafts()[0]->invoicing_address_id );
	}

	public function test_an_address_that_the_shop_added_for_somebody_else_does_not_serve(): void {
		$this->owner_has( 'Michel Roy' );
		$this->bill(
			1,
			self::person( 'Michel', 'Roy' ),
			[
				'billing' => self::address( 'Michel Roy', 'Ailleurs' ),
				'shipping' => self::address( 'Zoé Petit' ),
			]
		);
		$this->bill( 2, self::person( 'Michel', 'Roy' ) );
		self::assertSame( [ 'Michel Roy', 'Michel Roy' ], [ $this->invoicing_name( 0 ), $this->invoicing_name( 1 ) ] );
	}

	public function test_the_delivery_address_bears_the_recipients_name(): void {
		$this->owner_has( 'Michel Roy', self::at( 77, 'Maison' ) );
		$this->bill( 1, self::person( 'Michel', 'Roy' ), [ 'shipping' => self::address( 'Zoé Petit' ) ] );
		$this->bill( 2, self::person( 'Michel', 'Roy' ), [ 'shipping' => self::address( 'Roy Michel' ) ] );
		self::assertSame(
			[ 77, 'Zoé Petit' ],
			[ $this->drafts()[0]->invoicing_address_id, $this->label( $this->drafts()[0]->delivery_address_id ) ]
		);
		self::assertSame( 77, $this->drafts()[1]->delivery_address_id );
	}

	public function test_an_address_that_was_changed_in_sellsy_is_added_again(): void {
		$this->owner_has( 'Michel Roy' );
		$this->bill( 1, self::person( 'Michel', 'Roy' ) );
		$was = $this->drafts()[0]->invoicing_address_id ?? 0;

		$this->world->sellsy->addresses['individual40'] = [
			new RemoteAddress(
				id: $was,
				name: 'Michel Roy',
				line_1: '9 rue du Port',
				line_2: '',
				postcode: '13002',
				city: 'Marseille',
				country: 'FR'
			),
		];
		$this->bill( 2, self::person( 'Michel', 'Roy' ) );
		self::assertNotSame( $was, $this->drafts()[1]->invoicing_address_id );
		self::assertCount( 2, $this->world->sellsy->addresses['individual40'] );
	}

	public function test_an_order_without_a_name_takes_an_address_of_any_label(): void {
		$this->owner_has( 'Michel Roy', self::at( 77, 'Maison' ) );
		$this->bill( 1, self::person( 'Michel', 'Roy' ) );
		$this->bill( 2, self::person( '', '' ), [ 'billing' => self::address( '' ) ] );
		self::assertSame( 77, $this->drafts()[1]->invoicing_address_id );
	}

	private static function of_company( string $first, string $last, string $email = 'office@example.com' ): Buyer {
		return new Buyer(
			user_id: 5,
			email: $email,
			first_name: $first,
			last_name: $last,
			company: 'Acme SARL',
			phone: '',
			siren: '',
			siret: '',
			vat_number: ''
		);
	}

	private static function person( string $first, string $last ): Buyer {
		return new Buyer(
			user_id: 5,
			email: 'client@example.com',
			first_name: $first,
			last_name: $last,
			company: '',
			phone: '',
			siren: '',
			siret: '',
			vat_number: ''
		);
	}

	private static function address( string $name, string $city = 'Paris' ): Address {
		return new Address(
			name: $name,
			company: '',
			line_1: '1 rue de la Paix',
			line_2: '',
			postcode: '75002',
			city: $city,
			state: '',
			country: 'FR'
		);
	}

	private static function at( int $id, string $label ): RemoteAddress {
		return new RemoteAddress(
			id: $id,
			name: $label,
			line_1: '1, rue de la Paix',
			line_2: '',
			postcode: '75002',
			city: 'PARIS',
			country: 'FR'
		);
	}

	private function owner_has( string $name, RemoteAddress ...$addresses ): void {
		$this->world->sellsy->has_customer(
			new CustomerRef( CustomerType::Individual, 40 ),
			'client@example.com',
			name: $name
		);
		$this->world->sellsy->addresses['individual40'] = array_values( $addresses );
	}

	/** @param array<string, mixed> $changes to an order at 1 rue de la Paix. */
	private function bill( int $order_id, Buyer $buyer, array $changes = [] ): void {
		$order = $this->world->order( $order_id, $buyer );

		$this->world->shop->orders[ $order_id ] = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'billing' => self::address( trim( "$buyer->first_name $buyer->last_name" ) ),
				...$changes,
			]
		);
		$this->world->fire( $order_id );
		$this->world->due->run( 20 );
		self::assertCount( $order_id, $this->drafts() );
	}

	/** @return list<DocumentDraft> as they stand: what was made for whom is no longer so is corrected at once. */
	private function drafts(): array {
		$updated = array_column( $this->world->invoicing->updated, null, 'key' );
		return array_map(
			static fn ( DocumentDraft $made ): DocumentDraft => $updated[ $made->key ] ?? $made,
			$this->world->invoicing->created
		);
	}

	/** @return list<int|null> */
	private function contacts(): array {
		return array_map( static fn ( DocumentDraft $draft ): ?int => $draft->contact_id, $this->drafts() );
	}

	private function invoicing_name( int $draft ): string {
		return $this->label( $this->drafts()[ $draft ]->invoicing_address_id );
	}

	private function label( ?int $address_id ): string {
		return array_column( $this->world->sellsy->addresses['individual40'], 'name', 'id' )[ $address_id ?? 0 ];
	}
}
