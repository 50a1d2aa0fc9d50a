<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use OrderInvoicer\Tests\Integration\Engine\SandboxShop;

/** "Credit and re-issue" over REST, into the sandbox. */
final class ReissueControllerTest extends RestTestCase {

	public function test_only_who_may_edit_the_order_may_ask(): void {
		$path = '/orders/' . wc_create_order()->get_id() . '/reissue';

		$this->assert_refused( 401, 'orderinvoicer_forbidden', $this->call( 'POST', $path ) );
		$this->sign_in( 'customer' );
		$this->assert_refused( 403, 'orderinvoicer_forbidden', $this->call( 'POST', $path ) );
	}

	public function test_an_order_without_a_final_invoice_has_nothing_to_credit(): void {
		$this->sign_in( 'administrator' );

		self::assertSame(
			404,
			$this->call( 'POST', '/orders/' . wc_create_order()->get_id() . '/reissue' )->get_status()
		);
	}

	public function test_the_invoice_is_credited_then_made_anew(): void {
		$shop = new SandboxShop( $this->allow_sandbox() );
		$shop->connect();
		$this->sign_in( 'administrator' );
		$order = $shop->order();
		$path  = "/orders/{$order->get_id()}";
		$this->call( 'POST', "$path/sync", [ 'document' => 'invoice' ] );
		$first = $shop->row( $order );
		self::assertNotSame( '', $first->remote_number );

		$answer = $this->call( 'POST', "$path/reissue" );

		self::assertSame( [ 200, 'done' ], [ $answer->get_status(), $answer->get_data()['state'] ] );
		$state = $shop->sandbox->state();
		self::assertCount( 2, $state['invoices'] );
		self::assertCount( 1, $state['credit_notes'] );
		self::assertSame(
			'0.00',
			array_column(
				$state['invoices'],
				null,
				'id'
			)[ $first->remote_id ]['amounts']['total_remaining_due_incl_tax']
		);
		self::assertStringContainsString(
			"id={$state['credit_notes'][0]['id']}",
			(string) wc_get_order( $order->get_id() )->get_meta( 'orderinvoicer.creditnote_url' )
		);

		self::assertSame( 404, $this->call( 'POST', "$path/reissue", [ 'invoice' => $first->id ] )->get_status() );
		self::assertSame( 400, $this->call( 'POST', "$path/reissue", [ 'invoice' => 'newest' ] )->get_status() );
		self::assertCount( 1, $shop->sandbox->state()['credit_notes'] );
	}
}
