<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\TalkBack;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\RemoteIds\RemoteIdStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Randomness;

/**
 * One process at a time changes an order because of Sellsy: two that saw the same payment would both let it become paid.
 */
final class OrderTurn {

	private const KIND = 'lock';

	/** Longer than e-mails, stock and other code take: one that dies holds the order up no longer. */
	private const LEASE = 'PT5M';

	public function __construct(
		private readonly RemoteIdStore $locks,
		private readonly Clock $clock,
		private readonly Randomness $randomness,
	) {}

	/**
	 * @param \Closure(): void $change asks again whether the order still is as it was.
	 * @return bool false: another process is at it, and nothing was done.
	 */
	public function take( int $order_id, \Closure $change ): bool {
		$now   = $this->clock->now();
		$token = $this->randomness->token();
		$until = $now->add( new \DateInterval( self::LEASE ) );
		if ( ! $this->locks->claim( '', self::KIND, "order:$order_id", $token, $now, $until ) ) {
			return false;
		}
		try {
			$change();
		} finally {
			$this->locks->release( '', self::KIND, "order:$order_id", $token );
		}
		return true;
	}
}
