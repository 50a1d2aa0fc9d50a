<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;

/**
 * Every act that has a route of its own is carried out by somebody, or refused: none is forgotten between the tables.
 */
final class TaskActsControllerTest extends RestTestCase {

	public function test_what_a_final_invoice_does_not_offer_is_refused_and_changes_nothing(): void {
		$shop = new SandboxShop( $this->allow_sandbox() );
		$shop->connect();
		$this->sign_in( 'administrator' );
		$order = $shop->order();
		$this->call( 'POST', "/orders/{$order->get_id()}/sync", [ 'document' => 'invoice' ] );
		$row = $shop->row( $order );
		self::assertNotSame( '', $row->remote_number, 'It is final.' );

		foreach ( RowAct::cases() as $act ) {
			if ( $act->path() === null ) {
				continue;
			}
			$wants  = [
				RowAct::AcceptRounding,
				RowAct::MovePayment,
				RowAct::RecordPayment,
				RowAct::CreditDispute,
				RowAct::LeaveUnpaid,
			];
			$shown  = in_array( $act, $wants, true ) ? [ 'amount' => '0.01' ] : [];
			$answer = $this->call( 'POST', "/tasks/{$row->id}/{$act->path()}", $shown );
			self::assertSame( 409, $answer->get_status(), $act->value );
			self::assertNotSame( '', $answer->get_data()['message'] ?? '', 'A refusal says why.' );
		}

		self::assertEquals( $row->state, $shop->row( $order )->state );
	}
}
