<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskTable;
use OrderInvoicer\WordPress\Tables\WpdbLedger;
use PHPUnit\Framework\Attributes\Group;

/** Refunds as WooCommerce makes and deletes them reach the order's documents. */
#[Group( 'real-woocommerce' )]
final class RefundEventsTest extends CommittedTestCase {

	public function test_a_refund_of_an_invoiced_order_wakes_its_documents(): void {
		$order = $this->invoiced();

		$refund = wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => '1.00',
			]
		);

		self::assertSame( TaskState::Queued, $this->follow_state( $order, $refund->get_id() ) );
	}

	public function test_a_deleted_refund_wakes_them_too(): void {
		$order = $this->invoiced();

		do_action( 'woocommerce_refund_deleted', 1, $order->get_id() );

		self::assertSame( TaskState::Queued, $this->follow_state( $order ) );
	}

	public function test_a_refund_starts_no_document_by_itself(): void {
		$shop = new SandboxShop( $this->allow_sandbox() );
		$shop->connect();
		$order = $shop->order();

		do_action( 'woocommerce_order_refunded', $order->get_id(), 1 );

		self::assertSame(
			[ Effect::FollowOrder ],
			array_map(
				static fn ( Task $task ): Effect => $task->key->effect,
				$this->ledger()->for_order( $order->get_id() )
			)
		);
	}

	private function invoiced(): \WC_Order {
		$shop = new SandboxShop( $this->allow_sandbox() );
		$shop->connect();
		$order = $shop->order();
		$order->update_status( 'completed' );
		$shop->work( $order );
		global $wpdb;
		$wpdb->query( "DELETE FROM {$wpdb->prefix}orderinvoicer_sync WHERE effect = 'follow_order'" );
		return $order;
	}

	private function follow_state( \WC_Order $order, int $refund_id = 0 ): ?TaskState {
		return $this->ledger()->find_by_key( new TaskKey( $order->get_id(), Effect::FollowOrder, $refund_id ) )?->state;
	}

	private function ledger(): WpdbLedger {
		return new WpdbLedger( new TaskTable( new Sql( $GLOBALS['wpdb'] ), new SystemClock() ) );
	}
}
