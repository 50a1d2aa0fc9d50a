<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\FollowUps\OrderEventHandler;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;

/** What a shopper's or an owner's request changes of an order. Needs little: that request reads no more than this. */
final class OrderEventsModule {

	public readonly OrderEventHandler $order_event_handler;

	public function __construct( Ports $ports ) {
		$this->order_event_handler = new OrderEventHandler(
			$ports->settings(),
			new WorkflowSelector(),
			$ports->ledger(),
			$ports->queue(),
			$ports->clock()
		);
	}
}
