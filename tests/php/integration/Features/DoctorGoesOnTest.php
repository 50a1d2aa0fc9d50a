<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Features;

use OrderInvoicer\Features\Doctor\DoctorRunner;
use OrderInvoicer\Features\Doctor\Kept\State;
use OrderInvoicer\Features\Doctor\Progress;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Size;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\WordPress\Queue\ActionSchedulerQueue;
use OrderInvoicer\WordPress\Queue\Heartbeat;
use OrderInvoicer\WordPress\Queue\OneAction;
use OrderInvoicer\WordPress\Queue\Wakeups;

/** Whatever goes wrong for good, a run comes to its end and says what remains. */
final class DoctorGoesOnTest extends DoctorTestCase {

	/** Neither WP-Cron nor Action Scheduler has run for long: whoever tries the account would wait without end. */
	public function test_orders_that_nobody_works_hold_up_nothing(): void {
		( new SandboxShop( $this->sandbox ) )->order()->payment_complete();
		update_option( Heartbeat::SWEEP_OPTION, time() - 20 * MINUTE_IN_SECONDS );
		$doctor = $this->doctor();
		$doctor->begin( false );

		self::assertSame( Progress::GOES_ON, $doctor->step()->state );
	}

	/** @return iterable<string, array{string, int, string}> */
	public static function narrow(): iterable {
		return Size::third( self::all_narrow() );
	}

	/** @return iterable<string, array{string, int, string}> */
	private static function all_narrow(): iterable {
		yield 'five a second' => [ 'second', 5, Progress::OVER ];
		yield 'thirty a minute' => [ 'minute', 30, Progress::OVER ];
		yield 'sixty for the rest of the day' => [ 'day', 60, Progress::STOPPED ];
	}

	/**
	 * One that is due comes first, and one that comes afterwards finds calls that are left.
	 *
	 * @group walks
	 * @dataProvider narrow
	 */
	public function test_with_few_calls_orders_lack_none( string $window, int $most, string $end ): void {
		$shop  = new SandboxShop( $this->sandbox );
		$order = $shop->order();
		$order->payment_complete();
		$this->pass( DAY_IN_SECONDS );
		update_option( Heartbeat::SWEEP_OPTION, $this->clock->now()->getTimestamp() );
		$wide = [
			'second' => 1000,
			'minute' => 1000,
			'day'    => 10000,
			'month'  => 100000,
		];
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'quota' => [ $window => $most ] + $wide ] );
		$doctor = $this->doctor();
		$doctor->begin( false );
		self::assertSame( 'orders', $doctor->step()->why );
		$this->work( $shop, $order );
		$this->sandbox->call( 'DELETE', '/_sandbox/calls' );

		self::assertSame( $end, $this->finish( $doctor )->state );

		self::assertSame( [], $doctor->record()->traces );
		self::assertSame( [], $this->named( $doctor->record(), State::Otherwise ) );
		$later = $shop->order();
		$later->payment_complete();
		$this->work( $shop, $later );
		self::assertCount( 2, $this->sandbox->state()['invoices'] );
	}

	private function work( SandboxShop $shop, \WC_Order $order ): void {
		$passes = 0;
		while ( ++$passes < 6 && ! $shop->is_finished( $order ) ) {
			$this->pass( 61 );
			$shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}
		self::assertTrue( $shop->is_finished( $order ) );
	}

	/** Ten minutes long orders are due that somebody works. */
	public function test_what_a_terminal_waits_for_no_longer_is_left_to_the_background(): void {
		( new SandboxShop( $this->sandbox ) )->order()->payment_complete();
		update_option( Heartbeat::SWEEP_OPTION, time() );
		$doctor = $this->doctor();
		$doctor->begin( false );
		$told   = [];
		$runner = new DoctorRunner(
			doctor: $doctor,
			one_action: new OneAction( ActionSchedulerQueue::DOCTOR, $this->clock ),
			clock: $this->clock,
			logger: ( new Adapters( $GLOBALS['wpdb'] ) )->logger(),
			sleep: $this->clock
		);

		$is_left = $runner->wait_for_it(
			static function ( Progress $progress ) use ( &$told ): void {
				$told[] = $progress->why;
			}
		);

		self::assertTrue( $is_left );
		self::assertSame( [ 'orders' ], array_values( array_unique( $told ) ) );
		self::assertSame( 600, $this->clock->waited );
		self::assertTrue( as_has_scheduled_action( ActionSchedulerQueue::DOCTOR ) );
	}

	public function test_a_right_that_is_missing_is_still_said_when_a_run_that_stopped_goes_on(): void {
		$this->sell();
		$this->examine(); // All is known: no answer says any more what was missing.
		$this->deny( 'POST /contacts' );
		$doctor = $this->doctor();
		$doctor->begin( true );
		do {
			$doctor->step();
		} while ( ! in_array( 'contacts', $doctor->record()->run->tried ?? [], true ) );
		$this->sandbox->fault(
			[
				'mode'  => '500-before',
				'times' => 1000,
			]
		);
		self::assertSame( 'no-answer', $this->finish( $doctor )->why );
		$this->sandbox->call( 'DELETE', '/_sandbox/faults' );

		$record = $this->examine();

		self::assertTrue( $record->run?->is_over() );
		self::assertStringContainsString(
			'    – Contacts / Créer des contacts',
			$this->report()->text( $record )
		);
		$this->deny();
		self::assertStringNotContainsString(
			'This access, or its person',
			$this->report()->text( $this->examine( again: true ) )
		);
	}

	/** Each time, of everything. */
	public function test_what_sellsy_never_deletes_holds_up_nothing_and_is_said(): void {
		$this->sell();
		$this->sandbox->fault(
			[
				'mode'   => '500-before',
				'method' => 'DELETE',
				'times'  => 1000,
			]
		);
		for ( $run = 1; $run <= 2; ++$run ) {
			$record = $this->examine( again: true );

			self::assertTrue( $record->run?->is_over(), "Run $run." );
			self::assertSame( [], $this->named( $record, State::Otherwise ), "Run $run." );
			self::assertSame( State::AsExpected, $record->findings['newest-payments']->state, "Run $run." );
			self::assertNotSame( [], $record->passing(), "Run $run." );
			self::assertStringContainsString( 'may still be in Sellsy', $this->report()->text( $record ) );
			self::assertContains( 'Product', array_column( $this->left( $record ), 'name' ) );
			self::assertStringContainsString( 'thirdid=', implode( array_column( $this->left( $record ), 'url' ) ) );
		}
		$this->sandbox->call( 'DELETE', '/_sandbox/faults' );

		self::assertSame( [], $this->examine( again: true )->traces );
	}

	/** The one that is refused for good stands first in the way of the others. */
	public function test_what_is_deleted_after_it_is_deleted_all_the_same(): void {
		$before = $this->objects();
		$this->sandbox->fault(
			[
				'mode'   => '500-before',
				'method' => 'DELETE',
				'path'   => '/webhooks/{id}',
				'times'  => 1000,
			]
		);

		$record = $this->examine();

		self::assertTrue( $record->run?->is_over() );
		self::assertCount( 1, $record->passing() );
		$left = $this->objects();
		unset( $before['webhooks'], $left['webhooks'] );
		self::assertSame( $before, $left );
	}

	/** It may be there, and nobody will ever see it. */
	public function test_what_may_not_be_searched_for_is_not_waited_for_without_end(): void {
		$this->deny( 'POST /companies/search' );

		$record = $this->examine();

		self::assertTrue( $record->run?->is_over() );
		self::assertLessThan( 300, $this->clock->waited );
		self::assertStringContainsString( 'may still be in Sellsy', $this->report()->text( $record ) );
	}

	public function test_a_payment_that_sellsy_never_deletes_holds_up_no_drafts(): void {
		$this->sandbox->fault(
			[
				'mode'   => '500-before',
				'method' => 'DELETE',
				'path'   => '/payments/{id}',
				'times'  => 1000,
			]
		);
		$this->examine( drafts: true );

		$record = $this->examine( drafts: true );

		self::assertTrue( $record->run?->is_over() );
		self::assertCount( 6, $record->staying() );
		self::assertSame( State::AsExpected, $record->findings['credit-note-of-draft']->state );
		self::assertCount( 1, $this->sandbox->state()['payments'] );
	}
}
