<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\RemoteIds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Randomness;

/** One process at a time, for what has no row of the ledger to be claimed. */
final class Turn {

	private const KIND = 'lock';

	/** Longer than e-mails, stock and other code take: one that dies holds the others up no longer. */
	private const LEASE = 'PT5M';

	public function __construct(
		private readonly RemoteIdStore $remote_id_store,
		private readonly Clock $clock,
		private readonly Randomness $randomness,
	) {}

	/**
	 * @param string           $name   of what is done.
	 * @param \Closure(): void $work   asks again whether it still is to be done.
	 * @return bool false: another process is at it, and nothing was done.
	 */
	public function take( string $name, \Closure $work ): bool {
		$now   = $this->clock->now();
		$token = $this->randomness->token();
		$until = $now->add( new \DateInterval( self::LEASE ) );
		if ( ! $this->remote_id_store->claim( '', self::KIND, $name, $token, $now, $until ) ) {
			return false;
		}
		try {
			$work();
		} finally {
			$this->remote_id_store->release( '', self::KIND, $name, $token );
		}
		return true;
	}
}
