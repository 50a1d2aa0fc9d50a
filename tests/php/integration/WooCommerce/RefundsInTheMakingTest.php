<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Domain\FollowUps\EditsSeen;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\Group;

/** WooCommerce stores a refund before it asks the gateway, and a runner is awake in those seconds. */
#[Group( 'real-woocommerce' )]
final class RefundsInTheMakingTest extends CommittedTestCase {

	private SandboxShop $shop;
	private ?\Closure $gateways = null;
	private ?\Closure $storage  = null;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
	}

	protected function tearDown(): void {
		if ( $this->gateways !== null ) {
			remove_filter( 'woocommerce_payment_gateways', $this->gateways );
			WC()->payment_gateways()->init();
		}
		if ( $this->storage !== null ) {
			remove_filter( 'pre_option_woocommerce_custom_orders_table_enabled', $this->storage );
		}
		parent::tearDown();
	}

	/** @dataProvider storages */
	public function test_a_gateway_that_refuses( string $own_tables ): void {
		$order = $this->invoiced( $own_tables );

		self::assertInstanceOf( \WP_Error::class, $this->refund( $order, true ) );
		$this->work( $order );

		self::assertSame( [], $this->shop->sandbox->state()['credit_notes'] );
	}

	/** @return iterable<string, array{string}> */
	public static function storages(): iterable {
		yield 'own order tables' => [ 'yes' ];
		yield 'posts' => [ 'no' ];
	}

	public function test_a_gateway_that_gives_the_money_back(): void {
		$order = $this->invoiced( 'yes' );

		self::assertInstanceOf( \WC_Order_Refund::class, $this->refund( $order, false ) );
		$this->work( $order );

		$notes = $this->shop->sandbox->state()['credit_notes'];
		self::assertSame( [ '5.00' ], array_column( array_column( $notes, 'amounts' ), 'total_incl_tax' ) );
		$invoice = $this->shop->only_invoice();
		$date    = ( new \DateTimeImmutable( $invoice['date'] ) )->format( 'd/m/Y' );
		self::assertSame(
			[ 'comment', "Credit note for invoice no. {$invoice['number']} of $date" ],
			[ $notes[0]['rows'][0]['type'], $notes[0]['rows'][0]['text'] ]
		);
	}

	/** @dataProvider storages */
	public function test_one_made_by_code_that_fires_no_hook_counts_once_it_is_old( string $own_tables ): void {
		$order  = $this->invoiced( $own_tables );
		$refund = new \WC_Order_Refund();
		$refund->set_parent_id( $order->get_id() );
		$refund->set_amount( '5.00' );
		$refund->set_total( '-5.00' );
		$refund->save();
		update_option( EditsSeen::OPTION, sprintf( '%1$d.0.%1$d', time() - 600 ) );
		$this->saved_minutes_ago( $refund->get_id(), 2 );
		do_action( Wakeups::SWEEP );
		self::assertSame( [], $this->shop->sandbox->state()['credit_notes'] );

		$this->saved_minutes_ago( $refund->get_id(), 16 );
		$this->shop->make_all_due();
		do_action( Wakeups::SWEEP );
		self::assertCount( 1, $this->shop->sandbox->state()['credit_notes'] );
	}

	private function saved_minutes_ago( int $refund_id, int $minutes ): void {
		global $wpdb;
		$gmt = gmdate( 'Y-m-d H:i:s', time() - 60 * $minutes );
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE {$wpdb->prefix}wc_orders SET date_created_gmt = %s, date_updated_gmt = %s WHERE id = %d",
				$gmt,
				$gmt,
				$refund_id
			)
		);
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE {$wpdb->posts} SET post_date = %s, post_date_gmt = %s, post_modified = %s,"
					. ' post_modified_gmt = %s WHERE ID = %d',
				$gmt,
				$gmt,
				$gmt,
				$gmt,
				$refund_id
			)
		);
		wp_cache_flush();
	}

	private function invoiced( string $own_tables ): \WC_Order {
		$this->storage = static fn (): string => $own_tables;
		add_filter( 'pre_option_woocommerce_custom_orders_table_enabled', $this->storage );
		$this->shop->connect();
		// A quarter of an hour ago may be yesterday: that is not before the start.
		$start = [ 'start_date' => '2020-01-01' ];
		$this->shop->change_settings( [ 'creditnote' => $start + $this->shop->like_invoice( 'confirmed' ) ] );
		$order = $this->shop->order();
		$order->set_payment_method( 'slow' );
		$order->save();
		$order->update_status( 'completed' );
		$this->work( $order );
		return $order;
	}

	private function refund( \WC_Order $order, bool $refuses ): \WC_Order_Refund|\WP_Error {
		$gateway        = new RefusingGateway( fn () => $this->work( $order ), $refuses );
		$this->gateways = static fn (): array => [ $gateway ];
		add_filter( 'woocommerce_payment_gateways', $this->gateways );
		WC()->payment_gateways()->init();
		return wc_create_refund(
			[
				'order_id'       => $order->get_id(),
				'amount'         => '5.00',
				'refund_payment' => true,
			]
		);
	}

	/** Something else happened to the order, and the pass comes. */
	private function work( \WC_Order $order ): void {
		$this->shop->follow( $order );
		do_action( Wakeups::SWEEP );
		$this->shop->make_all_due();
		do_action( Wakeups::SWEEP );
	}
}
