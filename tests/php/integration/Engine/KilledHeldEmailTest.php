<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\Tests\Integration\WooCommerce\CustomerMails;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\Group;

/**
 * Real processes, really killed, while an e-mail of WooCommerce waits for its invoice or leaves: it leaves once, or a
 * person is asked.
 */
#[Group( 'real-woocommerce' )]
final class KilledHeldEmailTest extends CommittedTestCase {

	private const EMAIL = 'customer_processing_order';

	private SandboxShop $shop;
	private ?CustomerMails $mails = null;

	protected function setUp(): void {
		parent::setUp();
		if ( ! function_exists( 'posix_kill' ) ) {
			self::markTestSkipped( 'PHP\'s posix extension is not there.' );
		}
		$this->shop  = new SandboxShop( $this->allow_sandbox() );
		$this->mails = new CustomerMails();
	}

	protected function tearDown(): void {
		$this->mails?->end();
		parent::tearDown();
	}

	public function test_it_leaves_once_or_a_person_is_asked_wherever_the_runner_dies(): void {
		$at        = 0;
		$questions = 0;
		do {
			$at               = Cuts::after( $at );
			$order            = $this->order_with_email();
			$survived         = $this->shop->run_and_die( 0, 'write', $at );
			$before           = $this->shop->find( $order, Effect::HeldEmail, self::EMAIL );
			$this->mails->all = [];
			$this->resume();
			$row = $this->shop->find( $order, Effect::HeldEmail, self::EMAIL );
			// An intent that was written: that process may have handed it over, so this one does not.
			self::assertCount( $before?->sent_at === null ? 1 : 0, $this->mails->all, "killed after write $at" );
			if ( $row?->state === TaskState::Attention ) {
				self::assertSame( ProblemCode::SendUnknown, $row->problem?->code, "killed after write $at" );
				++$questions;
			} else {
				self::assertSame( TaskState::Done, $row?->state, "killed after write $at" );
			}
		} while ( ! $survived );
		self::assertGreaterThan( 4, $at );
		self::assertLessThanOrEqual( 1, $questions );
	}

	private function order_with_email(): \WC_Order {
		$this->shop->connect();
		$this->shop->change_settings(
			[
				'shopper'         => [ 'kinds' => [ 'invoice' ] ],
				'customer_emails' => [
					'emails'    => [ self::EMAIL ],
					'documents' => 'wait',
				],
			]
		);
		do_action( Wakeups::SWEEP ); // Passes come: otherwise nothing is held.
		$this->mails->all = [];
		$order            = $this->shop->order();
		$order->payment_complete( 'tx-1' );
		self::assertNotNull( $this->shop->find( $order, Effect::HeldEmail, self::EMAIL ) );
		self::assertSame( [], $this->mails->all );
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
}
