<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\Amounts\Totals;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Content\DocumentDetails;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Content\RowKind;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ParentRef;
use OrderInvoicer\Domain\Documents\TaxAmount;
use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Mapping\DocumentMapping;
use OrderInvoicer\Sellsy\Mapping\RowMapping;
use OrderInvoicer\Sellsy\Resources\Documents;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * @assumes buyer-reference
 */
final class DocumentMappingTest extends AdapterTestCase {

	private DocumentMapping $mapping;

	protected function setUp(): void {
		parent::setUp();
		$this->mapping = new DocumentMapping( new RowMapping() );
	}

	public function test_sends_everything_that_a_draft_can_hold(): void {
		$this->answer( [ 'id' => 1 ], 201 );

		( new Documents( $this->client ) )->create(
			DocumentKind::Invoice,
			$this->mapping->body(
				self::full_draft(),
				[
					'id' => 4,
					'end_of_month' => true,
				]
			)
		);

		$this->assert_sent( 'invoice', 0 );
	}

	public function test_sends_nothing_that_a_draft_does_not_hold(): void {
		$this->answer( [ 'amounts' => [] ] );
		$customer = new CustomerRef( CustomerType::Individual, 13 );
		$draft    = new DocumentDraft(
			kind: DocumentKind::Invoice,
			key: 'SHOP-1001',
			customer: $customer,
			contact_id: null,
			invoicing_address_id: null,
			delivery_address_id: null,
			currency: Currency::from_code( 'EUR' ),
			date: '2026-11-24',
			subject: '',
			note: '',
			rows: [],
			totals: new Totals( 0, 0, [] ),
			rate_category_id: 1,
			owner_id: null,
			model_id: null,
			payment_term_id: null
		);

		( new Documents( $this->client ) )->compute( DocumentKind::Invoice, $this->mapping->body( $draft, [] ) );

		self::assertSame(
			[ 'date', 'currency', 'order_reference', 'rate_category_id', 'related', 'rows' ],
			array_keys( $this->sent( 0 ) )
		);
		self::assertSame(
			[
				[
					'type' => 'individual',
					'id' => 13,
				],
			],
			$this->sent( 0 )['related']
		);
	}

	public function test_the_buyers_own_number_takes_the_reference_of_an_invoice_and_both_places_are_read(): void {
		$draft = new DocumentDraft(
			...[
				...get_object_vars( self::full_draft() ),
				'subject'         => 'Commande n° 1001 [SHOP-1001/R1]',
				'order_reference' => 'BC 778',
			]
		);
		$body  = $this->mapping->body( $draft, [] );
		self::assertSame(
			[ 'BC 778', 'Commande n° 1001 [SHOP-1001/R1]' ],
			[ $body['order_reference'], $body['subject'] ]
		);

		$answer = $body + [
			'id'      => 1,
			'amounts' => [
				'total_excl_tax' => '10.00',
				'total_incl_tax' => '12.00',
			],
		];
		unset( $answer['rows'] );
		$document = $this->mapping->document( DocumentKind::Invoice, new Answer( $answer, 'POST /invoices', 201 ) );
		self::assertTrue( $document->bears( 'SHOP-1001/R1' ) );
		self::assertFalse( $document->bears( 'SHOP-1001' ) );
	}

	public function test_no_other_kind_has_a_field_for_it(): void {
		foreach ( [ DocumentKind::Estimate, DocumentKind::Order, DocumentKind::CreditNote ] as $kind ) {
			$draft = new DocumentDraft(
				...[
					...get_object_vars( self::full_draft( $kind ) ),
					'order_reference' => 'BC 778',
				]
			);
			self::assertArrayNotHasKey( 'order_reference', $this->mapping->body( $draft, [] ) );
		}
	}

	/**
	 * @param array<string, mixed>              $said
	 * @param list<array{int, string, string}>|null $taxes
	 */
	#[DataProvider( 'taxes' )]
	public function test_reads_currency_and_taxes_where_they_can_be_read(
		array $said,
		string $currency,
		?array $taxes,
	): void {
		$answer   = [
			'id'      => 1,
			'amounts' => [
				'total_excl_tax' => '10.00',
				'total_incl_tax' => '10.55',
			],
		] + $said;
		$document = $this->mapping->document( DocumentKind::Invoice, new Answer( $answer, 'POST /invoices', 201 ) );
		$read     = static fn ( TaxAmount $tax ): array =>
			[ $tax->tax_id, $tax->percent->to_string(), $tax->amount->to_string() ];

		self::assertSame( $currency, $document->currency );
		self::assertSame(
			$taxes,
			$document->amounts->taxes === null ? null : array_map( $read, $document->amounts->taxes )
		);
	}

	/** @return iterable<string, array{array<string, mixed>, string, list<array{int, string, string}>|null}> */
	public static function taxes(): iterable {
		$tax = [
			'id'     => 7,
			'label'  => 'TVA',
			'rate'   => '5.50',
			'amount' => '0.55',
		];
		yield 'both' => [
			[
				'currency' => 'EUR',
				'taxes' => [ $tax ],
			],
			'EUR',
			[ [ 7, '5.5', '0.55' ] ],
		];
		yield 'no taxes on it' => [
			[
				'currency' => 'EUR',
				'taxes' => [],
			],
			'EUR',
			[],
		];
		yield 'neither is said' => [ [], '', null ];
		yield 'neither can be read' => [
			[
				'currency' => 978,
				'taxes' => [ [ 'rate' => 'much' ] + $tax ],
			],
			'',
			null,
		];
		yield 'no list' => [ [ 'taxes' => 'none' ], '', null ];
	}

	/** @param array<string, mixed> $said */
	#[DataProvider( 'bases' )]
	public function test_the_ht_of_a_tax_is_that_of_its_rows( array $said, ?string $base ): void {
		$answer   = $said + [
			'id'      => 1,
			'amounts' => [
				'total_excl_tax' => '30.00',
				'total_incl_tax' => '35.00',
			],
			'taxes'   => [
				[
					'id'     => 7,
					'label'  => 'TVA',
					'rate'   => '20',
					'amount' => '4.00',
				],
			],
		];
		$document = $this->mapping->document( DocumentKind::Invoice, new Answer( $answer, 'GET /invoices/1', 200 ) );

		self::assertSame( $base, ( $document->amounts->taxes ?? [] )[0]->base?->to_scale( 2 ) );
	}

	/** @return iterable<string, array{array<string, mixed>, string|null}> */
	public static function bases(): iterable {
		$row  = static fn ( ?int $tax, ?string $ht ): array => [
			'type'           => 'single',
			'tax_id'         => $tax,
			'amount_tax_exc' => $ht,
		];
		$rows = [ $row( 7, '12.50' ), $row( null, null ), $row( 8, '10.00' ), $row( 7, '7.50' ) ];
		yield 'two taxes and a comment' => [ [ 'rows' => $rows ], '20.00' ];
		yield 'an option that is not counted' => [ [ 'rows' => [ ...$rows, $row( 7, '5.00' ) ] ], null ];
		yield 'a list comes without rows' => [ [], null ];
	}

	public function test_reads_a_document_with_exact_amounts(): void {
		$this->answer(
			[
				'id'              => 1,
				'number'          => 'F-2026-00001',
				'status'          => 'due',
				'order_reference' => 'SHOP-1001',
				'created'         => '2026-11-24T10:00:00+01:00',
				'amounts'         => [
					'total_excl_tax' => '24.98',
					'total_incl_tax' => 29.97,
				],
				'rows'            => [
					[
						'type' => 'catalog',
						'amount_tax_exc' => '24.975',
					],
					[
						'type' => 'comment',
						'text' => 'x',
					],
					[
						'type' => 'single',
						'amount_tax_exc' => 5,
					],
				],
			]
		);

		$document = $this->mapping->document(
			DocumentKind::Invoice,
			$this->client->send( ApiRequest::get( '/invoices/{id}', [ 'id' => 1 ] ) )
		);

		self::assertSame(
			[ 1, 'F-2026-00001', 'due', 'SHOP-1001', '2026-11-24T10:00:00+01:00' ],
			[ $document->id, $document->number, $document->status, $document->key, $document->created ]
		);
		self::assertSame(
			[ '24.98', '29.97' ],
			[ $document->amounts->excl_tax->to_string(), $document->amounts->incl_tax->to_string() ]
		);
		self::assertSame(
			[ '24.975', null, '5' ],
			array_map( static fn( ?Decimal $total ): ?string => $total?->to_string(), $document->amounts->row_totals )
		);
	}

	public function test_a_drafts_number_does_not_count(): void {
		$this->answer(
			[
				'id' => 1,
				'number' => 'DRAFT-7',
				'status' => 'draft',
				'amounts' => [
					'total_excl_tax' => '1.00',
					'total_incl_tax' => '1.20',
				],
			]
		);

		$document = $this->mapping->document(
			DocumentKind::Invoice,
			( new Documents( $this->client ) )->get( DocumentKind::Invoice, 1 )
		);

		self::assertSame( '', $document->number );
		self::assertTrue( $document->is_draft() );
	}

	/** @param list<string> $fields beside the rows. */
	#[DataProvider( 'kinds' )]
	public function test_each_kind_is_sent_what_it_accepts(
		DocumentKind $kind,
		array $fields,
		array $only_created,
	): void {
		$this->answer( [ 'id' => 1 ], 201 );
		$this->answer( [ 'id' => 1 ] );
		$draft = self::full_draft( $kind );

		$documents = new Documents( $this->client );
		$documents->create( $kind, $this->mapping->body( $draft, [ 'id' => 4 ] ) );
		$documents->update( $kind, 1, $this->mapping->update( $draft, [ 'id' => 4 ] ) );

		$common  = [
			'date',
			'currency',
			'related',
			'rows',
			'subject',
			'note',
			'invoicing_address_id',
			'delivery_address_id',
			'sale_type',
			'service_dates',
		];
		$created = [ ...$common, ...$fields, ...$only_created ];
		$updated = [ ...$common, ...$fields ];
		self::assertEqualsCanonicalizing( $created, array_keys( $this->sent( 0 ) ) );
		self::assertEqualsCanonicalizing( $updated, array_keys( $this->sent( 1 ) ) );
		self::assertSame( $kind === DocumentKind::Estimate ? 1 : 2, count( $this->sent( 0 )['related'] ) );
		self::assertStringStartsWith( 'PUT ', $this->routes()[1] );
	}

	/** @return iterable<string, array{DocumentKind, list<string>, list<string>}> */
	public static function kinds(): iterable {
		$details = [ 'shipping_date', 'vat_mode', 'payment_method_ids', 'shipping_weight', 'settings' ];
		$fixed   = [ 'rate_category_id', 'parent' ];
		yield 'estimate' => [ DocumentKind::Estimate, [ 'contact_id', ...$details ], [ 'owner_id', ...$fixed ] ];
		yield 'order' => [ DocumentKind::Order, [ 'owner_id', ...$details ], $fixed ];
		yield 'invoice' => [
			DocumentKind::Invoice,
			[ 'owner_id', 'order_reference', 'payment_terms', ...$details ],
			$fixed,
		];
		yield 'credit note' => [ DocumentKind::CreditNote, [ 'owner_id' ], $fixed ];
	}

	public function test_a_parent_document_takes_the_place_of_the_model(): void {
		$draft = self::full_draft( DocumentKind::Invoice, new ParentRef( DocumentKind::Delivery, 71 ) );

		$parent = [
			'type' => 'delivery',
			'id'   => 71,
		];
		self::assertSame( $parent, $this->mapping->body( $draft, [] )['parent'] );
	}

	public function test_a_tracking_address_that_sellsy_would_refuse_is_left_out(): void {
		foreach ( [ 'no address', 'https://suivi.example/' . str_repeat( 'x', 250 ) ] as $url ) {
			self::assertNull(
				$this->mapping->details( DocumentKind::Order, new DocumentDetails( tracking_url: $url ) )['settings']
			);
		}
	}

	public function test_other_documents_have_their_key_in_their_subject_and_estimates_a_total_of_their_own(): void {
		$answer = [
			'id'      => 1,
			'number'  => 'D-2026-1',
			'status'  => 'draft',
			'subject' => 'Commande 1001 [SHOP-1001]',
			'amounts' => [
				'total_excl_tax' => '1.00',
				'total'          => '1.20',
			],
		];
		$this->answer( $answer );

		$document = $this->mapping->document(
			DocumentKind::Estimate,
			( new Documents( $this->client ) )->get( DocumentKind::Estimate, 1 )
		);

		self::assertSame(
			[ 'D-2026-1', 'SHOP-1001', '1.2' ],
			[ $document->number, $document->key, $document->amounts->incl_tax->to_string() ]
		);
	}

	private static function full_draft(
		DocumentKind $kind = DocumentKind::Invoice,
		?ParentRef $parent = null,
	): DocumentDraft {
		return new DocumentDraft(
			kind: $kind,
			key: 'SHOP-1001/R1',
			customer: new CustomerRef( CustomerType::Company, 12 ),
			contact_id: 44,
			invoicing_address_id: 91,
			delivery_address_id: 92,
			currency: Currency::from_code( 'EUR' ),
			date: '2026-11-24',
			subject: 'Commande n° 1001',
			note: "Merci !\nTom & \"Jerry\" < 3\r\nFin",
			rows: [
				new DraftRow(
					kind: RowKind::Priced,
					description: 'T-shirt bleu',
					reference: str_repeat( 'é', 260 ),
					quantity: Decimal::from_string( '3' ),
					unit_amount: Decimal::from_string( '8.325' ),
					total: 2498,
					tax_id: 3,
					item: new ItemRef( 17, 'product' )
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
			],
			totals: new Totals( 2988, 3586, [] ),
			rate_category_id: 1,
			owner_id: 2,
			model_id: 8,
			payment_term_id: 4,
			parent: $parent,
			details: new DocumentDetails(
				sale_type: 'mixed',
				vat_mode: 'debit',
				service_start: '2026-11-01',
				service_end: '2026-11-30',
				weight: Decimal::from_string( '1250.5' ),
				tracking_number: str_repeat( '6', 60 ),
				tracking_url: 'https://suivi.example/6A',
				payment_method_ids: [ 3 ],
				shipping_date: '2026-11-20'
			),
		);
	}
}
