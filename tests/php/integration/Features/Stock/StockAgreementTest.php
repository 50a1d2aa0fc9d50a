<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Features\Stock;

use OrderInvoicer\Domain\Items\ItemKey;
use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Features\Stock\Rules\SteerStock;
use OrderInvoicer\Features\Stock\Rules\StockLook;
use OrderInvoicer\Features\Stock\Rules\StockLooks;
use OrderInvoicer\Features\Stock\Rules\StockStanding;
use OrderInvoicer\Features\Stock\StockText;
use OrderInvoicer\Features\Stock\StockView;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\Tests\Integration\Engine\Cuts;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\SideBySide;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\Wiring\Answers;
use OrderInvoicer\Wiring\Engine;
use OrderInvoicer\Wording\Names\SellsyPages;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/**
 * Products of real WooCommerce and items of the sandbox: compared, then made to agree, each difference once.
 *
 * @assumes stock-by-documents
 */
#[Group( 'real-woocommerce' )]
final class StockAgreementTest extends CommittedTestCase {

	private const WAREHOUSE = 1;

	private SandboxShop $shop;
	private Adapters $ports;
	private Engine $engine;
	private SteerStock $steer;

	/** @var array<string, \Closure> */
	private array $filters = [];

	protected function setUp(): void {
		parent::setUp();
		$this->begin_shop();
	}

	protected function tearDown(): void {
		foreach ( $this->filters as $hook => $filter ) {
			remove_filter( $hook, $filter );
		}
		parent::tearDown();
	}

	public function test_compared_seen_done_and_then_nothing_more(): void {
		[ $mug, $mug_item ]   = $this->product( 'MUG', '3', '5' );
		[ $bowl, $bowl_item ] = $this->product( 'BOWL', '7', '4' );
		[ $cup ]              = $this->product( 'CUP', '2', null );
		$this->product( 'NOT-MANAGED', null, '4' );

		self::assertTrue( $this->steer->compare() );
		$this->passes( 2 );
		self::assertSame( StockStanding::Compared, $this->steer->standing() );
		self::assertSame(
			[
				$mug => 'differs',
				$bowl => 'differs',
				$cup => 'not_kept',
			],
			$this->states()
		);
		self::assertSame( [], $this->additions() );

		$this->start();
		$this->passes( 4 );
		self::assertSame( [ '3', '7' ], [ $this->at_sellsy( $mug_item ), $this->at_sellsy( $bowl_item ) ] );
		self::assertSame( [ '-2', '3' ], $this->additions() );
		self::assertSame( [ 'done', 'done' ], $this->past() );
		self::assertSame( '3', $this->in_shop( $mug ) );

		$this->night();
		self::assertCount( 2, $this->additions() );
		self::assertSame( 'agrees', $this->states()[ $mug ] );
		self::assertSame( [], $this->shop->sandbox->call( 'GET', '/_sandbox/violations' ) );
	}

	public function test_sellsy_leads_and_our_own_change_is_no_change_by_hand(): void {
		[ $mug ] = $this->product( 'MUG', '3', '5' );
		$this->settings(
			[
				'leader' => 'sellsy',
				'moved_by' => 'invoice',
			]
		);
		wp_set_current_user( $this->manager() ); // Whoever runs the pass: the change is ours.
		$this->agree();
		self::assertSame( '5', $this->in_shop( $mug ) );
		self::assertSame( [], $this->additions() );
		self::assertSame( [], $this->ports->stock_rows()->marked( new \DateTimeImmutable(), 9 ) );
		self::assertSame( [ 'done' ], $this->past() );
		$this->night();
		self::assertSame( '5', $this->in_shop( $mug ) );
	}

	public function test_a_change_by_hand_is_marked_and_a_sale_costs_nothing(): void {
		[ $mug, $item ] = $this->product( 'MUG', '5', '5' );
		$statements     = fn (): int => count(
			$this->statements( static fn () => wc_update_product_stock( $mug, 1, 'decrease' ), 'orderinvoicer_stock' )
		);
		wp_set_current_user( $this->manager() );
		self::assertSame( 0, $statements(), 'off' );
		$this->agree();
		wp_set_current_user( 0 );
		self::assertSame( 0, $statements(), 'a shopper' );
		wp_set_current_user( $this->manager() );
		self::assertSame( 1, $statements(), 'by hand' );
		self::assertSame( [ $mug ], $this->ports->stock_rows()->marked( new \DateTimeImmutable(), 9 ) );
		$this->passes( 4 );
		self::assertSame( $this->in_shop( $mug ), $this->at_sellsy( $item ) );
	}

	/** @return iterable<string, array{string}> */
	public static function lost(): iterable {
		yield 'done, and the answer lost' => [ '500-after' ];
		yield 'nothing done, and nobody knows' => [ '500-before' ];
	}

	#[DataProvider( 'lost' )]
	public function test_an_unknown_outcome_is_read_before_anything_is_added( string $mode ): void {
		[ , $item ] = $this->product( 'MUG', '3', '5' );
		$this->shop->sandbox->fault(
			[
				'mode'   => $mode,
				'method' => 'POST',
				'path'   => 'v1:Stock.add',
				'times'  => 1,
			]
		);
		$this->agree();
		$this->passes( 3 );
		$this->night();
		self::assertSame( '3', $this->at_sellsy( $item ) );
		self::assertCount( $mode === '500-before' ? 2 : 1, $this->additions() );
		self::assertSame( $mode === '500-before' ? [ 'lost', 'done' ] : [ 'done' ], $this->past() );
	}

	#[Group( 'walks' )]
	public function test_a_runner_that_is_killed_anywhere_adds_nothing_twice(): void {
		if ( ! function_exists( 'posix_kill' ) ) {
			self::markTestSkipped( 'PHP\'s posix extension is not there.' );
		}
		for ( $at = 1, $survived = false; ! $survived && $at < 60; $at = Cuts::after( $at ) ) {
			$at > 1 && $this->begin_shop();
			[ , $item ] = $this->product( "MUG-$at", '3', '5' );
			$this->steer->compare();
			$this->passes( 1 );
			$this->start();
			$this->minutes_pass();
			$survived = $this->shop->run_and_die( 0, 'write', $at );
			wp_cache_flush();
			$this->passes( 4 );
			$this->night();
			self::assertSame( '3', $this->at_sellsy( $item ), "killed after write $at" );
			self::assertLessThanOrEqual( 2, count( $this->additions() ) );
		}
		self::assertTrue( $survived );
		self::assertGreaterThan( 4, $at );
	}

	public function test_two_runners_at_once_add_a_difference_once(): void {
		[ , $item ] = $this->product( 'MUG', '3', '5' );
		$this->steer->compare();
		$this->passes( 1 );
		$this->start();
		$this->minutes_pass();
		SideBySide::run( 3, [ dirname( __DIR__, 2 ) . '/Engine/mortal-runner.php', '0', 'write', '9999' ] );
		wp_cache_flush();
		$this->passes( 2 );
		self::assertSame( '3', $this->at_sellsy( $item ) );
		self::assertSame( [ '-2' ], $this->additions() );
	}

	/** Another runner claims between this one's reading and its own claim. */
	public function test_the_claim_has_one_winner(): void {
		[ $mug ] = $this->product( 'MUG', '3', '5' );
		$this->steer->compare();
		$this->passes( 1 );
		$rows   = $this->ports->stock_rows();
		$listed = $rows->standing( $mug );
		self::assertNotNull( $listed );
		$read = ( new \OrderInvoicer\Features\Stock\Rules\ReadStock(
			$this->ports->shop_stocks(),
			$this->ports->sellsy_stocks(),
			$this->engine->find_item(),
			$rows
		) )->read( $mug, $listed->item, $this->ports->settings()->get()->stock );
		self::assertNotNull( $read );
		$now = new \DateTimeImmutable();
		self::assertNotNull( $rows->begin( $listed, $read, 'sellsy', $now ) );
		self::assertNull( $rows->begin( $listed, $read, 'sellsy', $now ) );
	}

	/** @return iterable<string, array{string}> whether orders are in WooCommerce's own tables. */
	public static function storages(): iterable {
		yield 'own tables' => [ 'yes' ];
		yield 'posts' => [ 'no' ];
	}

	#[DataProvider( 'storages' )]
	public function test_what_an_order_has_sold_is_explained_until_its_invoice_is_there( string $own_tables ): void {
		$this->store( $own_tables );
		[ $mug, $item ] = $this->product( 'MUG', '5', '5' );
		$this->settings( [ 'moved_by' => 'invoice' ] );
		$this->shop->change_settings(
			[
				'invoice' => [
					'enabled' => true,
					'trigger' => 'completed',
				],
			]
		);
		$this->agree();
		$order = $this->shop->order_of( wc_get_product( $mug ), 2 );
		$order->update_status( 'processing' ); // Reduces stock; its invoice comes when it is completed.
		self::assertSame( '3', $this->in_shop( $mug ) );
		$this->night();
		self::assertSame( [], $this->additions() );
		self::assertSame( 'agrees', $this->states()[ $mug ] );

		// A change by hand beside it is told by its own quantity.
		wp_set_current_user( $this->manager() );
		wc_update_product_stock( $mug, 10, 'increase' );
		$this->passes( 4 );
		self::assertSame( [ '10' ], $this->additions() );
		self::assertSame( '15', $this->at_sellsy( $item ) ); // 13 in the shop, and 2 that the invoice takes.
	}

	/** @return iterable<string, array{string, \Closure( self, \WC_Order ): void}> */
	public static function left(): iterable {
		foreach ( [ 'yes', 'no' ] as $own_tables ) {
			yield "completed, own tables $own_tables" => [
				$own_tables,
				static fn ( self $test, \WC_Order $order ) => $order->update_status( 'completed' ),
			];
			yield "older than thirty days, own tables $own_tables" => [
				$own_tables,
				static function ( self $test, \WC_Order $order ): void {
					$order->set_date_created( time() - 31 * 86400 );
					$order->save();
				},
			];
			yield "left out, own tables $own_tables" => [
				$own_tables,
				static fn ( self $test, \WC_Order $order ) => $test->skip( $order ),
			];
		}
	}

	/** @param \Closure( self, \WC_Order ): void $leave */
	#[DataProvider( 'left' )]
	public function test_where_sellsy_leads_nothing_sold_is_given_back( string $own_tables, \Closure $leave ): void {
		$this->store( $own_tables );
		[ $mug ] = $this->product( 'MUG', '5', '5' );
		$this->settings(
			[
				'leader' => 'sellsy',
				'moved_by' => 'invoice',
			]
		);
		// No order here ever has this status.
		$this->shop->change_settings( [ 'invoice' => $this->shop->like_invoice( 'status:on-hold' ) ] );
		$this->agree();
		$this->since( 40 );
		$order = $this->shop->order_of( wc_get_product( $mug ), 2 );
		$order->update_status( 'processing' );
		self::assertSame( '3', $this->in_shop( $mug ) );
		$leave( $this, $order );
		$this->night();
		self::assertSame( '3', $this->in_shop( $mug ) );
		self::assertSame( 'waits', $this->states()[ $mug ] );
	}

	/** Which index is taken depends on how much there is; that each has one does not. */
	#[DataProvider( 'storages' )]
	public function test_orders_are_asked_for_by_an_index( string $own_tables ): void {
		global $wpdb;
		$this->store( $own_tables );
		[ $mug ] = $this->product( 'MUG', '5', '5' );
		$this->shop->change_settings( [ 'invoice' => $this->shop->like_invoice( 'completed' ) ] );
		$this->shop->order_of( wc_get_product( $mug ), 2 )->update_status( 'processing' );
		$this->passes( 2 ); // Nothing is in the works any more.
		$level   = fn () => $this->ports->shop_stocks()->level( $mug, 'invoice' );
		$orders  = $own_tables === 'yes' ? "{$wpdb->prefix}wc_orders" : $wpdb->posts;
		$indexes = [
			$orders   => $own_tables === 'yes' ? 'date_created' : 'type_status_date',
			'item'    => 'order_id',
			'product' => 'order_item_id',
			'reduced' => 'order_item_id',
		];
		$explained = [];
		foreach ( [ $orders, 'woocommerce_order_items' ] as $table ) {
			foreach ( $this->statements( $level, $table ) as $statement ) {
				// phpcs:ignore WordPress.DB.PreparedSQL -- prepared by who asked it.
				$explained = [ ...$explained, ...$wpdb->get_results( "EXPLAIN $statement", ARRAY_A ) ];
			}
		}
		foreach ( $indexes as $table => $index ) {
			$used = array_filter( $explained, static fn ( array $row ): bool => $row['table'] === $table );
			self::assertNotEmpty( $used, $table );
			foreach ( $used as $row ) {
				self::assertContains( $index, explode( ',', (string) $row['possible_keys'] ), $table );
			}
		}
	}

	public function test_where_nobody_knows_what_moves_stock_the_product_waits(): void {
		[ $mug ] = $this->product( 'MUG', '5', '5' );
		$this->shop->change_settings(
			[
				'invoice' => [
					'enabled' => true,
					'trigger' => 'completed',
				],
			]
		);
		$this->agree();
		$order = $this->shop->order_of( wc_get_product( $mug ), 2 );
		$order->update_status( 'processing' );
		$this->night();
		self::assertSame( 'waits', $this->states()[ $mug ] );
		self::assertSame( [], $this->additions() );
		$order = wc_get_order( $order->get_id() );
		$order->update_status( 'cancelled' ); // Gives the goods back.
		$this->night();
		self::assertSame( 'agrees', $this->states()[ $mug ] );
	}

	public function test_a_document_in_the_works_holds_its_products_back(): void {
		[ $mug, $item ] = $this->product( 'MUG', '5', '5' );
		$this->settings( [ 'moved_by' => 'nothing' ] );
		$this->agree();
		$order = $this->shop->order_of( wc_get_product( $mug ), 1 );
		$order->update_status( 'processing' );
		$this->shop->change_settings( [ 'invoice' => $this->shop->like_invoice( 'paid' ) ] );
		$order->payment_complete( 'tx-1' );
		$row = $this->shop->find( $order, \OrderInvoicer\Domain\Ledger\Effect::CreateInvoice );
		self::assertNotNull( $row );
		self::assertTrue( $this->ports->shop_stocks()->level( $mug, 'nothing' )?->on_the_way->is_busy );
		self::assertSame( [ $mug => [ $order->get_id() ] ], $this->ports->shop_stocks()->held_by( [ $mug ] ) );
		$this->night();
		$this->night();
		self::assertSame( '4', $this->at_sellsy( $item ) ); // Made by now, and Sellsy does not move stock.
	}

	public function test_an_order_that_needs_a_person_holds_its_products_for_a_month_and_says_so(): void {
		global $wpdb;
		[ $mug ] = $this->product( 'MUG', '5', '5' );
		$order   = $this->shop->order_of( wc_get_product( $mug ), 1 );
		$order->update_status( 'processing' );
		$ledger = $this->ports->ledger();
		$ledger->open( new TaskKey( $order->get_id(), Effect::CreateInvoice ), new \DateTimeImmutable() );
		$stocks = $this->ports->shop_stocks();
		foreach ( [
			'-1 day' => true,
			'-31 days' => false,
		] as $since => $holds ) {
			$wpdb->update(
				"{$wpdb->prefix}orderinvoicer_sync",
				[
					'state'      => 'attention',
					'updated_at' => gmdate( 'Y-m-d H:i:s', (int) strtotime( $since ) ),
				],
				[ 'order_id' => $order->get_id() ]
			);
			self::assertSame( $holds, $stocks->level( $mug, 'nothing' )?->on_the_way->is_busy, $since );
			self::assertSame( $holds, ( $stocks->held_by( [ $mug ] )[ $mug ] ?? [] ) === [ $order->get_id() ], $since );
		}
	}

	public function test_two_products_on_one_item_are_left_alone(): void {
		[ $mug, $item ] = $this->product( 'MUG', '3', '5' );
		[ $cup ]        = $this->product( 'CUP', '9', '5' );
		$this->agree();
		self::assertCount( 2, $this->additions() );
		$this->engine->remote_ids()->remember( 'item', ItemKey::key( 'CUP' ), 'product', $item );
		$this->night();
		$this->night();
		self::assertSame(
			[
				$mug => 'unclear',
				$cup => 'unclear',
			],
			$this->states()
		);
		self::assertCount( 2, $this->additions() );
	}

	public function test_what_is_not_looked_at(): void {
		[ $own ] = $this->product( 'OWN', '3', '5' );
		$parent  = new \WC_Product_Variable();
		$parent->set_name( 'Shirt' );
		$parent->set_sku( 'SHIRT' );
		$parent->set_manage_stock( true );
		$parent->set_stock_quantity( 9 );
		$parent->save();
		$variation = new \WC_Product_Variation();
		$variation->set_parent_id( $parent->get_id() );
		$variation->set_sku( 'SHIRT-M' );
		$variation->save();
		$stocks = $this->ports->shop_stocks();
		self::assertSame( [ $own ], $this->from_here( $own ), 'A parent whose variations have references.' );

		$variation->set_manage_stock( true );
		$variation->set_stock_quantity( 4 );
		$variation->save();
		self::assertSame( [ $own, $variation->get_id() ], $this->from_here( $own ) );
		self::assertSame( [ 'SHIRT-M', 'SHIRT' ], $stocks->references( $variation->get_id() ) );

		$variation->set_sku( '' );
		$variation->set_manage_stock( false );
		$variation->save();
		self::assertSame( [ $own, $parent->get_id() ], $this->from_here( $own ), 'Sold as the parent.' );

		global $wpdb;
		$lookup = $wpdb->prefix . 'wc_product_meta_lookup';
		$wpdb->update( $lookup, [ 'sku' => 'OWN' ], [ 'product_id' => $parent->get_id() ] );
		self::assertSame( [], $this->from_here( $own ), 'Two under one reference.' );
		self::assertSame( [], $stocks->references( $own ) );
	}

	public function test_parts_of_a_piece_are_counted_where_the_shop_counts_them(): void {
		$stocks = $this->ports->shop_stocks();
		self::assertFalse( $stocks->counts( Decimal::from_string( '2.5' ) ) );
		self::assertTrue( $stocks->counts( Decimal::from_string( '-2' ) ) );
		remove_filter( 'woocommerce_stock_amount', 'intval' );
		add_filter( 'woocommerce_stock_amount', 'floatval' );
		try {
			self::assertTrue( $stocks->counts( Decimal::from_string( '-2.5' ) ) );
			[ $rope ] = $this->product( 'ROPE', '3.5', '5.25' );
			$this->shop->change_settings( [ 'delivery' => [ 'enabled' => true ] ] );
			$this->settings(
				[
					'leader' => 'sellsy',
					'moved_by' => 'delivery',
				]
			);
			$this->agree();
			self::assertSame( '5.25', $this->in_shop( $rope ) );
		} finally {
			remove_filter( 'woocommerce_stock_amount', 'floatval' );
			add_filter( 'woocommerce_stock_amount', 'intval' );
		}
	}

	public function test_routes(): void {
		[ $mug ] = $this->product( 'MUG', '3', '5' );
		wp_set_current_user( $this->manager() );
		self::assertSame(
			[ 'Entrepôt principal' ],
			array_slice( array_column( orderinvoicer_demo_call( 'GET', '/stock/warehouses' ), 'label' ), 0, 1 )
		);
		self::assertSame( 'not_compared', orderinvoicer_demo_call( 'GET', '/stock' )['standing'] );
		orderinvoicer_demo_call( 'POST', '/stock', [ 'act' => 'compare' ] );
		$this->passes( 1 );
		$stock = orderinvoicer_demo_call( 'GET', '/stock' );
		self::assertSame( [ 'compared', 1, 1 ], [ $stock['standing'], $stock['total'], $stock['differ'] ] );
		self::assertSame(
			[ $mug, 'MUG', '3', '5', '-2', 'In Sellsy: from 5 to 3' ],
			array_map(
				static fn ( string $field ): mixed => $stock['products'][0][ $field ],
				[ 'product_id', 'sku', 'shop', 'sellsy', 'difference', 'text' ]
			)
		);
		$stock = orderinvoicer_demo_call(
			'POST',
			'/stock',
			[
				'act' => 'start',
				'seen' => $stock['seen_at'],
			]
		);
		self::assertSame( 'agreeing', $stock['standing'] );
		self::assertTrue( $this->ports->settings()->get()->stock->agrees );
		$stock = orderinvoicer_demo_call( 'POST', '/stock', [ 'act' => 'stop' ] );
		self::assertSame( 'compared', $stock['standing'] );
	}

	public function test_a_long_look_says_how_far_it_is_and_how_long_it_takes(): void {
		[ $first ] = $this->product( 'AGREES', '5', '5' );
		$this->product( 'MUG', '3', '5' );
		$this->product( 'BOWL', '7', '4' );
		$this->steer->compare();
		$looks = $this->looks();
		$look  = $looks->read();
		$began = new \DateTimeImmutable( '-10 days' );
		$looks->keep( $look->begun( $look->basis, $began, false )->batch( new \DateTimeImmutable() )->at( $first ) );
		wp_set_current_user( $this->manager() );
		self::assertStringEndsWith(
			' 1 of 3 products so far; about 20 more days.',
			orderinvoicer_demo_call( 'GET', '/stock' )['text']
		);
	}

	public function test_all_that_differs_is_shown_before_it_can_be_agreed_to(): void {
		$this->product( 'AGREES', '5', '5' );
		$this->product( 'MUG', '3', '5' );
		$this->product( 'BOWL', '7', '4' );
		$this->steer->compare();
		$this->passes( 2 );
		$view = new StockView(
			steer: $this->steer,
			rows: $this->ports->stock_rows(),
			looks: $this->looks(),
			shop: $this->ports->shop_stocks(),
			settings: $this->ports->settings(),
			pages: new SellsyPages( 'https://www.sellsy.com' ),
			texts: new StockText(),
			products: 1
		);
		self::assertSame( [ 'differs', 'differs' ], array_column( $view->view()['products'], 'state' ) );
		$this->start();
		self::assertCount( 1, $view->view()['products'] );
	}

	public function test_disconnecting_forgets_what_was_compared_and_keeps_what_was_done(): void {
		[ $mug ] = $this->product( 'MUG', '3', '5' );
		$this->agree();
		$this->night();
		self::assertArrayHasKey( $mug, $this->states() );
		wp_set_current_user( $this->manager() );
		orderinvoicer_demo_call( 'DELETE', '/connection' );
		self::assertSame( [], $this->states() );
		self::assertFalse( get_option( 'orderinvoicer_stock_look' ) );
		self::assertSame( [ 'done' ], $this->past() );
	}

	private function begin_shop(): void {
		global $wpdb;
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$wpdb->query( "DELETE FROM {$wpdb->posts} WHERE post_type IN ( 'product', 'product_variation' )" );
		$wpdb->query( "DELETE FROM {$wpdb->prefix}wc_product_meta_lookup" );
		$this->ports  = new Adapters( $wpdb );
		$this->engine = new Engine( new Answers( $this->ports ) );
		$this->steer  = $this->engine->steer_stock();
		$this->settings( [] );
	}

	/** @param array<string, string> $stock */
	private function settings( array $stock ): void {
		$this->shop->change_settings( [ 'stock' => [ 'warehouse_id' => self::WAREHOUSE ] + $stock ] );
	}

	/**
	 * @param string|null $shop   null: WooCommerce does not manage it.
	 * @param string|null $sellsy null: not kept.
	 * @return array{int, int} the product and its item.
	 */
	private function product( string $sku, ?string $shop, ?string $sellsy ): array {
		$product = new \WC_Product_Simple();
		$product->set_name( $sku );
		$product->set_sku( $sku );
		$product->set_regular_price( '10' );
		if ( $shop !== null ) {
			$product->set_manage_stock( true );
			$product->set_stock_quantity( (float) $shop );
		}
		$id   = $product->save();
		$item = $this->shop->sandbox->call(
			'POST',
			'/_sandbox/records/items',
			[
				'type'      => 'product',
				'reference' => $sku,
				'name'      => $sku,
			]
		)['id'];
		$this->engine->remote_ids()->remember( 'item', ItemKey::key( $sku ), 'product', $item );
		if ( $sellsy !== null ) {
			$this->ports->sellsy_stocks()->open( $item, self::WAREHOUSE, Decimal::from_string( $sellsy ) );
		}
		return [ $id, $item ];
	}

	private function agree(): void {
		$this->steer->compare();
		$this->passes( 2 );
		$this->start();
		$this->passes( 5 );
	}

	/** As if stock had agreed for so long. */
	private function since( int $days ): void {
		$looks = $this->looks();
		$look  = $looks->read();
		$looks->keep(
			new StockLook(
				...[
					...get_object_vars( $look ),
					'since' => new \DateTimeImmutable( "-$days days" ),
				]
			)
		);
	}

	private function skip( \WC_Order $order ): void {
		global $wpdb;
		$wpdb->query(
			$wpdb->prepare(
				"INSERT INTO %i ( order_id, effect, state, due_at, error_message, created_at, updated_at )
				VALUES ( %d, %s, 'skipped', NOW(), '', NOW(), NOW() )",
				"{$wpdb->prefix}orderinvoicer_sync",
				$order->get_id(),
				Effect::CreateInvoice->value
			)
		);
		self::assertSame( '', $wpdb->last_error );
	}

	private function looks(): StockLooks {
		return new StockLooks( $this->ports->kept_values() );
	}

	private function start(): void {
		$seen = $this->looks()->read()->whole_at?->format( DATE_RFC3339 ) ?? '';
		self::assertTrue( $this->steer->start( $seen ) );
	}

	private function passes( int $passes ): void {
		for ( $pass = 0; $pass < $passes; ++$pass ) {
			$this->minutes_pass();
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}
	}

	private function night(): void {
		$this->minutes_pass( 24 * 60 );
		// Whatever hour it is here: the look begins from two o'clock on.
		add_filter( 'pre_option_gmt_offset', $offset = static fn (): float => 12 - (float) gmdate( 'G' ) );
		add_filter( 'pre_option_timezone_string', $name = static fn (): string => '' );
		$this->passes( 5 );
		remove_filter( 'pre_option_gmt_offset', $offset );
		remove_filter( 'pre_option_timezone_string', $name );
	}

	private function minutes_pass( int $minutes = 6 ): void {
		global $wpdb;
		$name = 'orderinvoicer_stock_look';
		$look = json_decode(
			(string) $wpdb->get_var(
				$wpdb->prepare( "SELECT option_value FROM {$wpdb->options} WHERE option_name = %s", $name )
			),
			true
		);
		if ( is_array( $look ) ) {
			foreach ( [ 'began', 'batch', 'rest' ] as $moment ) {
				$look[ $moment ] = max( 0, $look[ $moment ] - $minutes * 60 );
			}
			$wpdb->update( $wpdb->options, [ 'option_value' => wp_json_encode( $look ) ], [ 'option_name' => $name ] );
		}
		foreach ( [ 'seen_at', 'marked_at', 'sent_at', 'read_at' ] as $column ) {
			$wpdb->query(
				$wpdb->prepare(
					'UPDATE %i SET %i = DATE_SUB( %i, INTERVAL %d MINUTE ) WHERE past = 0',
					"{$wpdb->prefix}orderinvoicer_stock",
					$column,
					$column,
					$minutes
				)
			);
		}
		$this->shop->lapse_leases();
		wp_cache_flush();
	}

	private function store( string $own_tables ): void {
		$this->filters['pre_option_woocommerce_custom_orders_table_enabled'] = static fn (): string => $own_tables;
		add_filter(
			'pre_option_woocommerce_custom_orders_table_enabled',
			$this->filters['pre_option_woocommerce_custom_orders_table_enabled']
		);
	}

	private function manager(): int {
		return (int) get_users(
			[
				'role'   => 'administrator',
				'fields' => 'ID',
			]
		)[0];
	}

	private function at_sellsy( int $item ): string {
		return $this->ports->sellsy_stocks()->level( new ItemRef( $item, 'product' ), self::WAREHOUSE )
			->quantity?->to_string() ?? '';
	}

	private function in_shop( int $product ): string {
		return $this->ports->shop_stocks()->level( $product, 'nothing' )?->quantity->to_string() ?? '';
	}

	/** @return list<int> */
	private function from_here( int $product ): array {
		return $this->ports->shop_stocks()->after( $product - 1, 10 );
	}

	/** @return array<int, string> by product. */
	private function states(): array {
		$states = [];
		foreach ( $this->ports->stock_rows()->page( 100 ) as $row ) {
			$states[ $row->product_id ] = $row->state->value;
		}
		ksort( $states );
		return $states;
	}

	/** @return list<string> oldest first. */
	private function past(): array {
		return array_map(
			static fn ( $row ): string => $row->state->value,
			array_reverse( $this->ports->stock_rows()->past( 100 ) )
		);
	}

	/** @return list<string> quantities that were told. */
	private function additions(): array {
		$added = [];
		foreach ( $this->shop->sandbox->state()['calls'] as $call ) {
			if ( ( $call['operation'] ?? '' ) === 'Stock.add' ) {
				$added[] = (string) $call['request']['stock']['quantity'];
			}
		}
		return $added;
	}

	/**
	 * @param \Closure(): mixed $what
	 * @return list<string> statements of ours that name this table.
	 */
	private function statements( \Closure $what, string $table ): array {
		$seen   = [];
		$listen = static function ( string $query ) use ( &$seen, $table ): string {
			if ( str_contains( $query, $table ) ) {
				$seen[] = $query;
			}
			return $query;
		};
		add_filter( 'query', $listen );
		$what();
		remove_filter( 'query', $listen );
		return $seen;
	}
}
