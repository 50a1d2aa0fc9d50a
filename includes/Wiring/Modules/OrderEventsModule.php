<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\SiteCopy;
use OrderInvoicer\Domain\Emails\HoldEmail;
use OrderInvoicer\Domain\FollowUps\OrderEventHandler;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;

/** What a shopper's or an owner's request changes of an order. Needs little: that request reads no more than this. */
final class OrderEventsModule {

	public readonly OrderEventHandler $order_event_handler;

	public function __construct( private readonly Ports $ports ) {
		$this->order_event_handler = new OrderEventHandler(
			$ports->settings(),
			new WorkflowSelector(),
			$ports->ledger(),
			$ports->queue(),
			$ports->clock(),
			new SiteCopy( $ports->site(), $ports->pauses(), $ports->clock() )
		);
	}

	/** Made when an e-mail is about to leave. */
	public function hold_email(): HoldEmail {
		return new HoldEmail(
			$this->ports->settings(),
			$this->ports->ledger(),
			$this->ports->background_work(),
			$this->ports->queue(),
			$this->ports->clock()
		);
	}
}
