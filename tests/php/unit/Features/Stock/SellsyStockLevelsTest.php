<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Stock;

use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Features\Stock\Rules\Warehouse;
use OrderInvoicer\Features\Stock\SellsyStockLevels;
use OrderInvoicer\Tests\Unit\Sellsy\AdapterTestCase;

/**
 * What is asked and told of stock, in API v1's documented words; what is inferred of them.
 *
 * @assumes stock-of-item
 * @assumes stock-taken-away
 */
final class SellsyStockLevelsTest extends AdapterTestCase {

	private SellsyStockLevels $stock;

	protected function setUp(): void {
		parent::setUp();
		$this->stock = new SellsyStockLevels( $this->v1 );
	}

	public function test_warehouses_have_names(): void {
		$this->answer_v1(
			[
				'4' => [
					'id'        => '4',
					'corpid'    => '1',
					'status'    => 'ok',
					'label'     => 'Entrepôt de Lyon',
					'addrid'    => '0',
					'isdefault' => 'Y',
				],
			]
		);
		self::assertEquals( [ new Warehouse( 4, 'Entrepôt de Lyon', true ) ], $this->stock->warehouses() );
	}

	public function test_an_account_may_have_none(): void {
		$this->answer_v1( [] );
		self::assertSame( [], $this->stock->warehouses() );
	}

	public function test_the_stock_of_one_warehouse_counts(): void {
		$this->answer_v1( [ self::row( 1, 4, '12.500000000' ) ] );
		$level = $this->stock->level( new ItemRef( 3001, 'product' ), 4 );
		self::assertSame( [ true, '12.5' ], [ $level->is_clear, $level->quantity?->to_string() ] );
		self::assertSame(
			[
				'itemid' => 3001,
				'warehouseid' => 4,
			],
			$this->called( 0 )['params']
		);
	}

	public function test_a_declination_is_asked_for_by_its_id(): void {
		$this->answer_v1( [ self::row( 1, 4, '0.000000000' ) ] );
		$level = $this->stock->level( new ItemRef( 3001, 'product', 4001 ), 4 );
		self::assertTrue( $level->quantity?->is_zero() );
		self::assertSame(
			[
				'itemid' => 3001,
				'declid' => 4001,
				'warehouseid' => 4,
			],
			$this->called( 0 )['params']
		);
	}

	public function test_an_empty_answer_is_not_kept_and_never_none(): void {
		$this->answer_v1( [] );
		$this->answer_v1( [ self::row( 1, 9, '3.000000000' ) ] ); // Kept elsewhere.
		foreach ( [ 0, 1 ] as $call ) {
			$level = $this->stock->level( new ItemRef( 3001, 'product' ), 4 );
			self::assertSame( [ true, null ], [ $level->is_clear, $level->quantity ], "call $call" );
		}
	}

	/** One source says so of an item that has declinations. */
	public function test_several_rows_of_one_warehouse_tell_nothing(): void {
		$this->answer_v1( [ self::row( 1, 4, '3.000000000' ), self::row( 2, 4, '5.000000000' ) ] );
		$level = $this->stock->level( new ItemRef( 3001, 'product' ), 4 );
		self::assertSame( [ false, null ], [ $level->is_clear, $level->quantity ] );
	}

	public function test_a_row_without_a_quantity_tells_nothing_and_is_no_failure_of_all(): void {
		$this->answer_v1( [ [ 'qt' => '' ] + self::row( 1, 4, '3' ) ] );
		$level = $this->stock->level( new ItemRef( 3001, 'product' ), 4 );
		self::assertSame( [ false, null ], [ $level->is_clear, $level->quantity ] );
	}

	public function test_an_answer_that_is_no_list_tells_nothing_and_is_no_failure_of_all(): void {
		$this->answer_v1( false );
		$level = $this->stock->level( new ItemRef( 3001, 'product' ), 4 );
		self::assertSame( [ false, null ], [ $level->is_clear, $level->quantity ] );
	}

	/** Inferred: no other way to take away is documented. */
	public function test_less_than_zero_takes_away(): void {
		$this->answer_v1( null );
		$this->stock->add( new ItemRef( 3001, 'product', 4001 ), 4, Decimal::from_string( '-2.5' ) );
		self::assertSame( 'Stock.add', $this->called( 0 )['method'] );
		self::assertSame(
			[
				'itemid' => 3001,
				'declid' => 4001,
				'stock'  => [
					'method'         => 'simple',
					'quantity'       => '-2.5',
					'warehouseid_to' => 4,
					'calculatevalo'  => 'N',
					'movetype'       => 'manual',
					'movenotes'      => 'Order Invoicer',
				],
			],
			$this->called( 0 )['params']
		);
	}

	/** @return array<string, string> */
	private static function row( int $id, int $warehouse, string $quantity ): array {
		return [
			'id'           => (string) $id,
			'corpid'       => '1',
			'itemid'       => '3001',
			'whid'         => (string) $warehouse,
			'qt'           => $quantity,
			'formatted_qt' => $quantity,
		];
	}
}
