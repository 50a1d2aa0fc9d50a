<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\FollowUps\CatchUp;
use OrderInvoicer\Domain\FollowUps\FollowOrder;
use OrderInvoicer\Domain\FollowUps\MissedEventScanner;
use OrderInvoicer\Domain\FollowUps\FollowUpPlanner;
use OrderInvoicer\Domain\FollowUps\OrderEventHandler;
use OrderInvoicer\Domain\Ledger\CompleteTask;

/** Orders that changed, told by a hook or not. */
final class Edits {

	public function __construct(
		private readonly Foundation $on,
		private readonly OrderEventHandler $open,
		private readonly FollowUpPlanner $follow_ups,
	) {}

	public function notice(): MissedEventScanner {
		return new MissedEventScanner( $this->on->saved_orders(), $this->catch_up(), $this->follow_ups, $this->on->ledger(), $this->on->edits_seen(), $this->on->clock );
	}

	public function follow( CompleteTask $finish ): FollowOrder {
		return new FollowOrder( $this->follow_ups, $this->catch_up(), $finish );
	}

	private function catch_up(): CatchUp {
		return new CatchUp( $this->on->order_events(), $this->open, $this->on->ledger(), $this->on->clock, $this->on->logger() );
	}
}
