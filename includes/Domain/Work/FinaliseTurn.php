<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\RemoteIds\RemoteIdStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Randomness;

/**
 * The turn to make documents final, for as long as a runner runs. That runner works through all documents that wait for
 * it; the other runners leave them alone. Making a document final still claims a lock of its own, because a person's
 * request does not come through here.
 */
final class FinaliseTurn {

	private const KIND = 'lock';
	private const NAME = 'finalise';

	/** Longer than the run, for the task that it is at when its time is up. */
	private const LONGER = 'PT2M';

	public function __construct(
		private readonly RemoteIdStore $links,
		private readonly Clock $clock,
		private readonly Randomness $randomness,
	) {}

	/**
	 * A token where it is this runner's now, else empty.
	 *
	 * @param \DateTimeImmutable $until the end of the run: one that dies holds up the others no longer than need be.
	 */
	public function take( \DateTimeImmutable $until ): string {
		$now   = $this->clock->now();
		$token = $this->randomness->token();
		return $this->links->claim(
			'',
			self::KIND,
			self::NAME,
			$token,
			$now,
			$until->add( new \DateInterval( self::LONGER ) )
		)
			? $token
			: '';
	}

	public function release( string $token ): void {
		$this->links->release( '', self::KIND, self::NAME, $token );
	}
}
