<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\WooCommerce\Order\RelatedOrders;
use OrderInvoicer\WordPress\Tables\Moment;
use OrderInvoicer\WordPress\Tables\Sql;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

// phpcs:disable WordPress.DB, WordPress.NamingConventions.ValidVariableName -- Our own words; what DESCRIBE answers.

/** An order is built anew where it is stored otherwise than when a runner built it, whoever changed what of it. */
#[Group( 'real-woocommerce' )]
final class StoredOrderTest extends IntegrationTestCase {

	/** What WooCommerce notes for itself with each save. */
	private const NO_PART_OF_IT = [ 'date_updated_gmt', 'ip_address', 'user_agent' ];

	private const TABLES = [
		'wc_orders'                  => 'id = %d',
		'wc_order_addresses'         => 'order_id = %d',
		'wc_order_operational_data'  => 'order_id = %d',
		'wc_orders_meta'             => "order_id = %d AND meta_key LIKE '_test%%'",
		'woocommerce_order_items'    => 'order_id = %d',
		'woocommerce_order_itemmeta' => "meta_key LIKE '_line_total%%' AND order_item_id IN"
			. ' ( SELECT order_item_id FROM %i WHERE order_id = %d )',
	];

	private Moment $moment;

	protected function setUp(): void {
		parent::setUp();
		$this->moment = new Moment();
		$this->moment->hold();
	}

	protected function tearDown(): void {
		$this->moment->release();
		remove_all_filters( 'pre_option_woocommerce_custom_orders_table_data_sync_enabled' );
		parent::tearDown();
	}

	public function test_each_change_of_each_column_is_noticed(): void {
		global $wpdb;
		$id    = $this->order();
		$seen  = [ $this->mark( $id ) ];
		$moved = 0;
		foreach ( self::TABLES as $table => $where ) {
			foreach ( $wpdb->get_results( "DESCRIBE {$wpdb->prefix}$table" ) as $column ) {
				$is_key = in_array( $column->Field, [ 'id', 'order_id', 'order_item_id', 'meta_id' ], true );
				if ( $is_key || in_array( $column->Field, self::NO_PART_OF_IT, true ) ) {
					continue;
				}
				$this->as_another_process( $table, $where, $id, $column->Field, $column->Type );
				$mark = $this->mark( $id );
				self::assertNotContains( $mark, $seen, "$table.{$column->Field}" );
				$seen[] = $mark;
				++$moved;
			}
		}
		self::assertGreaterThan( 40, $moved );
	}

	public function test_nothing_and_null_are_two(): void {
		global $wpdb;
		$id   = $this->order();
		$note = fn ( string $value ) => $wpdb->query(
			"UPDATE {$wpdb->prefix}wc_orders SET customer_note = $value WHERE id = $id"
		);
		$note( "''" );
		$empty = $this->mark( $id );
		$note( 'NULL' );
		self::assertNotSame( $empty, $this->mark( $id ) );
	}

	public function test_rows_that_come_and_go_are_noticed(): void {
		global $wpdb;
		$id     = $this->order();
		$before = $this->mark( $id );
		$wpdb->insert(
			"{$wpdb->prefix}wc_orders_meta",
			[
				'order_id'   => $id,
				'meta_key'   => '_new',
				'meta_value' => '',
			]
		);
		$after = $this->mark( $id );
		self::assertNotSame( $before, $after );
		$wpdb->query( "DELETE FROM {$wpdb->prefix}woocommerce_order_items WHERE order_id = $id" );
		self::assertNotSame( $after, $this->mark( $id ) );
	}

	/** What we note of our documents is no change of the order. */
	public function test_our_own_metas_are_no_part_of_it(): void {
		global $wpdb;
		$id     = $this->order();
		$before = $this->mark( $id );
		$ours   = [ 'orderinvoicer.invoice_url', '_orderinvoicer_invoice_order', '_orderinvoicer_invoice_noted' ];
		foreach ( $ours as $key ) {
			$wpdb->insert(
				"{$wpdb->prefix}wc_orders_meta",
				[
					'order_id'   => $id,
					'meta_key'   => $key,
					'meta_value' => '1',
				]
			);
		}
		self::assertSame( $before, $this->mark( $id ) );
		$wpdb->insert(
			"{$wpdb->prefix}wc_orders_meta",
			[
				'order_id'   => $id,
				'meta_key'   => '_orderinvoicer_accepted',
				'meta_value' => '1',
			]
		);
		self::assertNotSame( $before, $this->mark( $id ) );
	}

	/** @return iterable<string, array{string, string, string}> the last change is in the second of the one before. */
	public static function edits(): iterable {
		yield 'the total' => [ 'wc_orders', 'id = %d', "total_amount = '99.5'" ];
		yield 'the status' => [ 'wc_orders', 'id = %d', "status = 'wc-cancelled'" ];
		yield 'the name' => [ 'wc_order_addresses', 'order_id = %d', "last_name = 'Autre'" ];
		yield 'what a line is called' => [ 'woocommerce_order_items', 'order_id = %d', "order_item_name = 'Autre'" ];
	}

	#[DataProvider( 'edits' )]
	public function test_one_that_is_stored_as_it_was_costs_a_question_and_one_that_is_not_is_read(
		string $table,
		string $where,
		string $edit,
	): void {
		global $wpdb;
		$id       = $this->order();
		$adapters = new Adapters( $wpdb );
		$look     = static fn (): ?OrderSnapshot => $adapters->sql()->in_one_moment(
			static fn (): ?OrderSnapshot => $adapters->stored_orders()->snapshot( $id )
		);
		$first    = $look();
		$before   = $wpdb->num_queries;
		self::assertEquals( $first, $look() );
		self::assertSame( 1, $wpdb->num_queries - $before );

		mysqli_query( $wpdb->dbh, "UPDATE {$wpdb->prefix}$table SET $edit WHERE " . sprintf( $where, $id ) );

		self::assertNotEquals( $first, $look() );
		self::assertEquals( ( new Adapters( $wpdb ) )->stored_orders()->snapshot( $id ), $look() );
	}

	/** Of an order that is stored as it was nothing else is said, unless other code has a say in it. */
	public function test_what_other_code_says_is_asked_at_each_look(): void {
		$id       = $this->order();
		$adapters = new Adapters( $GLOBALS['wpdb'] );
		$look     = static fn (): ?OrderSnapshot => $adapters->sql()->in_one_moment(
			static fn (): ?OrderSnapshot => $adapters->stored_orders()->snapshot( $id )
		);
		self::assertSame( $look(), $look() );
		$said = 0;
		$says = static function () use ( &$said ): string {
			++$said;
			return "A$said";
		};
		foreach ( [ 'woocommerce_order_number', 'woocommerce_order_get__billing_vat_number' ] as $filter ) {
			add_filter( $filter, $says );
			$look();
			$before = $said;
			$look();
			self::assertGreaterThan( $before, $said, $filter );
			remove_filter( $filter, $says );
			self::assertSame( $look(), $look() );
		}
	}

	/** The database answers NULL to a value that is longer than it may send. */
	public function test_what_has_no_mark_is_never_the_same(): void {
		$id    = $this->order();
		$long  = static fn ( string $sql ): string => str_replace( 'CONCAT( ', 'CONCAT( NULLIF( 1, 1 ), ', $sql );
		add_filter( 'query', $long );
		$first = $this->mark( $id );
		self::assertNotSame( $first, $this->mark( $id ) );
		remove_filter( 'query', $long );
	}

	/** An edit of the post would come over while WooCommerce reads the order. */
	public function test_orders_that_posts_follow_are_read_each_time(): void {
		$id = $this->order();
		add_filter( 'pre_option_woocommerce_custom_orders_table_data_sync_enabled', static fn (): string => 'yes' );
		self::assertNull( $this->related()->stored( $id ) );
	}

	private function order(): int {
		$order = wc_create_order();
		$item  = new \WC_Order_Item_Product();
		$item->set_name( 'Sac' );
		$item->set_quantity( 1 );
		$item->set_total( '20.75' );
		$order->add_item( $item );
		$order->set_address( [ 'last_name' => 'Test' ], 'billing' );
		$order->update_meta_data( '_test', 'x' );
		$order->set_total( '20.75' );
		return $order->save();
	}

	private function mark( int $id ): string {
		$this->moment->end();
		$stored = $this->related()->stored( $id );
		self::assertSame( '0', $stored['children'] ?? '' );
		return implode( '-', $stored ?? [] );
	}

	private function related(): RelatedOrders {
		return new RelatedOrders( new Sql( $GLOBALS['wpdb'], $this->moment ) );
	}

	private function as_another_process( string $table, string $where, int $id, string $column, string $type ): void {
		global $wpdb;
		$value = match ( true ) {
			str_contains( $type, 'int' ), str_contains( $type, 'decimal' ) => "COALESCE( $column, 0 ) + 1",
			str_contains( $type, 'datetime' ) => "'2020-02-02 02:02:02'",
			default => "CONCAT( COALESCE( $column, '' ), 'z' )",
		};
		$items = str_contains( $where, '%i' ) ? [ "{$wpdb->prefix}woocommerce_order_items" ] : [];
		$names = [ "{$wpdb->prefix}$table", ...$items ];
		$sql   = $wpdb->prepare( "UPDATE %i SET $column = $value WHERE $where", ...$names, ...[ $id ] );
		self::assertSame( 1, $wpdb->query( $sql ), $sql );
	}
}
