<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\WordPress\Queue\Wakeups;

/**
 * Real processes, really killed, in what follows a document: one payment, one link, one state, and one e-mail or a
 * question.
 */
final class KilledAfterDocumentsTest extends CommittedTestCase {

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		if ( ! function_exists( 'posix_kill' ) ) {
			self::markTestSkipped( 'PHP\'s posix extension is not there.' );
		}
		$this->shop = new SandboxShop( $this->allow_sandbox() );
	}

	/**
	 * The order is followed in one process: it records the payment, sends the invoice and ships the order document.
	 *
	 * @group walks
	 * @testWith ["answer"]
	 *           ["write"]
	 */
	public function test_nothing_happens_twice_wherever_the_runner_dies( string $kind ): void {
		$at        = 0;
		$questions = 0;
		do {
			$at = Cuts::after( $at );
			$order      = $this->order_with_documents();
			$survived   = $this->shop->run_and_die( $this->shop->find( $order, Effect::FollowOrder )->id, $kind, $at );
			$this->resume();
			$questions += $this->assert_done_once( $order, "killed after $kind $at" );
		} while ( ! $survived );
		self::assertGreaterThan( 6, $at, 'Six answers of Sellsy, and more writes, are there to survive.' );
		self::assertLessThan( 5, $questions, 'A person is asked only where the e-mail may have left.' );
		if ( Cuts::are_all() ) {
			self::assertGreaterThan( 0, $questions );
		}
	}

	/** Made before anything followed; one row waits that will see what payments and e-mails need now. */
	private function order_with_documents(): \WC_Order {
		$this->shop->connect();
		$this->shop->change_settings( [ 'order' => $this->shop->like_invoice( 'confirmed' ) ] );
		$order = $this->shop->order();
		$order->set_payment_method( 'cheque' );
		$order->save();
		$order->payment_complete( 'tx-1' );
		$this->shop->work( $order );
		$this->shop->settle_everything();
		$this->shop->payments_are_on_for_long();
		$this->shop->change_settings( [ 'shipped' => [ 'status:processing', 'status:completed' ] ] );
		$this->shop->follow( $order );
		return $order;
	}

	private function resume(): void {
		wp_cache_flush();
		for ( $pass = 0; $pass < 4; $pass++ ) {
			$this->shop->lapse_leases();
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}
	}

	/** @return int how many questions a person is asked. */
	private function assert_done_once( \WC_Order $order, string $when ): int {
		$mails = count( $this->shop->sandbox->call( 'GET', '/_sandbox/mails' ) );
		self::assertCount( 1, $this->shop->sandbox->state()['payments'], $when );
		self::assertSame( 'paid', $this->shop->only_invoice()['status'], $when );
		self::assertSame( TaskState::Done, $this->shop->find( $order, Effect::RecordPayment )?->state, $when );
		self::assertSame(
			TaskState::Done,
			$this->shop->find( $order, Effect::ChangeState, 'order:shipped' )?->state,
			$when
		);
		$mail = $this->shop->find( $order, Effect::SendDocument, 'invoice' );
		if ( $mail?->state === TaskState::Attention ) {
			self::assertSame( ProblemCode::SendUnknown, $mail->problem?->code, $when );
			self::assertLessThanOrEqual( 1, $mails, $when );
			return 1;
		}
		self::assertSame( [ TaskState::Done, 1 ], [ $mail?->state, $mails ], $when );
		return 0;
	}
}
