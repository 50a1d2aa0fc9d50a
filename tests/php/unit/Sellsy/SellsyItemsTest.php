<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Items\ItemChange;
use OrderInvoicer\Domain\Items\ItemDraft;
use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Items\RemoteItem;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Sellsy\Mapping\ItemMapping;
use OrderInvoicer\Sellsy\SellsyItems;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeFindings;
use PHPUnit\Framework\Attributes\TestWith;

/** @assumes put-keeps-items */
final class SellsyItemsTest extends AdapterTestCase {

	/** As `GET /items/{id}` answers. */
	private const ITEM = [
		'id'                              => 17,
		'type'                            => 'product',
		'name'                            => 'Article',
		'reference'                       => 'A',
		'reference_price'                 => '10.00',
		'reference_price_taxes_exc'       => '10.00',
		'reference_price_taxes_inc'       => '12.00',
		'purchase_amount'                 => '4.00',
		'tax_id'                          => 3,
		'unit_id'                         => null,
		'price_excl_tax'                  => '10.00',
		'currency'                        => 'EUR',
		'description'                     => 'Avant',
		'is_name_included_in_description' => false,
		'is_archived'                     => false,
		'is_declined'                     => false,
		'is_einvoicing_compliant'         => true,
	];

	private SellsyItems $items;

	private FakeFindings $findings;

	protected function setUp(): void {
		parent::setUp();
		$this->findings = new FakeFindings();
		$this->items    = new SellsyItems( $this->client, new ItemMapping(), $this->findings );
	}

	public function test_creates_an_item_at_its_price_without_tax(): void {
		$this->answer(
			[
				'id' => 17,
				'type' => 'product',
				'reference' => 'TSHIRT-BLEU',
			],
			201
		);

		$item = $this->items->create(
			new ItemDraft(
				type: 'product',
				reference: 'TSHIRT-BLEU',
				name: str_repeat( 'é', 300 ),
				price: Decimal::from_string( '8.325' ),
				tax_id: 3
			)
		);

		self::assertEquals( new ItemRef( 17, 'product' ), $item->ref );
		self::assertSame(
			[
				'type' => 'product',
				'reference' => 'TSHIRT-BLEU',
				'name' => str_repeat( 'é', 250 ),
				'reference_price' => '8.325',
				'is_reference_price_taxes_free' => true,
				'tax_id' => 3,
			],
			$this->sent( 0 )
		);
	}

	public function test_finds_products_and_services_archived_ones_too(): void {
		$this->answer_list(
			[
				[
					'id' => 17,
					'type' => 'service',
					'reference' => 'A',
					'name' => null,
					'is_archived' => true,
				],
			]
		);

		self::assertEquals(
			[ new RemoteItem( ref: new ItemRef( 17, 'service' ), reference: 'A', name: '', archived: true ) ],
			$this->items->find_by_reference( 'A' )
		);
		self::assertSame(
			[
				'reference' => 'A',
				'type' => [
					'product',
					'service',
				],
			],
			$this->sent( 0 )['filters']
		);
	}

	public function test_reads_one(): void {
		$this->answer(
			[
				'id' => 17,
				'type' => 'product',
				'reference' => 'A',
				'name' => 'Article',
			]
		);

		self::assertSame( 'Article', $this->items->get( 17 )->name );
		self::assertSame( [ 'GET /items/17' ], $this->routes() );
	}

	public function test_reads_the_price_on_the_side_it_was_entered(): void {
		$prices = [
			'id' => 17,
			'type' => 'product',
			'reference' => 'A',
			'reference_price_taxes_exc' => '10.00',
			'reference_price_taxes_inc' => '12.00',
			'tax_id' => 3,
			'is_declined' => false,
		];
		$this->answer( $prices + [ 'is_reference_price_taxes_free' => false ] );
		$this->answer( $prices + [ 'is_reference_price_taxes_free' => true ] );

		$incl = $this->items->get( 17 );
		$excl = $this->items->get( 17 );

		self::assertSame(
			[ '12', true, 3, false ],
			[ $incl->price?->to_string(), $incl->price_includes_tax, $incl->tax_id, $incl->may_have_declinations ]
		);
		self::assertSame( [ '10', false ], [ $excl->price?->to_string(), $excl->price_includes_tax ] );
	}

	public function test_sends_what_changes_and_no_more(): void {
		$this->answer( [ 'id' => 17 ] );

		$this->items->update(
			17,
			new ItemChange(
				name: null,
				description: 'Texte',
				price: Decimal::from_string( '12' ),
				price_includes_tax: true,
				tax_id: null
			)
		);

		self::assertSame( [ 'PUT /items/17' ], $this->routes() );
		self::assertSame(
			[
				'reference_price' => '12',
				'is_reference_price_taxes_free' => false,
				'description' => 'Texte',
			],
			$this->sent( 0 )
		);
	}

	/**
	 * The account drops what a PUT leaves out: all that it takes goes with the change. The price goes on the side on
	 * which it was entered.
	 */
	#[TestWith( [ true, '10.00' ] )]
	#[TestWith( [ false, '12.00' ] )]
	public function test_all_of_an_item_goes_with_it_where_put_drops_the_rest( bool $is_ht, string $price ): void {
		$this->findings->otherwise = [ Assumption::PutKeepsItems ];
		$this->answer( [ 'is_reference_price_taxes_free' => $is_ht ] + self::ITEM );
		$this->answer( [ 'id' => 17 ] );

		$this->items->update( 17, self::description( 'Texte' ) );

		self::assertSame( [ 'GET /items/17', 'PUT /items/17' ], $this->routes() );
		self::assertEquals(
			[
				'name'                            => 'Article',
				'reference'                       => 'A',
				'reference_price'                 => $price,
				'purchase_amount'                 => '4.00',
				'is_reference_price_taxes_free'   => $is_ht,
				'tax_id'                          => 3,
				'description'                     => 'Texte',
				'is_name_included_in_description' => false,
				'is_archived'                     => false,
			],
			$this->sent( 1 )
		);
	}

	public function test_an_item_that_cannot_be_sent_back_whole_is_left_as_it_is(): void {
		$this->findings->otherwise = [ Assumption::PutKeepsItems ];
		$this->answer( [ 'weight' => '2.5' ] + self::ITEM );
		try {
			$this->items->update( 17, self::description( 'Texte' ) );
			self::fail( 'It was changed.' );
		} catch ( RemoteFailure $left ) {
			self::assertSame( FailureKind::Rejected, $left->kind, 'As what Sellsy refuses: no document waits for it.' );
			self::assertSame( [ 'GET /items/17' ], $this->routes() );
		}
	}

	private static function description( string $text ): ItemChange {
		return new ItemChange(
			name: null,
			description: $text,
			price: null,
			price_includes_tax: false,
			tax_id: null
		);
	}

	public function test_reads_declinations_from_one_page_where_that_holds_them_all(): void {
		$this->answer_list(
			[
				[
					'id' => 4,
					'reference' => 'A-BLEU',
					'item_id' => 17,
				],
			]
		);

		self::assertSame( [ 4 => 'A-BLEU' ], $this->items->declinations( 17 ) );
		self::assertSame( [ 'GET /items/17/declinations' ], $this->routes() );
	}
}
