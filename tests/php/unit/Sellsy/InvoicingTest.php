<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\Amounts\Totals;
use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteAddress;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Content\DocumentDetails;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Content\RowKind;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentParties;
use OrderInvoicer\Domain\Documents\ParentRef;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Sellsy\Auth\AccountIdentity;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Sellsy\Auth\Credentials;
use OrderInvoicer\Sellsy\ListSince;
use OrderInvoicer\Sellsy\Mapping\AccountMapping;
use OrderInvoicer\Sellsy\Mapping\DocumentMapping;
use OrderInvoicer\Sellsy\Mapping\RowMapping;
use OrderInvoicer\Sellsy\Resources\AccountLists;
use OrderInvoicer\Sellsy\Resources\Documents;
use OrderInvoicer\Sellsy\SellsyInvoicing;
use OrderInvoicer\Sellsy\Transport\HttpResponse;
use OrderInvoicer\Sellsy\V1\Documents\V1Documents;
use OrderInvoicer\Sellsy\V1\Documents\V1Mapping;
use OrderInvoicer\Sellsy\V1\V1Probe;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeFindings;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestWith;

require_once __DIR__ . '/transients.php';

/**
 * @assumes day-of-goods
 * @assumes lost-document
 * @assumes v1-rows-stay
 */
final class InvoicingTest extends AdapterTestCase {

	private const AMOUNTS = [
		'total_excl_tax' => '29.88',
		'total_incl_tax' => '35.86',
		'total'          => '35.86',
	];

	private SellsyInvoicing $invoicing;
	private KnownServiceDates $service_dates;

	private FakeFindings $findings;

	protected function setUp(): void {
		parent::setUp();
		$this->service_dates = new KnownServiceDates();
		$this->findings      = new FakeFindings();
		$identity        = new AccountIdentity(
			new CredentialStore( new MemorySecrets(), new Credentials( 'id-1', 'secret-1' ) )
		);
		$lists           = new AccountLists(
			$this->client,
			new AccountMapping(),
			$identity,
			new V1Probe( $this->v1 )
		);
		$documents       = new Documents( $this->client );
		$mapping         = new DocumentMapping( new RowMapping() );
		$v1              = new V1Documents( $this->v1, new V1Mapping( $lists ) );
		$this->invoicing = new SellsyInvoicing(
			$documents,
			$mapping,
			$lists,
			$v1,
			$this->service_dates,
			new ListSince( $this->findings )
		);
	}

	public function test_dates_of_a_service_are_sent_only_once_an_answer_showed_some(): void {
		$this->service_dates->state = '';
		$made                       = [
			'id'      => 7001,
			'status'  => 'draft',
			'amounts' => [
				'total_excl_tax' => '29.88',
				'total_incl_tax' => '35.86',
			],
		];
		$dates                      = [
			'start' => '2026-11-01',
			'end'   => '2026-11-30',
		];
		$this->answer( $made, 201 );
		$this->invoicing->create( self::draft( DocumentKind::Invoice ) );
		self::assertArrayNotHasKey( 'service_dates', $this->sent( 0 ) );

		$this->answer( $made + [ 'service_dates' => $dates ] );
		$this->invoicing->get( DocumentKind::Invoice, 7001 );
		$this->answer( $made, 201 );
		$this->invoicing->create( self::draft( DocumentKind::Invoice ) );
		self::assertSame( $dates, $this->sent( 2 )['service_dates'] );
	}

	public function test_dates_of_a_service_that_are_refused_are_not_sent_again(): void {
		$computed = [
			'amounts' => [
				'total_excl_tax' => '29.88',
				'total_incl_tax' => '35.86',
			],
		];
		$this->answer( [ 'error' => [ 'details' => [ 'service_dates' => 'not enabled' ] ] ], 400 );
		$this->answer( $computed );
		$this->answer( $computed );
		$this->invoicing->compute( self::draft( DocumentKind::Invoice ) );
		$this->invoicing->compute( self::draft( DocumentKind::Invoice ) );

		self::assertArrayHasKey( 'service_dates', $this->sent( 0 ) );
		self::assertArrayNotHasKey( 'service_dates', $this->sent( 1 ) );
		self::assertArrayNotHasKey( 'service_dates', $this->sent( 2 ) );
		self::assertSame( 'refused', $this->service_dates->state );
	}

	/** @dataProvider made_final */
	public function test_what_becomes_final_answers_whom_it_names( DocumentKind $kind, string $path ): void {
		$answer = [
			'id'                   => 7001,
			'status'               => 'draft',
			'amounts'              => self::AMOUNTS,
			'related'              => [
				[
					'type' => 'company',
					'id'   => 12,
				],
				[
					'type' => 'contact',
					'id'   => 44,
				],
			],
			'invoicing_address_id' => 91,
			'delivery_address_id'  => 92,
			'_embed'               => [
				'company'           => [
					'id'          => 12,
					'type'        => 'client',
					'name'        => 'Acme SARL',
					'is_archived' => true,
				],
				'individual'        => null,
				'invoicing_address' => [
					'id'             => 91,
					'name'           => 'Siège',
					'address_line_1' => '1 rue de la Paix',
					'postal_code'    => '75002',
					'city'           => 'Paris',
					'country_code'   => 'FR',
				],
			],
		];
		foreach ( [ 201, 200, 200 ] as $status ) {
			$this->answer( $answer, $status );
		}
		$draft    = new DocumentDraft(
			...[
				...get_object_vars( self::draft( $kind ) ),
				'parent' => null,
			]
		);
		$expected = new DocumentParties(
			ref: self::customer(),
			contact_id: 44,
			invoicing_address_id: 91,
			delivery_address_id: 92,
			customer: new RemoteCustomer(
				ref: self::customer(),
				relation: 'client',
				name: 'Acme SARL',
				email: '',
				reference: '',
				siren: '',
				siret: '',
				vat_number: '',
				archived: true
			),
			invoicing_address: new RemoteAddress(
				id: 91,
				name: 'Siège',
				line_1: '1 rue de la Paix',
				line_2: '',
				postcode: '75002',
				city: 'Paris',
				country: 'FR'
			)
		);
		$embed    =
			'?embed[]=company&embed[]=individual&embed[]=contact&embed[]=invoicing_address&embed[]=delivery_address';

		self::assertEquals( $expected, $this->invoicing->create( $draft )->parties );
		self::assertEquals( $expected, $this->invoicing->update( 7001, $draft )->parties );
		self::assertEquals( $expected, $this->invoicing->get( $kind, 7001 )->parties );
		self::assertSame( [ "POST $path$embed", "PUT $path/7001$embed", "GET $path/7001$embed" ], $this->routes() );
	}

	/** @return iterable<string, array{DocumentKind, string}> */
	public static function made_final(): iterable {
		yield 'invoice' => [ DocumentKind::Invoice, '/invoices' ];
		yield 'credit note' => [ DocumentKind::CreditNote, '/credit-notes' ];
	}

	public function test_an_answer_that_names_nobody_is_read_all_the_same(): void {
		$this->answer(
			[
				'id'      => 7001,
				'status'  => 'draft',
				'amounts' => self::AMOUNTS,
			]
		);
		self::assertNull( $this->invoicing->get( DocumentKind::Invoice, 7001 )->parties );
	}

	public function test_a_delivery_note_is_created_through_v1_and_read_back(): void {
		$this->answer_lists();
		$this->answer_v1( [ 'doc_id' => '7002' ] );
		$this->answer_v1( self::view( 7002 ) );

		$document = $this->invoicing->create( self::draft( DocumentKind::Delivery ) );

		self::assertSame(
			[ 7002, 'BL-7002', 'draft', 'SHOP-1001', '35.86' ],
			[
				$document->id,
				$document->number,
				$document->status,
				$document->key,
				$document->amounts->incl_tax->to_string(),
			]
		);
		self::assertSame( 'Document.create', $this->called( 3 )['method'] );
		self::assertSame(
			json_decode( (string) file_get_contents( __DIR__ . '/golden/delivery.json' ), true ),
			$this->called( 3 )['params']
		);
		self::assertSame( 'Document.getOne', $this->called( 4 )['method'] );
	}

	public function test_a_document_that_was_made_but_not_read_is_not_taken_for_none(): void {
		$this->answer_lists();
		$this->answer_v1( [ 'doc_id' => '7002' ] );
		$this->transport->add( new HttpResponse( 429, '' ) );

		self::assertSame(
			FailureKind::OutcomeUnknown,
			$this->failure( fn() => $this->invoicing->create( self::draft( DocumentKind::Proforma ) ) )->kind
		);
	}

	#[DataProvider( 'v1_kinds' )]
	public function test_neither_api_computes_these_so_the_arithmetic_of_an_order_is_taken( DocumentKind $kind ): void {
		$this->answer( [ 'amounts' => self::AMOUNTS ] );

		$computed = $this->invoicing->compute( self::draft( $kind ) );

		self::assertSame( '35.86', $computed->incl_tax->to_string() );
		self::assertSame( [ 'POST /orders/compute' ], $this->routes() );
		self::assertSame(
			[ 'date', 'currency', 'rate_category_id', 'related', 'rows' ],
			array_keys( $this->sent( 0 ) )
		);
	}

	/** Once a draft is made from a delivery note, that note is invoiced: named again as a parent, it is refused. */
	public function test_sums_are_asked_for_without_the_parent_so_that_a_draft_with_one_can_follow_its_order(): void {
		$this->answer( [ 'amounts' => self::AMOUNTS ] );

		$this->invoicing->compute( self::draft( DocumentKind::Invoice ) );

		self::assertSame( [ 'POST /invoices/compute' ], $this->routes() );
		self::assertArrayNotHasKey( 'parent', $this->sent( 0 ) );
		self::assertArrayHasKey( 'rows', $this->sent( 0 ) );
	}

	/** @return iterable<string, array{DocumentKind}> */
	public static function v1_kinds(): iterable {
		yield 'delivery' => [ DocumentKind::Delivery ];
		yield 'proforma' => [ DocumentKind::Proforma ];
	}

	public function test_searches_of_v1_read_every_page(): void {
		$this->answer_v1( self::page( 1, 2, 7003, 7002 ) );
		$this->answer_v1( self::page( 2, 2, 7009 ) );

		$found = $this->invoicing->find_by_key(
			DocumentKind::Delivery,
			self::customer(),
			'SHOP-1001',
			new \DateTimeImmutable( '2026-11-24T10:00:00+00:00' )
		);

		self::assertSame( [ 7009, 7003, 7002 ], array_column( $found, 'id' ) );
		$search = [
			'thirds'                    => [ 12 ],
			'periodecreationDate_start' => gmmktime( 10, 0, 0, 11, 23, 2026 ),
		];
		self::assertSame( $search, $this->called( 0 )['params']['search'] );
		self::assertSame( 2, $this->called( 1 )['params']['pagination']['pagenum'] );
	}

	public function test_no_documents_are_none_and_a_list_without_end_is_unknown(): void {
		$this->answer_v1(
			[
				'infos'  => [
					'nbpages' => '0',
					'nbtotal' => '0',
				],
				'result' => [],
			]
		);
		self::assertSame(
			[],
			$this->invoicing->find_by_key(
				DocumentKind::Delivery,
				self::customer(),
				'SHOP-1001',
				new \DateTimeImmutable()
			)
		);

		for ( $page = 1; $page <= 50; $page++ ) {
			$this->answer_v1( self::page( $page, 99 ) );
		}
		self::assertSame(
			FailureKind::OutcomeUnknown,
			$this->failure(
				fn() => $this->invoicing->find_by_key(
					DocumentKind::Delivery,
					self::customer(),
					'SHOP-1001',
					new \DateTimeImmutable()
				)
			)->kind
		);
	}

	public function test_a_search_without_a_filter_on_creation_stops_where_documents_are_older(): void {
		$this->answer_list(
			[ self::order( 9, '2026-11-24T12:00:00+01:00' ), self::order( 8, '2026-11-23T12:00:00+01:00' ) ],
			'cursor-1'
		);
		$this->answer_list(
			[ self::order( 7, '2026-11-23T11:30:00+01:00' ), self::order( 6, '2026-11-23T10:59:59+01:00' ) ],
			'cursor-2'
		);

		$found = $this->invoicing->find_by_key(
			DocumentKind::Order,
			self::customer(),
			'SHOP-1001',
			new \DateTimeImmutable( '2026-11-24T10:00:00+00:00' )
		);

		self::assertSame( [ 9, 8, 7, 6 ], array_column( $found, 'id' ) );
		self::assertSame( [ 'related_objects' ], array_keys( $this->sent( 0 )['filters'] ) );
		self::assertStringContainsString( 'direction=desc', $this->routes()[0] );
		self::assertStringContainsString( 'offset=cursor-1', $this->routes()[1] );
	}

	/** What the account was seen to do otherwise is not leant on: what a customer has is read, and compared here. */
	#[TestWith( [ DocumentKind::Invoice, Assumption::LostDocument, 9, 8 ] )]
	#[TestWith( [ DocumentKind::Order, Assumption::NewestFirst, 9, 8, 7 ] )]
	public function test_a_search_is_no_narrower_than_the_account_bears(
		DocumentKind $kind,
		Assumption $otherwise,
		int ...$found,
	): void {
		$this->findings->otherwise = [ $otherwise ];
		$key                       = [ 'order_reference' => 'SHOP-1001' ];
		$this->answer_list(
			[
				$key + self::order( 9, '2026-11-24T12:00:00+01:00' ),
				$key + self::order( 8, '2020-01-01T12:00:00+01:00' ),
			],
			'cursor-1'
		);
		$this->answer_list( [ $key + self::order( 7, '2026-11-24T12:00:00+01:00' ) ] );

		$since = new \DateTimeImmutable( '2026-11-24T10:00:00+00:00' );
		$ours  = $this->invoicing->find_by_key( $kind, self::customer(), 'SHOP-1001', $since );

		self::assertSame( $found, array_column( $ours, 'id' ) );
		self::assertSame( [ 'related_objects' ], array_keys( $this->sent( 0 )['filters'] ) );
	}

	public function test_a_search_with_that_filter_sends_it(): void {
		$this->answer_list( [] );

		$this->invoicing->find_by_key(
			DocumentKind::Estimate,
			self::customer(),
			'SHOP-1001',
			new \DateTimeImmutable( '2026-11-24T10:00:00+00:00' )
		);

		self::assertSame( [ 'start' => '2026-11-23T10:00:00+00:00' ], $this->sent( 0 )['filters']['created'] );
	}

	/** Units are obligatory in v1, and a currency is its id there. */
	private function answer_lists(): void {
		$this->answer_list(
			[
				[
					'id'   => 2,
					'code' => 'EUR',
				],
			]
		);
		$unit = [
			'id'        => 1,
			'label'     => 'unité',
			'is_active' => true,
		];
		$this->answer_list( [ [ 'is_active' => false ] + $unit, $unit ] );
		$this->answer_list( [ $unit ] );
	}

	private static function customer(): CustomerRef {
		return new CustomerRef( CustomerType::Company, 12 );
	}

	private static function draft( DocumentKind $kind ): DocumentDraft {
		$rows    = [
			new DraftRow(
				kind: RowKind::Priced,
				description: 'T-shirt bleu',
				reference: 'TSHIRT',
				quantity: Decimal::from_string( '3' ),
				unit_amount: Decimal::from_string( '8.325' ),
				total: 2498,
				tax_id: 3,
				item: new ItemRef( 17, 'product', 5 )
			),
			new DraftRow(
				kind: RowKind::Priced,
				description: 'Frais de port',
				reference: '',
				quantity: Decimal::from_string( '1' ),
				unit_amount: Decimal::from_string( '4.9' ),
				total: 490,
				tax_id: 3
			),
			new DraftRow( RowKind::Comment, 'Code promo NOEL : 5,00 €' ),
		];
		$details = new DocumentDetails(
			sale_type: 'product',
			vat_mode: 'debit',
			service_start: '2026-11-01',
			service_end: '2026-11-30',
			weight: Decimal::from_string( '1200' ),
			tracking_number: '6A123',
			tracking_url: 'https://suivi.example/6A123',
			payment_method_ids: [ 3 ]
		);
		return new DocumentDraft(
			kind: $kind,
			key: 'SHOP-1001',
			customer: self::customer(),
			contact_id: 44,
			invoicing_address_id: 91,
			delivery_address_id: 92,
			currency: Currency::from_code( 'EUR' ),
			date: '2026-11-24',
			subject: 'Commande 1001 [SHOP-1001]',
			note: "Merci !\n< 3",
			rows: $rows,
			totals: new Totals( 2988, 3586, [] ),
			rate_category_id: 1,
			owner_id: 2,
			model_id: 8,
			payment_term_id: null,
			parent: new ParentRef( DocumentKind::Order, 7001 ),
			details: $details
		);
	}

	/** @return array<string, string> */
	private static function view( int $id ): array {
		return [
			'id'                   => (string) $id,
			'ident'                => "BL-$id",
			'step'                 => 'draft',
			'subject'              => 'Commande 1001 [SHOP-1001]',
			'totalAmountTaxesFree' => '29.880000000',
			'totalAmount'          => '35.860000000',
		];
	}

	/** @return array<string, mixed> */
	private static function page( int $page, int $pages, int ...$ids ): array {
		return [
			'infos'  => [
				'nbpages' => $pages,
				'pagenum' => (string) $page,
			],
			'result' => array_map( self::view( ... ), array_combine( $ids, $ids ) ),
		];
	}

	/** @return array<string, mixed> */
	private static function order( int $id, string $created ): array {
		return [
			'id'      => $id,
			'number'  => "BC-$id",
			'status'  => 'draft',
			'subject' => 'Commande 1001 [SHOP-1001]',
			'created' => $created,
			'amounts' => self::AMOUNTS,
		];
	}

	private function failure( \Closure $work ): RemoteFailure {
		try {
			$work();
		} catch ( RemoteFailure $failure ) {
			return $failure;
		}
		self::fail( 'Nothing was thrown.' );
	}
}
