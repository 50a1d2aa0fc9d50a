<?php
declare( strict_types=1 );

namespace OrderInvoicer\Composition;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Application\CatchUp;
use OrderInvoicer\Application\FinishEffect;
use OrderInvoicer\Application\FollowOrder;
use OrderInvoicer\Application\NoticeEdits;
use OrderInvoicer\Application\OpenFollowUps;
use OrderInvoicer\Application\OpenSyncs;

/** Orders that changed, told by a hook or not. */
final class Edits {

	public function __construct(
		private readonly Foundation $on,
		private readonly OpenSyncs $open,
		private readonly OpenFollowUps $follow_ups,
	) {}

	public function notice(): NoticeEdits {
		return new NoticeEdits( $this->on->saved_orders(), $this->catch_up(), $this->follow_ups, $this->on->ledger(), $this->on->edits_seen(), $this->on->clock );
	}

	public function follow( FinishEffect $finish ): FollowOrder {
		return new FollowOrder( $this->follow_ups, $this->catch_up(), $finish );
	}

	private function catch_up(): CatchUp {
		return new CatchUp( $this->on->order_events(), $this->open, $this->on->ledger(), $this->on->clock, $this->on->logger() );
	}
}
