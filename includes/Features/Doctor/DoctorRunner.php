<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Domain\System\Sleep;
use OrderInvoicer\WordPress\Queue\ActionSchedulerQueue;
use OrderInvoicer\WordPress\Queue\OneAction;

/**
 * Goes on with a run while its page is open or a terminal waits, and by Action Scheduler once nobody looks: where a
 * site runs nothing in the background, the page or the terminal alone brings it to its end.
 */
final class DoctorRunner {

	/** Action Scheduler gives a whole queue run 30 seconds. */
	private const SECONDS = 20;

	/** The page asks more often than that. */
	private const LATER = 60;

	/** Seconds for which a terminal lets orders pass. */
	private const PATIENCE = 600;

	public function __construct(
		private readonly Doctor $doctor,
		private readonly OneAction $one_action,
		private readonly Clock $clock,
		private readonly Logger $logger,
		private readonly Sleep $sleep,
	) {}

	public function register(): void {
		add_action( ActionSchedulerQueue::DOCTOR, [ $this, 'handle_doctor' ] );
	}

	/** @internal */
	public function handle_doctor(): void {
		try {
			$this->go_on( self::SECONDS );
		} catch ( \Throwable $error ) {
			$this->logger->error( 'The doctor could not go on.', [], $error );
		}
	}

	/**
	 * @param int $seconds after which no further step begins.
	 * @throws RemoteFailure while it is not known which account is connected.
	 */
	public function go_on( int $seconds ): Progress {
		$until = $this->clock->now()->getTimestamp() + $seconds;
		do {
			$progress = $this->doctor->step();
		} while ( $progress->state === Progress::GOES_ON && $this->clock->now()->getTimestamp() < $until );
		if ( in_array( $progress->state, [ Progress::GOES_ON, Progress::WAITS ], true ) ) {
			$this->leave( $progress );
		}
		return $progress;
	}

	/**
	 * To its end, or until nobody waits any longer.
	 *
	 * @param \Closure(Progress): void $tell
	 * @return bool it is left to the background.
	 * @throws RemoteFailure while it is not known which account is connected.
	 */
	public function wait_for_it( \Closure $tell ): bool {
		$waited = 0;
		do {
			$progress = $this->doctor->step();
			$tell( $progress );
			if ( $progress->state === Progress::WAITS ) {
				$waited += $progress->why === 'search' ? 0 : $progress->seconds;
				$this->sleep->milliseconds( 1000 * $progress->seconds );
			}
		} while (
			$progress->state === Progress::GOES_ON
			|| ( $progress->state === Progress::WAITS && $waited < self::PATIENCE )
		);
		return $progress->state === Progress::WAITS && $this->leave( $progress );
	}

	/** @return bool false where it could not be planned. */
	private function leave( Progress $progress ): bool {
		return $this->one_action->in_seconds( max( self::LATER, $progress->seconds ) );
	}
}
