<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteAddress;
use OrderInvoicer\Domain\Buyers\RemoteContact;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Customers\CustomerDraft;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Sellsy\Mapping\AddressMapping;
use OrderInvoicer\Sellsy\Mapping\CustomerMapping;
use OrderInvoicer\Sellsy\SellsyCustomers;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeFindings;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * @assumes companies-of-contact
 * @assumes put-drops-numbers
 * @assumes put-keeps-customers
 */
final class SellsyCustomersTest extends AdapterTestCase {

	/** As `GET /companies/{id}` answers. */
	private const COMPANY = [
		'id'                                => 12,
		'type'                              => 'client',
		'name'                              => 'Acme SARL',
		'email'                             => 'acme@example.org',
		'website'                           => null,
		'phone_number'                      => '',
		'legal_france'                      => [
			'siret'        => '73282932000074',
			'siren'        => null,
			'vat'          => '',
			'ape_naf_code' => '4711C',
		],
		'note'                              => 'Payer à 30 jours',
		'social'                            => [
			'twitter'  => null,
			'linkedin' => 'https://example.org/acme',
		],
		'rate_category_id'                  => 7,
		'main_contact_id'                   => 31,
		'invoicing_address_id'              => 41,
		'owner'                             => [
			'id'   => 5,
			'type' => 'staff',
		],
		'created'                           => '2026-01-01T10:00:00+01:00',
		'updated_at'                        => '2026-01-01T10:00:00+01:00',
		'is_archived'                       => false,
		'business_segment'                  => [
			'id'    => 3,
			'label' => 'Commerce',
		],
		'number_of_employees'               => null,
		'marketing_campaigns_subscriptions' => [ 'sms' ],
	];

	private SellsyCustomers $customers;

	private CustomerRef $company;

	private FakeFindings $findings;

	protected function setUp(): void {
		parent::setUp();
		$this->findings  = new FakeFindings();
		$this->customers = new SellsyCustomers(
			$this->client,
			new CustomerMapping(),
			new AddressMapping(),
			$this->findings
		);
		$this->company   = new CustomerRef( CustomerType::Company, 12 );
	}

	public function test_creates_a_company(): void {
		$this->answer(
			[
				'id' => 12,
				'type' => 'client',
				'name' => 'Acme SARL',
			],
			201
		);

		$created = $this->customers->create(
			new CustomerDraft( CustomerType::Company, 'SHOP-C7', self::buyer( 'Acme SARL' ) )
		);

		self::assertEquals( $this->company, $created->ref );
		self::assertSame( [ 'POST /companies' ], $this->routes() );
		$this->assert_sent( 'company', 0 );
	}

	public function test_creates_an_individual(): void {
		$this->answer(
			[
				'id' => 13,
				'type' => 'client',
				'last_name' => 'Test',
			],
			201
		);

		$this->customers->create( new CustomerDraft( CustomerType::Individual, 'SHOP-C7', self::buyer( '' ) ) );

		self::assertSame( [ 'POST /individuals' ], $this->routes() );
		$this->assert_sent( 'individual', 0 );
	}

	public function test_fills_in_what_a_company_lacks_and_keeps_the_rest(): void {
		$this->answer(
			[
				'id'           => 12,
				'legal_france' => [
					'siret'        => null,
					'siren'        => '552100554',
					'vat'          => '',
					'ape_naf_code' => '4711C',
				],
			]
		);
		$this->answer( [ 'id' => 12 ] );

		$this->customers->fill_in_numbers(
			$this->company,
			new Buyer(
				user_id: 7,
				email: '',
				first_name: '',
				last_name: '',
				company: 'Acme',
				phone: '',
				siren: '732829320',
				siret: '73282932000074',
				vat_number: 'FR44732829320'
			)
		);

		self::assertSame( [ 'GET /companies/12', 'PUT /companies/12' ], $this->routes() );
		self::assertEquals(
			[
				'legal_france' => [
					'siret'        => '73282932000074',
					'siren'        => '552100554',
					'vat'          => 'FR44732829320',
					'ape_naf_code' => '4711C',
				],
			],
			$this->sent( 1 )
		);
	}

	public function test_changes_an_e_mail_address(): void {
		$this->answer( [ 'id' => 13 ] );
		$this->customers->change_email( new CustomerRef( CustomerType::Individual, 13 ), 'nouveau@example.org' );

		self::assertSame( [ 'PUT /individuals/13' ], $this->routes() );
		self::assertSame( [ 'email' => 'nouveau@example.org' ], $this->sent( 0 ) );
	}

	/** Inferred: no field of these two bodies is required, and what is left out stays as it is. */
	public function test_put_companies_and_individuals_keep_what_is_left_out(): void {
		$this->answer( [ 'id' => 12 ] );
		$this->answer(
			[
				'id'           => 12,
				'name'         => 'Acme SARL',
				'phone_number' => '+33100000000',
			]
		);
		$this->answer( [ 'id' => 12 ] );
		$this->customers->change_email( $this->company, 'nouveau@example.org' );
		$this->customers->fill_in_numbers(
			$this->company,
			new Buyer(
				user_id: 7,
				email: '',
				first_name: '',
				last_name: '',
				company: 'Acme',
				phone: '',
				siren: '732829320',
				siret: '',
				vat_number: ''
			)
		);

		self::assertSame( [ 'email' => 'nouveau@example.org' ], $this->sent( 0 ) );
		self::assertSame( [ 'legal_france' => [ 'siren' => '732829320' ] ], $this->sent( 2 ) );
	}

	/** The account drops what a PUT leaves out: all that it takes goes with the change. */
	public function test_all_of_a_company_goes_with_a_change_where_put_drops_the_rest(): void {
		$this->findings->otherwise = [ Assumption::PutKeepsCustomers ];
		$this->answer( self::COMPANY );
		$this->answer( [ 'id' => 12 ] );
		$this->answer( self::COMPANY );
		$this->answer( [ 'id' => 12 ] );
		$whole = [
			'name'                              => 'Acme SARL',
			'email'                             => 'acme@example.org',
			'legal_france'                      => [
				'siret'        => '73282932000074',
				'ape_naf_code' => '4711C',
			],
			'note'                              => 'Payer à 30 jours',
			'social'                            => [ 'linkedin' => 'https://example.org/acme' ],
			'rate_category_id'                  => 7,
			'is_archived'                       => false,
			'marketing_campaigns_subscriptions' => [ 'sms' ],
			'owner_id'                          => 5,
			'business_segment'                  => 3,
		];

		self::assertTrue( $this->customers->change_email( $this->company, 'nouveau@example.org' ) );
		self::assertTrue( $this->customers->fill_in_numbers( $this->company, self::buyer( 'Acme' ) ) );

		$read_and_write = [ 'GET /companies/12', 'PUT /companies/12' ];
		self::assertSame( [ ...$read_and_write, ...$read_and_write ], $this->routes(), 'Read once for each.' );
		self::assertEquals( [ 'email' => 'nouveau@example.org' ] + $whole, $this->sent( 1 ) );
		$legal = $whole['legal_france'] + [ 'siren' => '732829320' ] + [ 'vat' => 'FR44732829320' ];
		self::assertEquals( [ 'legal_france' => $legal ] + $whole, $this->sent( 3 ) );
	}

	/** Sellsy keeps what it would not take any more, such as a telephone number of long ago. */
	public function test_where_sellsy_does_not_take_all_of_a_client_back_a_person_changes_it(): void {
		$this->findings->otherwise = [ Assumption::PutKeepsCustomers ];
		$refused                   = [ 'error' => [ 'details' => [ 'mobile_number' => [ 'invalid' ] ] ] ];
		$this->answer( self::COMPANY );
		$this->answer( $refused, 400 );
		self::assertFalse( $this->customers->change_email( $this->company, 'nouveau@example.org' ) );

		$this->findings->otherwise = [];
		$this->answer( $refused, 400 );
		$this->expectException( RemoteFailure::class );
		$this->customers->change_email( $this->company, 'nouveau@example.org' );
	}

	/** Left out, it could be what a new client begins with: a subscription to all. */
	public function test_a_client_who_is_on_no_mailing_list_stays_on_none(): void {
		$this->findings->otherwise = [ Assumption::PutKeepsCustomers ];
		$this->answer( [ 'marketing_campaigns_subscriptions' => [] ] + self::COMPANY );
		$this->answer( [ 'id' => 12 ] );

		self::assertTrue( $this->customers->change_email( $this->company, 'nouveau@example.org' ) );

		self::assertSame( [], $this->sent( 1 )['marketing_campaigns_subscriptions'] ?? null );
	}

	/** @param array<string, mixed> $more */
	#[DataProvider( 'what_cannot_be_sent' )]
	public function test_what_cannot_be_sent_back_whole_is_left_to_a_person( array $more ): void {
		$this->findings->otherwise = [ Assumption::PutKeepsCustomers ];
		$this->answer( $more + self::COMPANY );

		self::assertFalse( $this->customers->change_email( $this->company, 'nouveau@example.org' ) );
		self::assertSame( [ 'GET /companies/12' ], $this->routes() );
	}

	/** @return iterable<string, array{array<string, mixed>}> */
	public static function what_cannot_be_sent(): iterable {
		yield 'an owner who is no member of the staff' => [
			[
				'owner' => [
					'id'   => 5,
					'type' => 'team',
				],
			],
		];
		yield 'a field that nobody knows' => [ [ 'loyalty' => 'gold' ] ];
	}

	public function test_leaves_out_what_it_does_not_know(): void {
		$this->answer(
			[
				'id' => 13,
				'last_name' => 'x',
			],
			201
		);
		$this->answer(
			[
				'id' => 14,
				'name' => 'x',
			],
			201
		);

		$this->customers->create(
			new CustomerDraft(
				type: CustomerType::Individual,
				reference: 'SHOP-G1',
				buyer: new Buyer(
					user_id: 0,
					email: 'client@example.org',
					first_name: 'Client',
					last_name: '',
					company: '',
					phone: '',
					siren: '',
					siret: '',
					vat_number: ''
				),
				with_email: false
			)
		);
		$this->customers->create(
			new CustomerDraft(
				CustomerType::Company,
				'SHOP-G2',
				new Buyer(
					user_id: 0,
					email: '',
					first_name: '',
					last_name: '',
					company: str_repeat( 'é', 300 ),
					phone: '',
					siren: '',
					siret: '',
					vat_number: ''
				)
			)
		);

		self::assertSame(
			[
				'type' => 'client',
				'reference' => 'SHOP-G1',
				'last_name' => 'Client',
			],
			$this->sent( 0 )
		);
		self::assertSame(
			[
				'type' => 'client',
				'reference' => 'SHOP-G2',
				'name' => str_repeat(
					'é',
					250
				),
			],
			$this->sent( 1 )
		);
	}

	public function test_searches_companies_and_individuals_without_archived_ones(): void {
		$legal = [
			'siret' => '73282932000074',
			'siren' => '732829320',
			'vat' => 'FR44732829320',
		];
		$this->answer_list(
			[
				[
					'id' => 12,
					'type' => 'prospect',
					'name' => 'Acme SARL',
					'email' => null,
					'reference' => 'SHOP-C7',
					'legal_france' => $legal,
					'is_archived' => false,
				],
			]
		);
		$this->answer_list(
			[
				[
					'id' => 12,
					'type' => 'client',
					'first_name' => null,
					'last_name' => 'Test',
					'email' => 'client@example.org',
				],
			]
		);

		$found = $this->customers->find_by_email( 'client@example.org' );

		self::assertSame(
			[ 'POST /companies/search?limit=100', 'POST /individuals/search?limit=100' ],
			$this->routes()
		);
		self::assertSame(
			[
				'email' => 'client@example.org',
				'is_archived' => false,
			],
			$this->sent( 1 )['filters']
		);
		self::assertEquals(
			[
				new RemoteCustomer(
					ref: $this->company,
					relation: 'prospect',
					name: 'Acme SARL',
					email: '',
					reference: 'SHOP-C7',
					siren: '732829320',
					siret: '73282932000074',
					vat_number: 'FR44732829320',
					archived: false
				),
				new RemoteCustomer(
					ref: new CustomerRef( CustomerType::Individual, 12 ),
					relation: 'client',
					name: 'Test',
					email: 'client@example.org',
					reference: '',
					siren: '',
					siret: '',
					vat_number: '',
					archived: false
				),
			],
			$found
		);
	}

	public function test_searches_by_siret_and_by_reference(): void {
		$this->answer_list( [] );
		$this->answer_list( [] );
		$this->answer_list( [] );

		self::assertSame( [], $this->customers->find_by_siret( '73282932000074' ) );
		self::assertSame( [], $this->customers->find_by_reference( CustomerType::Company, 'SHOP-C7' ) );
		self::assertSame( [], $this->customers->find_by_reference( CustomerType::Individual, 'SHOP-C7' ) );
		$routes = [
			'POST /companies/search?limit=100',
			'POST /companies/search?limit=100',
			'POST /individuals/search?limit=100',
		];
		self::assertSame( $routes, $this->routes() );
		self::assertSame( '73282932000074', $this->sent( 0 )['filters']['siret'] );
		self::assertSame( [ 'SHOP-C7' ], $this->sent( 2 )['filters']['reference'] );
	}

	public function test_searches_companies_by_the_address_of_a_contact(): void {
		$this->answer_list(
			[
				[
					'id'          => 6,
					'is_archived' => false,
				],
				[
					'id'          => 7,
					'is_archived' => true,
				],
			]
		);
		$this->answer_list( [] );
		$this->answer_list( [] );

		self::assertSame( [], $this->customers->find_companies_of_contact( 'client@example.org' ) );
		self::assertNull(
			$this->customers->find_companies_of_contact( 'nobody@example.org' ),
			'Nobody has the address.'
		);

		self::assertSame(
			[
				'POST /contacts/search?limit=100',
				'POST /companies/search?limit=100',
				'POST /contacts/search?limit=100',
			],
			$this->routes()
		);
		self::assertSame(
			[
				'contacts'    => [ 6 ],
				'is_archived' => false,
			],
			$this->sent( 1 )['filters']
		);
	}

	public function test_companies_of_a_contact_are_as_the_contact_says_where_the_search_does_not_take_it(): void {
		$this->findings->otherwise = [ Assumption::CompaniesOfContact ];
		$this->answer_list( [ [ 'id' => 6 ], [ 'id' => 7 ] ] );
		$this->answer_list( [ self::COMPANY, [ 'is_archived' => true ] + [ 'id' => 13 ] + self::COMPANY ] );
		$this->answer_list( [ self::COMPANY ] );

		$companies = $this->customers->find_companies_of_contact( 'client@example.org' );

		self::assertEquals( [ $this->company ], array_column( $companies ?? [], 'ref' ) );
		self::assertSame(
			[ 'POST /contacts/search?limit=100', 'GET /contacts/6/companies', 'GET /contacts/7/companies' ],
			$this->routes()
		);
	}

	public function test_a_sole_trader_bears_the_name_of_the_person(): void {
		$this->answer(
			[
				'id'   => 12,
				'type' => 'client',
				'name' => 'Client Test',
			],
			201
		);
		$this->customers->create(
			new CustomerDraft(
				CustomerType::Company,
				'SHOP-C7',
				new Buyer(
					user_id: 7,
					email: '',
					first_name: 'Client',
					last_name: 'Test',
					company: '',
					phone: '',
					siren: '732829320',
					siret: '',
					vat_number: ''
				)
			)
		);
		self::assertSame( 'Client Test', $this->sent( 0 )['name'] );
	}

	public function test_first_and_last_name_are_told_apart(): void {
		$this->answer(
			[
				'id'         => 12,
				'type'       => 'client',
				'first_name' => 'Jean-Paul',
				'last_name'  => 'Le Roy',
			]
		);
		$person = $this->customers->get( new CustomerRef( CustomerType::Individual, 12 ) );
		self::assertSame(
			[ 'Jean-Paul Le Roy', 'jeanpaul|leroy' ],
			[ $person->name, $person->person()->normalised() ]
		);
	}

	public function test_reads_one_and_makes_it_a_client(): void {
		$this->answer(
			[
				'id' => 12,
				'type' => 'prospect',
				'name' => 'Acme SARL',
			]
		);
		$this->answer( [ 'id' => 12 ] );

		self::assertSame( 'prospect', $this->customers->get( $this->company )->relation );
		$this->customers->convert_to_client( $this->company );

		self::assertSame( [ 'GET /companies/12', 'POST /companies/12/convert' ], $this->routes() );
		$this->assert_sent( 'conversion', 1 );
	}

	public function test_adds_an_address_within_sellsys_limits(): void {
		$this->answer( [ 'id' => 91 ], 201 );
		$this->answer( [ 'id' => 92 ], 201 );

		self::assertSame(
			91,
			$this->customers->add_address(
				$this->company,
				new Address(
					name: 'Client Test',
					company: 'Acme SARL',
					line_1: '1 rue de la Paix',
					line_2: 'Bâtiment B',
					postcode: '75002',
					city: 'Paris',
					state: '',
					country: 'FR'
				)
			)->id
		);
		self::assertSame(
			92,
			$this->customers->add_address(
				new CustomerRef( CustomerType::Individual, 13 ),
				new Address(
					name: 'Client Test',
					company: '',
					line_1: '',
					line_2: '',
					postcode: '',
					city: 'Y',
					state: '',
					country: 'HK'
				)
			)->id
		);

		self::assertSame( [ 'POST /companies/12/addresses', 'POST /individuals/13/addresses' ], $this->routes() );
		$this->assert_sent( 'address', 0 );
		self::assertSame(
			[
				'name' => 'Client Test',
				'address_line_1' => '--',
				'postal_code' => '--',
				'city' => 'Y-',
				'country_code' => 'HK',
			],
			$this->sent( 1 )
		);
	}

	public function test_reads_addresses_without_the_fillers(): void {
		$this->answer_list(
			[
				[
					'id' => 92,
					'name' => 'Client Test',
					'address_line_1' => '--',
					'address_line_2' => null,
					'postal_code' => '--',
					'city' => 'Y-',
					'country_code' => 'HK',
				],
			]
		);

		self::assertEquals(
			[
				new RemoteAddress(
					id: 92,
					name: 'Client Test',
					line_1: '',
					line_2: '',
					postcode: '',
					city: 'Y',
					country: 'HK'
				),
			],
			$this->customers->addresses( $this->company )
		);
		self::assertSame( [ 'GET /companies/12/addresses' ], $this->routes() );
	}

	public function test_finds_contacts_that_are_in_use(): void {
		$this->answer_list(
			[
				[
					'id' => 5,
					'is_archived' => true,
				],
				[
					'id' => 6,
					'is_archived' => false,
					'first_name' => null,
					'last_name' => 'Roy',
				],
				[
					'id' => 7,
					'first_name' => 'Zoé',
					'last_name' => 'Roy',
				],
			]
		);

		self::assertEquals(
			[ new RemoteContact( 6, '', 'Roy' ), new RemoteContact( 7, 'Zoé', 'Roy' ) ],
			$this->customers->find_contacts( $this->company, 'client@example.org' )
		);
		self::assertSame(
			[
				'companies' => [ 12 ],
				'email' => 'client@example.org',
			],
			$this->sent( 0 )['filters']
		);
	}

	public function test_finds_contacts_who_belong_to_nobody(): void {
		$this->answer_list( [ [ 'id' => 44 ] ] );

		self::assertSame( [ 44 ], array_column( $this->customers->find_loose_contacts( 'client@example.org' ), 'id' ) );
		self::assertSame(
			[
				'email'     => 'client@example.org',
				'is_linked' => false,
			],
			$this->sent( 0 )['filters']
		);
	}

	public function test_creates_a_contact_and_links_it(): void {
		$this->answer( [ 'id' => 44 ], 201 );
		$this->answer( [], 201 );

		self::assertSame( 44, $this->customers->create_contact( self::buyer( 'Acme SARL' ), true ) );
		$this->customers->link_contact( $this->company, 44 );
		self::assertSame( [ 'POST /contacts', 'POST /companies/12/contacts/44' ], $this->routes() );
		$this->assert_sent( 'contact', 0 );
		self::assertSame( '{}', $this->request( 1 )->body );
	}

	public function test_knows_whether_a_contact_is_still_there(): void {
		$this->answer(
			[
				'id'          => 44,
				'first_name'  => 'Zoé',
				'last_name'   => 'Roy',
				'is_archived' => false,
			]
		);
		$this->answer(
			[
				'id' => 44,
				'is_archived' => true,
			]
		);
		$this->answer( [ 'error' => [ 'code' => 404 ] ], 404 );
		$this->answer( [], 500 );

		self::assertEquals( new RemoteContact( 44, 'Zoé', 'Roy' ), $this->customers->contact( 44 ) );
		self::assertSame( [ null, null ], [ $this->customers->contact( 44 ), $this->customers->contact( 44 ) ] );
		$this->expectException( RemoteFailure::class );
		$this->customers->contact( 44 );
	}

	public function test_an_address_of_the_owner_may_have_four_lines(): void {
		$this->answer_list(
			[
				[
					'id'             => 92,
					'name'           => 'Siège',
					'address_line_1' => '1 rue de la Paix',
					'address_line_2' => null,
					'address_line_3' => 'Étage 4',
					'address_line_4' => 'Porte B',
					'postal_code'    => '75002',
					'city'           => 'Paris',
					'country_code'   => 'FR',
				],
			]
		);

		self::assertSame( 'Étage 4 Porte B', $this->customers->addresses( $this->company )[0]->line_2 );
	}

	/** Whatever is cut, filled or cleaned on the way: an address is found again by what was written. */
	public function test_knows_what_an_address_will_read_like(): void {
		$long    = str_repeat( 'é', 300 );
		$address = new Address(
			name: "<b>$long</b>",
			company: '<i></i>',
			line_1: $long,
			line_2: '',
			postcode: '',
			city: 'Y',
			state: '',
			country: 'HK'
		);
		$this->answer( [ 'id' => 92 ], 201 );
		$this->customers->add_address( $this->company, $address );
		$this->answer_list( [ [ 'id' => 92 ] + $this->sent( 0 ) ] );
		$written = $this->customers->written( $address );

		self::assertEquals(
			$this->customers->addresses( $this->company )[0],
			new RemoteAddress(
				id: 92,
				name: $written->name,
				line_1: $written->line_1,
				line_2: $written->line_2,
				postcode: $written->postcode,
				city: $written->city,
				country: $written->country
			)
		);
		self::assertSame( [ str_repeat( 'é', 200 ), 250 ], [ $written->name, mb_strlen( $written->line_1 ) ] );
	}

	private static function buyer( string $company ): Buyer {
		return new Buyer(
			user_id: 7,
			email: 'client@example.org',
			first_name: 'Client',
			last_name: 'Test',
			company: $company,
			phone: '+33 1 23 45 67 89',
			siren: '732829320',
			siret: '73282932000074',
			vat_number: 'FR44732829320'
		);
	}
}
