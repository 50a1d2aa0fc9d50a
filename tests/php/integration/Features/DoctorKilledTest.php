<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Features;

use OrderInvoicer\Features\Doctor\DoctorText;
use OrderInvoicer\Features\Doctor\Progress;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\WordPress\Queue\ActionSchedulerQueue;

/** A real process, really killed: it gives nothing back, and the turn is its own for five minutes. */
final class DoctorKilledTest extends DoctorTestCase {

	protected function setUp(): void {
		parent::setUp();
		if ( ! function_exists( 'posix_kill' ) ) {
			self::markTestSkipped( 'PHP\'s posix extension is not there.' );
		}
	}

	protected function begin(): void {
	}

	protected function undo(): void {
		self::restore_database();
	}

	public function test_what_is_waited_for_is_said_and_ends_by_itself(): void {
		$before = $this->objects();
		$this->doctor()->begin( false );
		$shop = new SandboxShop( $this->sandbox );
		self::assertFalse( $shop->run_and_die( ActionSchedulerQueue::DOCTOR, 'effect', 2 ), 'It died.' );
		wp_cache_flush();

		$doctor   = $this->doctor();
		$progress = $doctor->step();
		self::assertSame( [ Progress::WAITS, 'other' ], [ $progress->state, $progress->why ] );
		self::assertStringContainsString( 'within five minutes', ( new DoctorText() )->stands_still() );
		$begun = $this->clock->waited;
		do {
			$this->clock->waited += $progress->seconds;
			$progress             = $doctor->step();
		} while ( $progress->why === 'other' );
		self::assertEqualsWithDelta( 300, $this->clock->waited - $begun, 15 );

		self::assertSame( Progress::OVER, $this->finish( $doctor )->state );
		self::assertSame( $before, $this->objects() );
		self::assertSame( [], $doctor->record()->traces );
	}
}
