<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Sync\Sync;

/** The order changed: whatever its documents need now is opened as rows of their own. */
final class FollowOrder implements EffectWork {

	public function __construct(
		private readonly OpenFollowUps $follow_ups,
		private readonly FinishEffect $finish,
	) {}

	public function run( Sync $sync ): void {
		$this->follow_ups->open( $sync->key->order_id );
		$this->finish->done( $sync );
	}
}
