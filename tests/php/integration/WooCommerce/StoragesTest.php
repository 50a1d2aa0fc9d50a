<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Admin\OrderBox;
use OrderInvoicer\Admin\OrderList\OrderListColumn;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Tests\Integration\Admin\AdminObjects;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\Wiring\Adapters;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** One order from the status change to what people see, wherever WooCommerce keeps its orders. */
final class StoragesTest extends IntegrationTestCase {

	/** @var array<string, \Closure> */
	private array $filters = [];

	protected function tearDown(): void {
		foreach ( $this->filters as $hook => $filter ) {
			remove_filter( $hook, $filter );
		}
		parent::tearDown();
	}

	/** @return iterable<string, array{string, string}> WooCommerce's own tables; kept in step with posts. */
	public static function storages(): iterable {
		yield 'own tables' => [ 'yes', 'no' ];
		yield 'own tables, kept in step with posts' => [ 'yes', 'yes' ];
		yield 'posts, kept in step with own tables' => [ 'no', 'yes' ];
		yield 'posts' => [ 'no', 'no' ];
	}

	#[DataProvider( 'storages' )]
	public function test_from_the_hook_to_the_screens( string $own_tables, string $in_step ): void {
		$this->store( $own_tables, $in_step );
		$order = $this->confirmed_order();
		$id    = $order->get_id();
		self::assertSame( '12', $this->orders()->snapshot( $id )?->total->to_string() );

		$this->finish( $id );

		$url = $this->pages_url();
		self::assertSame( $url, wc_get_order( $id )->get_meta( 'orderinvoicer.invoice_url' ) );
		self::assertSame(
			$in_step === 'yes' || $own_tables === 'no' ? $url : '',
			get_post_meta( $id, 'orderinvoicer.invoice_url', true )
		);
		self::assertCount( 1, $this->notes( $id ) );
		self::assertStringContainsString(
			'Invoice F-5',
			$this->box( $own_tables === 'yes' ? wc_get_order( $id ) : get_post( $id ) )
		);
		self::assertStringContainsString( 'Invoice F-5', $this->cell( $own_tables === 'yes', $id ) );
	}

	#[DataProvider( 'storages' )]
	#[Group( 'real-woocommerce' )]
	public function test_several_are_read_together_as_one_by_one( string $own_tables, string $in_step ): void {
		$this->store( $own_tables, $in_step );
		update_option( 'woocommerce_price_num_decimals', '0' );
		$ids   = array_map( fn (): int => $this->confirmed_order()->get_id(), range( 1, 3 ) );
		$draft = wc_create_order( [ 'status' => 'checkout-draft' ] )->get_id();
		$order = wc_get_order( $ids[1] );
		$order->set_billing_company( 'Acme' );
		$order->set_total( '12.34' );
		$order->save();
		$refund = wc_create_refund(
			[
				'order_id' => $ids[1],
				'amount'   => '1.00',
			]
		)->get_id();
		$expected = array_map( $this->orders()->snapshot( ... ), array_combine( $ids, $ids ) );
		self::assertEquals( $expected, $this->orders()->snapshots( [ ...$ids, $draft, $refund ] ) );

		wc_get_order( $ids[2] )->delete( true );
		$left = $this->orders()->snapshots( [ $ids[0], $ids[2], $ids[1] ] );
		self::assertSame( [ $ids[0], $ids[1] ], array_keys( $left ) );
		self::assertSame( [], $this->orders()->snapshots( [] ) );
	}

	#[DataProvider( 'storages' )]
	#[Group( 'real-woocommerce' )]
	public function test_what_another_process_has_changed_since_is_read( string $own_tables, string $in_step ): void {
		$this->store( $own_tables, $in_step );
		$order = $this->confirmed_order();
		$id    = $order->get_id();
		$fee   = new \WC_Order_Item_Fee();
		$fee->set_name( 'A name' );
		$order->add_item( $fee );
		$order->save();
		self::assertSame(
			[ '12', 0 ],
			[ $this->orders()->snapshot( $id )?->total->to_string(), count( $this->orders()->refunds( $id ) ) ]
		);

		$kept_by_this_process = clone $GLOBALS['wp_object_cache'];
		$order                = wc_get_order( $id );
		foreach ( $order->get_items( 'fee' ) as $item ) {
			$item->set_name( 'Another name' );
			$item->set_total( '20' );
			$item->save();
		}
		$order->set_total( '24' );
		$order->update_meta_data( 'is_vat_exempt', 'yes' );
		$order->save();
		wc_create_refund(
			[
				'order_id' => $id,
				'amount'   => '1.00',
			]
		);
		// phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited -- As another process would have left it.
		$GLOBALS['wp_object_cache'] = $kept_by_this_process;

		$snapshot = $this->orders()->snapshot( $id );
		self::assertSame(
			[ '24', 'Another name', '20', true ],
			[
				$snapshot?->total->to_string(),
				$snapshot?->lines[0]->name,
				$snapshot?->lines[0]->total->to_string(),
				$snapshot?->vat_exempt,
			]
		);
		self::assertCount( 1, $this->orders()->refunds( $id ) );
	}

	#[DataProvider( 'storages' )]
	public function test_a_binned_order_is_gone_and_a_restored_one_is_not( string $own_tables, string $in_step ): void {
		$this->store( $own_tables, $in_step );
		$order = $this->confirmed_order();
		$id    = $order->get_id();

		// Sets the object's own id to 0.
		$order->delete();
		self::assertSame( 'trash', wc_get_order( $id )->get_status() );
		self::assertNull( $this->orders()->snapshot( $id ) );

		$order = wc_get_order( $id );
		$order->set_status( 'processing' );
		$order->save();
		self::assertNotNull( $this->orders()->snapshot( $id ) );
	}

	private function store( string $own_tables, string $in_step ): void {
		if ( $this->is_standin() && [ $own_tables, $in_step ] !== [ 'no', 'no' ] ) {
			self::markTestSkipped( 'The stand-in keeps orders as posts only.' );
		}
		$this->filters = [
			'pre_option_woocommerce_custom_orders_table_enabled'           => static fn (): string => $own_tables,
			'pre_option_woocommerce_custom_orders_table_data_sync_enabled' => static fn (): string => $in_step,
		];
		foreach ( $this->filters as $hook => $filter ) {
			add_filter( $hook, $filter );
		}
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		if ( ! $this->is_standin() ) {
			require_once WC_ABSPATH . 'includes/admin/wc-admin-functions.php';
		}
		$this->sign_in_as_admin();
	}

	/** @return \WC_Order with its one row in the ledger. */
	private function confirmed_order(): \WC_Order {
		global $wpdb;
		update_option(
			'orderinvoicer_settings',
			[
				'invoice' => [
					'enabled'    => true,
					'trigger'    => 'confirmed',
					'start_date' => '2020-01-01',
				],
			]
		);
		$order = new \WC_Order();
		$order->set_total( '12' );
		$order->save();
		$order->update_status( 'processing' );
		self::assertSame(
			'1',
			$wpdb->get_var(
				$wpdb->prepare(
					"SELECT COUNT(*) FROM {$wpdb->prefix}orderinvoicer_sync WHERE order_id = %d",
					$order->get_id()
				)
			)
		);
		return wc_get_order( $order->get_id() );
	}

	/** What the last step of the straight line writes. */
	private function finish( int $order_id ): void {
		global $wpdb;
		$wpdb->update(
			$wpdb->prefix . 'orderinvoicer_sync',
			[
				'state'         => 'done',
				'remote_type'   => 'invoice',
				'remote_id'     => 5,
				'remote_number' => 'F-5',
			],
			[ 'order_id' => $order_id ]
		);
		$amounts = new ComputedDocument( [], Decimal::zero(), Decimal::zero() );
		$this->adapters()->order_links()->attach(
			$order_id,
			new RemoteDocument(
				kind: DocumentKind::Invoice,
				id: 5,
				number: 'F-5',
				status: 'due',
				key: 'SHOP-1',
				amounts: $amounts,
				created: ''
			)
		);
	}

	private function pages_url(): string {
		return $this->adapters()->document_page()->url( DocumentKind::Invoice, 5 );
	}

	/** @return list<\stdClass> those that name the document. */
	private function notes( int $order_id ): array {
		return array_values(
			array_filter(
				wc_get_order_notes( [ 'order_id' => $order_id ] ),
				static fn ( \stdClass $note ): bool => str_contains( $note->content, 'F-5' )
			)
		);
	}

	private function box( \WP_Post|\WC_Order|null $given ): string {
		ob_start();
		( new AdminObjects() )->get( OrderBox::class )->render( $given );
		return (string) ob_get_clean();
	}

	private function cell( bool $own_tables, int $order_id ): string {
		global $wp_query;
		$column = ( new AdminObjects() )->get( OrderListColumn::class );
		if ( $own_tables ) {
			$column->handle_woocommerce_order_query( (object) [ 'orders' => [ wc_get_order( $order_id ) ] ] );
		} else {
			$wp_query->query(
				[
					'p'           => $order_id,
					'post_type'   => 'shop_order',
					'post_status' => 'wc-processing',
				]
			);
		}
		ob_start();
		$column->handle_custom_column( 'orderinvoicer', $own_tables ? wc_get_order( $order_id ) : $order_id );
		return (string) ob_get_clean();
	}

	private function orders(): \OrderInvoicer\Domain\Sales\SaleOrders {
		return PluginEngine::make()->sale_orders();
	}

	private function adapters(): Adapters {
		global $wpdb;
		return new Adapters( $wpdb );
	}
}
