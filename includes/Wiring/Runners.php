<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Webhooks\TakeEvent;
use OrderInvoicer\Network\Presence;
use OrderInvoicer\Network\SiteList;
use OrderInvoicer\WooCommerce\EventEndpoint;
use OrderInvoicer\WordPress\Queue\Heartbeat;
use OrderInvoicer\WordPress\Queue\RunnerEndpoint;
use OrderInvoicer\WordPress\Queue\Worker;

/** What wakes the engine: Action Scheduler, and the site itself after an order. */
final class Runners {

	public function __construct(
		private readonly Foundation $on,
		private readonly Engine $engine,
	) {
		$on->sql()->read_what_was_written();
	}

	/** @return list<object> all that Action Scheduler calls, each with register(). */
	public function scheduled(): array {
		return [
			new Worker(
				due: $this->engine->due_task_runner(),
				sweep: $this->engine->sweeper(),
				logger: $this->on->logger(),
				sql: $this->on->sql()
			),
			new Heartbeat( $this->on->clock ),
			new Presence( new SiteList(), $this->on->site(), $this->on->settings() ),
			$this->on->hourly_count(),
		];
	}

	public function endpoint(): RunnerEndpoint {
		return new RunnerEndpoint(
			runner: $this->engine->one_runner(),
			after_response: $this->on->after_response(),
			read_events: $this->read_events( ... ),
			sql: $this->on->sql()
		);
	}

	/** Where Sellsy sends events. */
	public function events(): EventEndpoint {
		return new EventEndpoint( fn (): TakeEvent => $this->engine->take_event() );
	}

	/** What fails is read by the pass. */
	private function read_events(): void {
		try {
			if ( $this->on->settings()->get()->talk_back->webhooks && $this->engine->work_gate()->is_open() ) {
				$this->engine->look_at_sellsy()->read_events();
			}
		} catch ( \Throwable $error ) {
			$this->on->logger()->error( 'An event could not be followed.', [], $error );
		}
	}
}
