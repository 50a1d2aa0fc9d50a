<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use OrderInvoicer\Tests\Integration\Engine\SandboxShop;

/** "Keep the invoice as it is" over REST, with an invoice in the sandbox. */
final class KeepInvoiceControllerTest extends RestTestCase {

	public function test_only_who_may_edit_the_order_may_keep_its_invoice(): void {
		[ , , $id ] = $this->corrected();
		wp_set_current_user( 0 );
		$this->assert_refused( 401, 'orderinvoicer_forbidden', $this->call( 'POST', "/tasks/$id/keep" ) );
		$this->sign_in( 'customer' );
		$this->assert_refused( 403, 'orderinvoicer_forbidden', $this->call( 'POST', "/tasks/$id/keep" ) );
		$this->sign_in( 'shop_manager' );
		self::assertSame( 'done', $this->valid( $this->call( 'POST', "/tasks/$id/keep" ), 'task' )['state'] );
	}

	public function test_it_stays_as_it_is_and_needs_nobody(): void {
		[ $shop, $order, $id ] = $this->corrected();
		$differs               = $this->valid( $this->call( 'GET', "/orders/{$order->get_id()}" ), 'tasks' );
		self::assertContains( 'keep', array_column( $differs, 'acts', 'id' )[ $id ] );

		$task = $this->valid( $this->call( 'POST', "/tasks/$id/keep" ), 'task' );

		self::assertSame( [ 'done', null ], [ $task['state'], $task['problem'] ] );
		self::assertCount( 1, $shop->sandbox->state()['invoices'] );
		self::assertSame( [], $shop->sandbox->state()['credit_notes'] );
		$this->assert_refused( 409, 'orderinvoicer_cannot_be_kept', $this->call( 'POST', "/tasks/$id/keep" ) );
	}

	/** @return array{SandboxShop, \WC_Order, int} an address was corrected after the invoice; its row. */
	private function corrected(): array {
		$shop = new SandboxShop( $this->allow_sandbox() );
		$shop->connect();
		$this->sign_in( 'administrator' );
		$order = $shop->order();
		$this->call( 'POST', "/orders/{$order->get_id()}/sync", [ 'document' => 'invoice' ] );
		$order = wc_get_order( $order->get_id() );
		$order->set_address( [ 'address_1' => '2 rue de la Paix' ] );
		$order->save();
		$shop->follow( $order );
		$shop->work( $order );
		return [ $shop, $order, $shop->row( $order )->id ];
	}
}
