<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

/**
 * How many calls Sellsy still allows in this minute, and how many of them a back-fill may use: all but a reserve for
 * the orders of today, spread over the minute. Sellsy does not say when its minute begins. It shows when more calls are
 * left than before.
 *
 * @assumes minute-turns-at-once
 */
final class MinuteQuota {

	/** Calls a minute that a back-fill never takes: three orders of today. */
	public const RESERVE = 15;

	/**
	 * Calls that one row of a back-fill may need: it begins with as many left, so that it does not eat into the
	 * reserve.
	 */
	private const ROW = 10;

	private const MINUTE = 60_000;

	/** A back-fill is to be through with its part before the minute ends: whatever is left then is lost. */
	private const EARLY = 15_000;

	/**
	 * @param int                     $left      calls, after the last answer.
	 * @param \DateTimeImmutable      $at        of that answer.
	 * @param int                     $most      calls that were left when the minute was first seen.
	 * @param \DateTimeImmutable|null $turned_at when it was first seen, which may be later than it began; null where no
	 *                                           turn was seen.
	 */
	public function __construct(
		public readonly int $left,
		public readonly \DateTimeImmutable $at,
		public readonly int $most,
		public readonly ?\DateTimeImmutable $turned_at = null,
	) {}

	/** The next answer's. A turn gives back all at once, a window that slides a few at a time. */
	public function then( int $left, \DateTimeImmutable $at ): self {
		$more = $left - $this->left;
		return $more > 0 && ( $more >= self::ROW || $left >= $this->most )
			? new self( left: $left, at: $at, most: $left, turned_at: $at )
			: new self( left: $left, at: $at, most: $this->most, turned_at: $this->turned_at );
	}

	/**
	 * Milliseconds until a back-fill may begin its next row; 0: now. Where no turn was seen, the minute after the
	 * answer counts.
	 */
	public function wait( \DateTimeImmutable $now ): int {
		if ( $this->is_over( $now ) ) {
			return 0;
		}
		$since  = self::between( $this->turned_at ?? $this->at, $now );
		$minute = intdiv( $since, self::MINUTE );
		if ( $this->left - self::RESERVE < self::ROW ) {
			return self::MINUTE - $since % self::MINUTE;
		}
		return $this->turned_at === null || $minute > 0 ? 0 : max( 0, $this->due_after() - $since );
	}

	/** One more call leaves the orders of today their reserve. */
	public function leaves_reserve( \DateTimeImmutable $now ): bool {
		return $this->left > self::RESERVE || $this->is_over( $now );
	}

	/** What the answer said was of a minute that is over. */
	private function is_over( \DateTimeImmutable $now ): bool {
		$since = $this->turned_at ?? $this->at;
		$asked = intdiv( self::between( $since, $this->at ), self::MINUTE );
		return intdiv( self::between( $since, $now ), self::MINUTE ) > $asked;
	}

	/** Milliseconds of the minute after which what is left is no longer more than it ought to be, evenly spent. */
	private function due_after(): int {
		$spent = $this->most - $this->left;
		$all   = max( 1, $this->most - self::RESERVE );
		return intdiv( ( self::MINUTE - self::EARLY ) * $spent, $all ) - self::EARLY;
	}

	private static function between( \DateTimeImmutable $earlier, \DateTimeImmutable $later ): int {
		return self::milliseconds( $later ) - self::milliseconds( $earlier );
	}

	private static function milliseconds( \DateTimeImmutable $moment ): int {
		return $moment->getTimestamp() * 1000 + intdiv( (int) $moment->format( 'u' ), 1000 );
	}
}
