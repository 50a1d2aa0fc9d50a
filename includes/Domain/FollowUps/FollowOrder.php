<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\EffectWork;
use OrderInvoicer\Domain\Ledger\FinishEffect;
use OrderInvoicer\Domain\Ledger\Sync;

/**
 * The order changed: whatever its documents need now is opened as rows of their own. A row of that part catches up with an
 * order that the pass could not read.
 */
final class FollowOrder implements EffectWork {

	public function __construct(
		private readonly OpenFollowUps $follow_ups,
		private readonly CatchUp $catch_up,
		private readonly FinishEffect $finish,
	) {}

	public function run( Sync $sync ): void {
		match ( $sync->key->part ) {
			CatchUp::LATER => $this->catch_up->with_order( $sync->key->order_id ),
			default        => $this->follow_ups->open( $sync->key->order_id ),
		};
		$this->finish->done( $sync );
	}
}
