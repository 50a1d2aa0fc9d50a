<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\Items\ItemChange;
use OrderInvoicer\Domain\Items\ItemDraft;
use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Items\RemoteItem;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Sellsy\Mapping\ItemMapping;
use OrderInvoicer\Sellsy\Resources\Catalogue;
use OrderInvoicer\Sellsy\SellsyItems;

final class SellsyItemsTest extends AdapterTestCase {

	private SellsyItems $items;

	protected function setUp(): void {
		parent::setUp();
		$this->items = new SellsyItems( new Catalogue( $this->client ), new ItemMapping() );
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
