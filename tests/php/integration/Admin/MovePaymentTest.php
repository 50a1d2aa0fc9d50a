<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

use OrderInvoicer\Domain\FollowUps\CreditAllocationRule;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use PHPUnit\Framework\Attributes\Group;

/** A paid order was cancelled, credited and reinstated for a company: the box asks before the payment goes over. */
#[Group( 'real-woocommerce' )]
final class MovePaymentTest extends OrderBoxTestCase {

	private \WC_Order $order;

	protected function setUp(): void {
		parent::setUp();
		$this->shop->settle_everything();
		$this->shop->change_settings(
			[
				'creditnote' => $this->shop->like_invoice( 'confirmed' ),
				'refunds'    => [ 'credit_cancelled' => true ],
			]
		);
		$this->order = $this->shop->order();
		$this->order->set_payment_method( 'cheque' );
		$this->order->save();
		$this->order->payment_complete( 'tx-1' );
		$this->passes( 4 );
		$this->order->update_status( 'cancelled' );
		$this->passes( 4 );
		$this->order->set_billing_company( 'ACME SARL' );
		$this->order->save();
		$this->order->update_status( 'processing' );
		$this->passes( 4 );
	}

	public function test_it_says_what_is_done_and_asks_with_the_amount(): void {
		$row   = $this->row();
		$total = wc_format_decimal( $this->order->get_total(), 2 );
		$act   = "move_payment:{$row->id}:$total";
		[ $old, $new ] = array_column( $this->shop->sandbox->state()['invoices'], 'number' );
		self::assertMatchesRegularExpression(
			"/$total.*$old.*$new/",
			implode( ' ', self::asks( $this->box( $this->order ), $act ) ?? [] )
		);

		$this->press( $this->order, "move_payment:{$row->id}:0.01" );
		self::assertSame( TaskState::Attention, $this->row()->state, 'Another amount was seen.' );

		$this->press( $this->order, $act );
		$this->passes( 4 );
		self::assertSame( TaskState::Done, $this->row()->state );
		$state = $this->shop->sandbox->state();
		self::assertSame( [ 'company' ], array_column( array_column( $state['payments'], 'third' ), 'type' ) );
		self::assertSame( [ 'paid', 'paid' ], array_column( $state['invoices'], 'status' ) );
		self::assertStringContainsString( 'Payment, taken over from the invoice before', $this->box( $this->order ) );
		self::assertStringNotContainsString( 'move_payment', $this->box( $this->order ) );
	}

	private function row(): Task {
		$part = CreditAllocationRule::NEW_INVOICE;
		return $this->shop->find( $this->order, Effect::LinkCreditNote, $part ) ?? self::fail( 'No row.' );
	}
}
