<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\RemoteIds\RemoteIdStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Randomness;

/**
 * One runner of this kind at a time: each order of a busy shop starts one, and they must not use up its PHP workers.
 * The one that runs looks again after it has let go, so that an order whose own runner found it busy is not forgotten.
 */
final class OneRunner {

	private const KIND  = 'lock';
	private const NAME  = 'runner';
	private const LEASE = 'PT2M';

	public function __construct(
		private readonly DueTaskRunner $due,
		private readonly Ledger $ledger,
		private readonly RemoteIdStore $remote_id_store,
		private readonly Clock $clock,
		private readonly Randomness $randomness,
	) {}

	public function run( int $seconds ): void {
		$until = $this->clock->now()->modify( "+$seconds seconds" );
		do {
			$now   = $this->clock->now();
			$token = $this->randomness->token();
			if ( ! $this->remote_id_store->claim(
				'',
				self::KIND,
				self::NAME,
				$token,
				$now,
				$now->add( new \DateInterval( self::LEASE ) )
			) ) {
				return;
			}
			try {
				$worked = $this->due->run( $until->getTimestamp() - $now->getTimestamp() );
			} finally {
				$this->remote_id_store->release( '', self::KIND, self::NAME, $token );
			}
		} while ( $worked > 0 && $this->clock->now() < $until && $this->ledger->due( $this->clock->now(), 1 ) !== [] );
	}
}
