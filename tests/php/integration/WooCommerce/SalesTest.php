<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Sales\Sale;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Integration\PluginEngine;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** Which orders of real WooCommerce are one sale, by what marketplaces and others write into them, in each storage. */
#[Group( 'real-woocommerce' )]
final class SalesTest extends IntegrationTestCase {

	private const TABLE = __DIR__ . '/../../../fixtures/marketplace-table.php';

	/** @var array<string, \Closure> */
	private array $filters = [];

	protected function tearDown(): void {
		foreach ( $this->filters as $hook => $filter ) {
			remove_filter( $hook, $filter );
		}
		parent::tearDown();
	}

	/** @return iterable<string, array{array<string, mixed>, string}> */
	public static function plugins(): iterable {
		foreach ( require self::TABLE as $name => $row ) {
			yield "$name, own tables" => [ $row, 'yes' ];
			yield "$name, posts"      => [ $row, 'no' ];
		}
	}

	/** @param array<string, mixed> $row */
	#[DataProvider( 'plugins' )]
	public function test_children_by_plugin( array $row, string $own_tables ): void {
		$this->store( $own_tables );
		$parent   = $this->order( $row['parent'], 0 );
		$children = array_map(
			fn ( array $child ): int => $this->order( $child, $parent ),
			$row['children']
		);
		$engine   = PluginEngine::make();
		foreach ( [ $parent, ...$children ] as $id ) {
			$order = $engine->sale_orders()->snapshot( $id );
			self::assertInstanceOf( OrderSnapshot::class, $order );
			$sale = $engine->sales()->of( $order );
			self::assertSame( $row['by'], $sale?->named_by );
			self::assertSame( $row['by'] === null ? null : [ $parent, ...$children ], $sale?->order_ids() );
		}
		if ( isset( $sale ) ) {
			$this->check_difference( $sale, $row );
		}
	}

	/** @param array<string, mixed> $row */
	private function check_difference( Sale $sale, array $row ): void {
		$sum    = static fn ( array $order ): float => 1.2 * array_sum( array_map( 'floatval', $order['lines'] ) );
		$beside = $sum( $row['parent'] ) - array_sum( array_map( $sum, $row['children'] ) );
		self::assertSame( number_format( $beside, 2, '.', '' ), $sale->difference()->to_scale( 2 ) );
	}

	/** What is in the bin or deleted is no part any more: WooCommerce hands its children over, or deletes them. */
	#[DataProvider( 'storages' )]
	public function test_children_that_are_gone( string $own_tables ): void {
		$this->store( $own_tables );
		$row    = ( require self::TABLE )['Dokan'];
		$parent = $this->order( $row['parent'], 0 );
		$ids    = array_map( fn ( array $child ): int => $this->order( $child, $parent ), $row['children'] );
		wc_get_order( $ids[0] )->delete( false );
		wc_get_order( $ids[1] )->delete( true );
		$engine = PluginEngine::make();
		self::assertNull( $engine->sales()->of( $engine->sale_orders()->snapshot( $parent ) ) );
	}

	/** @return iterable<string, array{string}> */
	public static function storages(): iterable {
		yield 'own tables' => [ 'yes' ];
		yield 'posts'      => [ 'no' ];
	}

	private function store( string $own_tables ): void {
		$this->filters = [
			'pre_option_woocommerce_custom_orders_table_enabled'           => static fn (): string => $own_tables,
			'pre_option_woocommerce_custom_orders_table_data_sync_enabled' => static fn (): string => 'no',
		];
		foreach ( $this->filters as $hook => $filter ) {
			add_filter( $hook, $filter );
		}
	}

	/** @param array<string, mixed> $made */
	private function order( array $made, int $parent_id ): int {
		$order = new \WC_Order();
		foreach ( $made['lines'] as $price ) {
			$fee = new \WC_Order_Item_Fee();
			$fee->set_name( "Article $price" );
			$fee->set_tax_status( 'none' );
			$fee->set_total( (string) ( 1.2 * (float) $price ) );
			$order->add_item( $fee );
		}
		foreach ( $made['metas'] as $key => $value ) {
			$order->update_meta_data( $key, $value );
		}
		$order->set_created_via( $made['via'] ?? 'checkout' );
		$order->set_parent_id( $parent_id );
		$order->calculate_totals( false );
		$order->set_status( 'processing' );
		return $order->save();
	}
}
