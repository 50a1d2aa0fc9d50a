<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Features\ShopperDocuments\DownloadLink;
use OrderInvoicer\WordPress\Queue\ActionSchedulerQueue;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\Group;

/** A backup of the orders alone was put back: the database counts on from it, and gives an id a second time. */
#[Group( 'real-woocommerce' )]
final class IdThatComesAgainTest extends ShopperTestCase {

	public function test_the_newcomer_never_gets_the_former_buyers_file_and_asks(): void {
		$former = $this->invoiced( $this->customer );
		$row    = $this->shop->row( $former );
		self::assertSame( 200, $this->ask( $this->link( $former ), $this->customer )['status'] );
		self::assertStringStartsWith( hash( 'sha256', $former->get_order_key() ), $row->order_mark );

		$order = $this->placed_again( $former );
		self::assertSame( $row->id, $this->shop->row( $order )->id, 'Nobody has worked since.' );
		$link = DownloadLink::url( $order->get_id(), $row->id );
		self::assertSame( 404, $this->ask( $link, $this->other )['status'] );

		$this->passes();
		$asks = $this->shop->row( $order );
		self::assertSame( ProblemCode::IdUsedBefore, $asks->problem?->code );
		self::assertSame( 404, $this->ask( $link, $this->other )['status'] );
		self::assertSame( 404, $this->ask( $this->link( $order ), $this->other )['status'] );
		self::assertCount( 1, $this->shop->sandbox->state()['invoices'] );
		global $wpdb;
		self::assertSame(
			[ (string) ( $order->get_id() + 1_000_000_000_000_000 ) ],
			$wpdb->get_col( "SELECT order_id FROM {$wpdb->prefix}orderinvoicer_amounts" ),
			'What it came to is still counted, and is not the newcomer\'s.'
		);

		wp_set_current_user( 1 );
		orderinvoicer_demo_call( 'POST', "/tasks/$asks->id/retry" );
		wp_set_current_user( 0 );
		do_action( ActionSchedulerQueue::HOOK, $asks->id );
		$this->passes();
		self::assertTrue( $this->shop->is_finished( $order ) );
		self::assertCount( 2, $this->shop->sandbox->state()['invoices'] );
		self::assertSame( 200, $this->ask( $this->link( $order ), $this->other )['status'] );
	}

	private function placed_again( \WC_Order $former ): \WC_Order {
		global $wpdb;
		$id = $former->get_id();
		$former->delete( true );
		$wpdb->query( $wpdb->prepare( 'ALTER TABLE %i AUTO_INCREMENT = %d', $wpdb->posts, $id ) );
		$order = $this->shop->order();
		self::assertSame( $id, $order->get_id() );
		$order->set_customer_id( $this->other );
		$order->set_billing_email( 'other@example.com' );
		$order->update_status( 'processing' );
		return $order;
	}

	private function passes(): void {
		for ( $pass = 0; $pass < 3; $pass++ ) {
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}
	}
}
