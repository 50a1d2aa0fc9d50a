<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

use OrderInvoicer\Admin\OrderActions;
use OrderInvoicer\Admin\OrderBox;
use OrderInvoicer\Domain\FollowUps\CreditAllocationRule;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\Queue\SweepSchedule;
use PHPUnit\Framework\Attributes\Group;

// phpcs:disable WordPress.Security.NonceVerification -- The requests are the tests' own.

/** A paid order was cancelled, credited and reinstated for a company: the box asks before the payment goes over. */
#[Group( 'real-woocommerce' )]
final class MovePaymentTest extends IntegrationTestCase {

	private SandboxShop $shop;
	private \WC_Order $order;

	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		require_once WC_ABSPATH . 'includes/admin/wc-admin-functions.php';
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->shop->settle_everything();
		$this->shop->change_settings(
			[
				'creditnote' => $this->shop->like_invoice( 'confirmed' ),
				'refunds'    => [ 'credit_cancelled' => true ],
			]
		);
		$this->sign_in_as_admin();
		add_filter( 'wp_redirect', '__return_false' );
		$this->order = $this->shop->order();
		$this->order->set_payment_method( 'cheque' );
		$this->order->save();
		$this->order->payment_complete( 'tx-1' );
		$this->passes();
		$this->order->update_status( 'cancelled' );
		$this->passes();
		$this->order->set_billing_company( 'ACME SARL' );
		$this->order->save();
		$this->order->update_status( 'processing' );
		$this->passes();
	}

	protected function tearDown(): void {
		remove_filter( 'wp_redirect', '__return_false' );
		$_POST    = [];
		$_REQUEST = [];
		parent::tearDown();
	}

	public function test_it_says_what_is_done_and_asks_with_the_amount(): void {
		$row   = $this->row();
		$total = wc_format_decimal( $this->order->get_total(), 2 );
		$act   = "move_payment:{$row->id}:$total";
		$box   = $this->box();
		[ $old, $new ] = array_column( $this->shop->sandbox->state()['invoices'], 'number' );
		self::assertMatchesRegularExpression(
			"/value=\"$act\"[^>]*data-question=\"[^\"]*{$total}[^\"]*{$old}[^\"]*{$new}/",
			str_replace( '\/', '/', $box )
		);

		$this->press( $act );
		self::assertSame( TaskState::Attention, $this->row()->state, 'It asks first.' );
		$other              = "move_payment:{$row->id}:0.01";
		$_POST['confirmed'] = $other;
		$this->press( $other );
		self::assertSame( TaskState::Attention, $this->row()->state, 'Another amount was seen.' );

		$_POST['confirmed'] = $act;
		$this->press( $act );
		$this->passes();
		self::assertSame( TaskState::Done, $this->row()->state );
		$state = $this->shop->sandbox->state();
		self::assertSame( [ 'company' ], array_column( array_column( $state['payments'], 'third' ), 'type' ) );
		self::assertSame( [ 'paid', 'paid' ], array_column( $state['invoices'], 'status' ) );
		self::assertStringContainsString( 'Payment, taken over from the invoice before', $this->box() );
		self::assertStringNotContainsString( 'move_payment', $this->box() );
	}

	private function row(): Task {
		$part = CreditAllocationRule::NEW_INVOICE;
		return $this->shop->find( $this->order, Effect::LinkCreditNote, $part ) ?? self::fail( 'No row.' );
	}

	private function box(): string {
		ob_start();
		( new AdminObjects() )->get( OrderBox::class )->render( wc_get_order( $this->order->get_id() ) );
		return html_entity_decode( (string) ob_get_clean(), ENT_NOQUOTES );
	}

	private function press( string $act ): void {
		$_POST    = [
			'order_id' => (string) $this->order->get_id(),
			'act'      => $act,
		] + $_POST;
		$_REQUEST = [ '_wpnonce' => wp_create_nonce( 'orderinvoicer_order_' . $this->order->get_id() ) ];
		( new AdminObjects() )->get( OrderActions::class )->handle_admin_post();
	}

	private function passes(): void {
		for ( $pass = 0; $pass < 4; $pass++ ) {
			$this->shop->make_all_due();
			do_action( SweepSchedule::HOOK );
		}
	}
}
