<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\Group;

/**
 * Refunds and orders that a person changes back and forth in WooCommerce, and drafts that a person deletes in Sellsy.
 */
#[Group( 'real-woocommerce' )]
final class ChangedRefundsTest extends CommittedTestCase {

	private const LOOKS = 3;

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
	}

	public function test_a_refund_that_is_entered_again_after_credit_and_reissue_is_not_credited_twice(): void {
		$order  = $this->invoiced( 'at_once' );
		$total  = (float) $order->get_total();
		$refund = $this->refund( $order );
		$this->pass();
		orderinvoicer_demo_call( 'POST', "/orders/{$order->get_id()}/reissue" );
		$this->pass();
		self::assertSame( [ 5.0, $total - 5.0 ], $this->amounts( 'credit_notes' ) );
		self::assertSame( [ $total, $total - 5.0 ], $this->amounts( 'invoices' ) );

		$refund->delete( true );
		$this->pass();
		$again = $this->refund( $order );
		$this->pass();

		self::assertSame( [ 5.0, $total - 5.0 ], $this->amounts( 'credit_notes' ) );
		self::assertSame(
			[ 'skipped', 'already_credited' ],
			$this->state( $order, Effect::CreateCreditNote, $again->get_id() )
		);
		self::assertSame( 0, $this->needed() );
	}

	public function test_the_task_to_delete_a_cancelled_orders_draft_ends_with_it(): void {
		$order = $this->invoiced( 'manual' );
		$order->update_status( 'cancelled' );
		$this->pass();
		self::assertSame( [ 'attention', 'draft_to_delete' ], $this->state( $order, Effect::CreateInvoice ) );

		$draft = $this->shop->only_invoice()['id'];
		$this->shop->sandbox->call( 'POST', "/_sandbox/invoices/$draft/delete" );
		$this->an_hour_later();
		self::assertSame( [ 'skipped', 'nothing_charged' ], $this->state( $order, Effect::CreateInvoice ) );
		self::assertSame(
			[ '', 0 ],
			[ wc_get_order( $order->get_id() )->get_meta( 'orderinvoicer.invoice_url' ), $this->needed() ]
		);

		wc_get_order( $order->get_id() )->update_status( 'processing' );
		$this->pass();
		self::assertSame(
			(float) $order->get_total(),
			(float) $this->shop->only_invoice()['amounts']['total_incl_tax']
		);
	}

	private function invoiced( string $finalise ): \WC_Order {
		$this->shop->connect();
		$this->shop->change_settings(
			[
				'invoice'    => [ 'finalise' => $finalise ] + $this->shop->like_invoice( 'confirmed' ),
				'creditnote' => [ 'finalise' => 'at_once' ] + $this->shop->like_invoice( 'confirmed' ),
			]
		);
		$order = $this->shop->order();
		$order->update_status( 'processing' );
		$this->pass();
		return $order;
	}

	private function refund( \WC_Order $order ): \WC_Order_Refund {
		$refund = wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => '5.00',
			]
		);
		self::assertInstanceOf( \WC_Order_Refund::class, $refund );
		return $refund;
	}

	/** Whatever was opened is worked, and what follows from it. */
	private function pass(): void {
		for ( $look = 0; $look < self::LOOKS; $look++ ) {
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}
	}

	private function an_hour_later(): void {
		global $wpdb;
		$wpdb->query(
			"UPDATE {$wpdb->prefix}orderinvoicer_sync SET checked_at = NULL, updated_at = DATE_SUB( updated_at,"
				. " INTERVAL 2 HOUR ) WHERE state = 'attention'"
		);
		$this->pass();
	}

	/** @return list<float> TTC, in the sequence in which they were made. */
	private function amounts( string $list ): array {
		$documents = $this->shop->sandbox->state()[ $list ];
		array_multisort( array_column( $documents, 'id' ), $documents );
		return array_map(
			static fn ( array $document ): float => (float) $document['amounts']['total_incl_tax'],
			$documents
		);
	}

	/** @return array{string|null, string|null} */
	private function state( \WC_Order $order, Effect $effect, int $refund_id = 0 ): array {
		$row = $this->shop->find( $order, $effect, '', $refund_id );
		return [ $row?->state->value, $row?->problem?->code->value ];
	}

	private function needed(): int {
		global $wpdb;
		return (int) $wpdb->get_var(
			"SELECT COUNT(*) FROM {$wpdb->prefix}orderinvoicer_sync WHERE state = 'attention'"
		);
	}
}
