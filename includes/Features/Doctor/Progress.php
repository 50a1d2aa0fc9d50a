<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor;

defined( 'ABSPATH' ) || exit;

/** What came of one step of a run. */
final class Progress {

	/** Another step may follow at once. */
	public const GOES_ON = 'goes-on';
	/** Another step may follow after some seconds. */
	public const WAITS = 'waits';
	/** The run cannot go on now. It may be taken up again later. */
	public const STOPPED = 'stopped';
	public const OVER    = 'over';

	/**
	 * @param string $why     a code: what it waits for, or was stopped by. Empty for the others.
	 * @param int    $seconds until the next step.
	 * @param int    $done    of the trials of this run.
	 */
	private function __construct(
		public readonly string $state,
		public readonly string $why = '',
		public readonly int $seconds = 0,
		public readonly int $done = 0,
		public readonly int $all = 0,
	) {}

	public static function goes_on(): self {
		return new self( self::GOES_ON );
	}

	public static function waits( string $why, int $seconds ): self {
		return new self( state: self::WAITS, why: $why, seconds: max( 1, $seconds ) );
	}

	public static function stopped( string $why ): self {
		return new self( self::STOPPED, $why );
	}

	public static function over(): self {
		return new self( self::OVER );
	}

	public function of( int $done, int $all ): self {
		return new self( state: $this->state, why: $this->why, seconds: $this->seconds, done: $done, all: $all );
	}
}
