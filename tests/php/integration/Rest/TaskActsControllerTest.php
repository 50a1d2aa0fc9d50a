<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
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

	/** A page may be older than the settings, the order and what others did. */
	public function test_what_asks_something_else_by_now_is_not_done_before_a_person_was_asked_that(): void {
		$shop = new SandboxShop( $this->allow_sandbox() );
		$shop->connect();
		$this->sign_in( 'administrator' );
		$order = $shop->order();
		$sync  = "/orders/{$order->get_id()}/sync";
		$shop->change_settings( [ 'invoice' => [ 'finalise' => 'at_once' ] ] );

		$asks = $this->assert_asked_anew( $this->call( 'POST', $sync, [ 'asked' => [] ] ) );
		self::assertNull( $shop->find( $order, Effect::CreateInvoice ), 'Nothing was done.' );
		$shop->change_settings( [ 'invoice' => [ 'finalise' => 'manual' ] ] );
		$task = $this->valid( $this->call( 'POST', $sync, [ 'asked' => $asks ] ), 'task' );
		self::assertSame( [ 'done', '' ], [ $task['state'], $task['document']['number'] ], 'A draft asks nothing.' );

		$finalise = "/tasks/{$task['id']}/finalise";
		$asks     = $this->assert_asked_anew( $this->call( 'POST', $finalise, [ 'asked' => [ 'Another total.' ] ] ) );
		self::assertSame( '', $shop->row( $order )->remote_number );
		$this->valid( $this->call( 'POST', $finalise, [ 'asked' => $asks ] ), 'task' );
		self::assertNotSame( '', $shop->row( $order )->remote_number );
	}

	/** @testWith ["retry"]
	 *            ["customer/none"]
	 */
	public function test_a_row_that_was_to_stay_a_draft_does_not_become_final_unasked( string $act ): void {
		$shop = new SandboxShop( $this->allow_sandbox() );
		$shop->connect();
		$this->sign_in( 'administrator' );
		$order = $shop->order();
		$now   = gmdate( 'Y-m-d H:i:s' );
		global $wpdb;
		$wpdb->insert(
			"{$wpdb->prefix}orderinvoicer_sync",
			[
				'order_id'      => $order->get_id(),
				'effect'        => 'create_invoice',
				'asked'         => 1,
				'state'         => 'attention',
				'error_code'    => 'several_customers',
				'error_message' => '{}',
				'due_at'        => $now,
				'created_at'    => $now,
				'updated_at'    => $now,
			]
		);
		$id = (int) $wpdb->insert_id;
		$shop->change_settings( [ 'invoice' => [ 'finalise' => 'at_once' ] ] );

		$this->assert_asked_anew( $this->call( 'POST', "/tasks/$id/$act", [ 'asked' => [] ] ) );

		self::assertSame( TaskState::Attention, $shop->row( $order )->state );
		$task = $this->valid( $this->call( 'POST', "/tasks/$id/$act" ), 'task' ); // Programs ask nobody.
		self::assertSame( 'done', $task['state'], 'The person waits for it, and a loopback may be blocked.' );
		self::assertNotSame( '', $shop->row( $order )->remote_number );
		$shop->work( $order );
		self::assertCount( 1, $shop->sandbox->state()['invoices'], 'Nobody did it twice.' );
	}

	/** @return list<string> what is to be asked. */
	private function assert_asked_anew( \WP_REST_Response $answer ): array {
		$this->assert_refused( 409, 'orderinvoicer_asks_first', $answer );
		$asks = $answer->get_data()['data']['offer']['asks'];
		self::assertNotSame( [], $asks );
		return $asks;
	}
}
