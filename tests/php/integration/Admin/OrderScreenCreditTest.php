<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

/** Refunds, credit notes and cancelled orders in the box of an order. */
final class OrderScreenCreditTest extends OrderScreenTestCase {

	public function test_a_refund_of_an_invoiced_order_asks_for_a_credit_note(): void {
		$order = wc_create_order();
		$order->set_total( '10' );
		$order->save();
		$this->row( $order, self::DRAFT );
		self::assertStringNotContainsString( 'Credit notes are switched off', $this->box( $order ) );

		wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => '4',
			]
		);

		self::assertStringContainsString(
			'Credit notes are switched off: make one by hand',
			$this->box( wc_get_order( $order->get_id() ) )
		);
	}

	public function test_a_credit_note_can_be_previewed_once_there_is_an_invoice(): void {
		$order = $this->order_worth( '10' );
		self::assertStringNotContainsString( 'data-order="{', $this->box( $order ) );

		$this->row( $order, self::DRAFT );

		self::assertSame(
			[
				'order_id'   => $order->get_id(),
				'currency'   => $order->get_currency(),
				'refundable' => true,
				'refunds'    => [],
			],
			$this->previewable( $order )
		);
	}

	public function test_refunds_without_a_credit_note_can_be_previewed_too(): void {
		$order   = $this->order_worth( '10' );
		$refunds = array_map(
			static fn ( string $amount ): \WC_Order_Refund => wc_create_refund(
				[
					'order_id' => $order->get_id(),
					'amount'   => $amount,
				]
			),
			[ '1', '2', '3', '4' ]
		);
		$this->row( $order, self::DRAFT );
		$of = static fn ( int $refund ): array => [
			'effect'    => 'create_creditnote',
			'refund_id' => $refunds[ $refund ]->get_id(),
		];
		$this->row(
			$order,
			$of( 0 ) + [
				'state' => 'done',
				'remote_type' => 'creditnote',
				'remote_id' => 78,
			]
		);
		$this->row(
			$order,
			$of( 1 ) + [
				'state' => 'skipped',
				'error_code' => 'refund_in_draft',
			]
		);
		$this->row( $order, $of( 2 ) + [ 'state' => 'attention' ] );

		$shown = $this->previewable( wc_get_order( $order->get_id() ) );

		self::assertFalse( $shown['refundable'] );
		self::assertSame( [ $refunds[2]->get_id(), $refunds[3]->get_id() ], array_column( $shown['refunds'], 'id' ) );
		self::assertEquals( [ 3, 4 ], array_column( $shown['refunds'], 'amount' ) );
	}

	/** @return array<string, mixed> what the script is given. */
	private function previewable( \WC_Order $order ): array {
		self::assertSame( 1, preg_match( '/data-order="([^"]+)"/', $this->box( $order ), $found ) );
		return json_decode( html_entity_decode( $found[1] ), true, 512, JSON_THROW_ON_ERROR );
	}

	public function test_a_refund_of_what_another_program_invoiced_says_that_a_credit_note_is_due(): void {
		update_option( 'orderinvoicer_settings', [ 'creditnote' => [ 'enabled' => true ] ] );
		$order = $this->order_worth( '20' );
		$order->update_meta_data( 'orderinvoicer.invoice_url', 'https://www.sellsy.com/?_f=invoiceOverview&id=3' );
		$order->save();
		self::assertStringNotContainsString( 'a credit note is due', $this->box( $order ) );
		wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => '5',
			]
		);
		self::assertStringContainsString( 'a credit note is due', $this->box( wc_get_order( $order->get_id() ) ) );
	}

	public function test_a_cancelled_order_whose_invoice_stands_says_what_can_be_done(): void {
		$order   = wc_create_order( [ 'status' => 'cancelled' ] );
		$invoice = $this->row( $order, [ 'remote_number' => 'F-1' ] + self::DRAFT );
		$says    = 'This order is cancelled, but its invoice is not credited in full';

		self::assertStringContainsString( $says, $this->box( $order ) );

		$this->row(
			$order,
			[
				'effect' => 'create_creditnote',
				'state' => 'done',
				'parent_id' => $invoice,
				'remote_type' => 'creditnote',
				'remote_id' => 78,
				'remote_number' => 'A-1',
			]
		);
		self::assertStringNotContainsString( $says, $this->box( $order ) );
	}

	/** Nobody is told to enter it a second time while its credit note is on its way, or stopped. */
	public function test_a_cancelled_order_with_a_refund_of_all_asks_for_no_other(): void {
		update_option( 'orderinvoicer_settings', [ 'creditnote' => [ 'enabled' => true ] ] );
		$order = wc_create_order( [ 'status' => 'cancelled' ] );
		$order->set_total( '12.00' );
		$order->save();
		$this->row( $order, [ 'remote_number' => 'F-1' ] + self::DRAFT );
		self::assertStringContainsString( 'refund what is left', $this->box( $order ) );

		wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => '12.00',
			]
		);
		$order = wc_get_order( $order->get_id() );
		$order->set_status( 'cancelled' );
		$order->save();
		self::assertStringNotContainsString( 'refund what is left', $this->box( $order ) );
	}

	public function test_a_credit_note_is_previewed_only_where_an_invoice_stands(): void {
		$waiting = $this->order_worth( '10' );
		$this->row( $waiting, [ 'attempts' => 1 ] );
		$deleted = $this->order_worth( '10' );
		$this->row(
			$deleted,
			[
				'state' => 'attention',
				'error_code' => 'document_gone',
				'remote_type' => 'invoice',
				'remote_id' => 77,
			]
		);

		self::assertStringNotContainsString(
			'data-order="{',
			$this->box( $waiting ) . $this->box( $deleted )
		);
	}
}
