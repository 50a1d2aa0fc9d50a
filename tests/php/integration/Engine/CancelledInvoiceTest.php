<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\Group;

/**
 * Somebody cancels an invoice in Sellsy: by the ledger, the sandbox and WooCommerce, neither a payment nor a credit
 * note goes with it, and the order gets another one that has both.
 */
#[Group( 'real-woocommerce' )]
final class CancelledInvoiceTest extends IntegrationTestCase {

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->shop->settle_everything();
		$this->shop->change_settings(
			[
				'invoice'    => [ 'trigger' => 'confirmed' ],
				'creditnote' => $this->shop->like_invoice( 'confirmed' ),
			]
		);
	}

	public function test_it_is_no_dead_end_and_ends_in_no_final_credit_note(): void {
		$order = $this->shop->order();
		$order->set_payment_method( 'cheque' );
		$order->set_status( 'on-hold' );
		$order->save();
		$this->passes();
		$first = $this->shop->only_invoice();
		self::assertSame( 'due', $first['status'] );

		$this->shop->sandbox->call( 'POST', "/_sandbox/invoices/{$first['id']}/cancel" );
		PluginEngine::make()->document_events()->note( DocumentKind::Invoice, $first['id'] );
		$this->passes();
		[ $asks ] = $this->shop->stopped( $order );
		self::assertSame( ProblemCode::DocumentCancelled, $asks->problem?->code );

		$order = wc_get_order( $order->get_id() );
		$order->payment_complete( 'tx-1' );
		$refund = wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => '5.00',
			]
		);
		$this->passes();
		$state = $this->shop->sandbox->state();
		self::assertSame( [ [], [] ], [ $state['payments'], $state['credit_notes'] ], 'Nothing goes with it.' );

		orderinvoicer_demo_call( 'POST', "/tasks/{$asks->id}/retry" );
		$this->passes();
		$state = $this->shop->sandbox->state();
		self::assertCount( 2, $state['invoices'] );
		[ $old, $new ] = $state['invoices'];
		self::assertSame( 'cancelled', $old['status'] );
		self::assertSame( (float) $order->get_total(), (float) $new['amounts']['total_incl_tax'] );
		self::assertSame( [ $new['id'] ], array_column( $state['payment_links'], 'document_id' ) );
		self::assertCount( 1, $state['payments'] );
		self::assertCount( 1, $state['credit_notes'] );
		$credit = $this->shop->find( $order, Effect::CreateCreditNote, refund_id: $refund->get_id() );
		$again  = $this->shop->find( $order, Effect::CreateInvoice, revision: 1 );
		self::assertSame( [ TaskState::Done, $again?->id ], [ $credit?->state, $credit?->parent_id ] );
		self::assertSame( [], $this->shop->stopped( $order ) );
		self::assertSame( [], array_filter( $this->shop->sandbox->call( 'GET', '/_sandbox/violations' ) ) );
	}

	private function passes(): void {
		for ( $pass = 0; $pass < 6; $pass++ ) {
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}
	}
}
