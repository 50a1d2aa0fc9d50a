<?php

declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Queue;

defined( 'ABSPATH' ) || exit;

/** How the five-minute pass stands: one answer for every screen. */
enum PassState: string {

	case OnTime  = 'on_time';
	case First   = 'first'; // None yet, and it is not overdue.
	case Late    = 'late';
	case Stopped = 'stopped';
	case Missing = 'missing'; // Nothing is planned.

	/** Three passes that did not come; a quiet shop with nothing but WP-Cron may miss some at night. */
	private const LATE = '-15 minutes';
	private const GONE = '-2 hours';

	/** Where none has been, the time since which there could have been one counts. */
	private const EVERY = '-5 minutes';

	/**
	 * @param \DateTimeImmutable|null $last when one ran.
	 * @param \DateTimeImmutable|null $next when one is planned; in the past where it is overdue.
	 */
	public static function from_times(
		?\DateTimeImmutable $last,
		?\DateTimeImmutable $next,
		\DateTimeImmutable $now,
	): self {
		if ( $next === null ) {
			return self::Missing;
		}
		$since = $last ?? $next->modify( self::EVERY );
		return match ( true ) {
			$since > $now->modify( self::LATE ) => $last === null ? self::First : self::OnTime,
			$since > $now->modify( self::GONE ) => self::Late,
			default                             => self::Stopped,
		};
	}
}
