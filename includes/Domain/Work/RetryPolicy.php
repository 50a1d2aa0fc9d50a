<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

/** When a task that failed without a proper answer is tried again. */
final class RetryPolicy {

	/** Seconds after the first, second, … try. */
	private const DELAYS = [ 60, 300, 1800, 7200, 21600, 86400 ];

	/** Of the delay, so that rows that failed together do not come back together. */
	public const MAX_JITTER_PERCENT = 20;

	/**
	 * @param int $attempt        the try that failed, from 1.
	 * @param int $jitter_percent 0 to MAX_JITTER_PERCENT.
	 * @return int|null seconds, null when the tries are used up.
	 */
	public function delay( int $attempt, int $jitter_percent ): ?int {
		$delay = self::DELAYS[ $attempt - 1 ] ?? null;
		return $delay === null
			? null
			: $delay + intdiv( $delay * min( $jitter_percent, self::MAX_JITTER_PERCENT ), 100 );
	}

	/** True when not even a try is left: runners die without a word on this row. */
	public function is_used_up( int $attempt ): bool {
		return $attempt > count( self::DELAYS ) + 1;
	}
}
