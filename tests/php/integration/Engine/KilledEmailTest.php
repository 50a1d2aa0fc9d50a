<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\Tests\Integration\ShopMails;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\Group;

/** Real processes, really killed, on the way to the shop's own e-mail: it leaves once, or a person is asked. */
#[Group( 'real-woocommerce' )]
final class KilledEmailTest extends CommittedTestCase {

	private const OPTION = 'woocommerce_orderinvoicer_invoice_settings';

	private SandboxShop $shop;

	private int $mails = 0;

	private ?\Closure $count = null;

	protected function setUp(): void {
		parent::setUp();
		if ( ! function_exists( 'posix_kill' ) ) {
			self::markTestSkipped( 'PHP\'s posix extension is not there.' );
		}
		$this->shop  = new SandboxShop( $this->allow_sandbox() );
		$this->count = function ( mixed $answer, array $mail ): bool {
			$this->mails += str_starts_with( (string) $mail['subject'], 'Your invoice ' ) ? 1 : 0;
			return true;
		};
		add_filter( 'pre_wp_mail', $this->count, 20, 2 );
	}

	protected function tearDown(): void {
		if ( $this->count !== null ) {
			remove_filter( 'pre_wp_mail', $this->count, 20 );
		}
		parent::tearDown();
	}

	#[Group( 'walks' )]
	public function test_it_leaves_once_or_a_person_is_asked_wherever_the_runner_dies(): void {
		$at        = 0;
		$questions = 0;
		do {
			++$at;
			$this->mails = 0;
			$order       = $this->order_with_invoice();
			$follow      = $this->shop->find( $order, Effect::FollowOrder )->id ?? 0;
			$survived    = $this->shop->run_and_die( $follow, 'write', $at );
			$before      = $this->shop->find( $order, Effect::NotifyCustomer, 'invoice' );
			$this->resume();
			$row = $this->shop->find( $order, Effect::NotifyCustomer, 'invoice' );
			// An intent that was written: that process may have handed it over, so this one does not.
			self::assertSame( $before?->sent_at === null ? 1 : 0, $this->mails, "killed after write $at" );
			if ( $row?->state === TaskState::Attention ) {
				self::assertSame( ProblemCode::SendUnknown, $row->problem?->code, "killed after write $at" );
				++$questions;
			} else {
				self::assertSame( TaskState::Done, $row?->state, "killed after write $at" );
			}
		} while ( ! $survived );
		self::assertGreaterThan( 4, $at );
		self::assertSame( 1, $questions );
	}

	/** Final before the e-mail was switched on, but its settings say otherwise; one row waits that will see it. */
	private function order_with_invoice(): \WC_Order {
		global $wp_filter;
		$this->shop->connect();
		delete_option( self::OPTION );
		$order = $this->shop->order();
		$order->payment_complete( 'tx-1' );
		$this->shop->work( $order );
		self::assertTrue( $this->shop->is_finished( $order ) );

		// phpcs:disable WordPress.WP.GlobalVariablesOverride.Prohibited -- As an option of before.
		$hook               = 'pre_update_option_' . self::OPTION;
		$kept               = $wp_filter[ $hook ];
		$wp_filter[ $hook ] = new \WP_Hook();
		update_option(
			self::OPTION,
			[
				'enabled'             => 'yes',
				'orderinvoicer_since' => '2020-01-01T00:00:00+00:00',
			],
			true
		);
		$wp_filter[ $hook ] = $kept;
		// phpcs:enable
		ShopMails::make_anew();
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
}
