<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;

/** A person says at a credit note when and how its money left. */
final class PaidBackTest extends OrderBoxTestCase {

	protected function setUp(): void {
		parent::setUp();
		if ( $this->is_standin() ) {
			self::markTestSkipped( 'The stand-in makes no refunds.' );
		}
		$this->shop->settle_everything();
		$this->shop->change_settings(
			[
				'payments'   => [ 'pay_back' => false ],
				'creditnote' => [ 'finalise' => 'at_once' ] + $this->shop->like_invoice( 'confirmed' ),
			]
		);
	}

	public function test_it_is_recorded_once_with_its_day(): void {
		$order = $this->shop->order();
		$order->set_payment_method( 'bacs' );
		$order->payment_complete();
		$this->passes();
		$credit = $this->credited( $order );
		$box = $this->box( $order );
		self::assertMatchesRegularExpression( '/data-part="paid_back" data-choices="[^"]*bacs/', $box );
		self::assertSame( 1, substr_count( $box, 'The shop did not record in Sellsy that the refund' ) );

		$placed = time() - 3 * DAY_IN_SECONDS;
		$order  = wc_get_order( $order->get_id() );
		$order->set_date_created( $placed );
		$order->save();

		$this->record( $credit->id, '2020-02-03' );
		self::assertNull(
			$this->shop->find( $order, Effect::PayBack, refund_id: $credit->key->refund_id ),
			'There was no order yet.'
		);
		$day = (string) wp_date( 'Y-m-d', $placed );
		$this->record( $credit->id, $day );

		$row = $this->shop->find( $order, Effect::PayBack, refund_id: $credit->key->refund_id );
		self::assertSame( TaskState::Done, $row?->state );
		$paid = array_filter(
			$this->shop->sandbox->state()['payments'],
			static fn ( array $payment ): bool => $payment['id'] === $row->remote_id
		);
		self::assertStringContainsString( $day, (string) wp_json_encode( $paid ) );
		$box = $this->box( $order );
		self::assertStringNotContainsString( 'data-part="paid_back"', $box );
		self::assertStringNotContainsString( 'The shop did not record', $box );
	}

	/** Other code, or a shop that changed its decimals, stores such ones. */
	public function test_a_refund_with_more_decimals_than_can_be_paid_is_recorded_rounded(): void {
		$order = $this->shop->order();
		$order->set_payment_method( 'bacs' );
		$order->payment_complete();
		$this->passes();
		$credit = $this->credited( $order );
		$refund = wc_get_order( $credit->key->refund_id );
		$refund->set_amount( '4.0012' );
		$refund->save();

		self::assertStringContainsString( 'data-part="paid_back"', $this->box( $order ) );
		self::assertSame( 200, $this->record( $credit->id, (string) wp_date( 'Y-m-d' ) )->get_status() );
	}

	public function test_of_a_refund_before_the_money_nothing_was_paid_back(): void {
		$this->shop->change_settings( [ 'invoice' => [ 'trigger' => 'status:on-hold' ] ] );
		$order = $this->shop->order();
		$order->set_status( 'on-hold' );
		$order->save();
		$this->passes();
		$this->credited( $order );
		self::assertStringNotContainsString( 'The shop did not record', $this->box( $order ) );
	}

	/** A refund of 4.00, whose credit note is final. */
	private function credited( \WC_Order $order ): Task {
		$refund = wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => '4.00',
			]
		);
		self::assertInstanceOf( \WC_Order_Refund::class, $refund );
		$this->passes();
		$credit = $this->shop->find( $order, Effect::CreateCreditNote, refund_id: $refund->get_id() );
		self::assertNotSame( '', (string) $credit?->remote_number );
		return $credit ?? self::fail();
	}

	private function record( int $credit, string $day ): \WP_REST_Response {
		return self::post(
			"/tasks/$credit/paid-back",
			[
				'day'       => $day,
				'gateway'   => 'bacs',
				'confirmed' => '4.00',
			]
		);
	}
}
