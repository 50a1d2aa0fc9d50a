<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\SiteCopy;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\OrderBook\CountedRefunds;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;

/**
 * Inside the request that changes the order: decide, write all rows at once, wake a
 * runner. Nothing here talks to Sellsy.
 */
final class OrderEventHandler {

	/**
	 * The order of the last event, and what it asked for. `payment_complete` saves the order first: the payment's own
	 * hook then finds what the status change has opened, unless the payment asks for more.
	 */
	private string $opened = '';

	/** @param \Closure(): SiteCopy $site_copy asked once the shopper has the answer. */
	public function __construct(
		private readonly SettingsStore $settings,
		private readonly WorkflowSelector $selector,
		private readonly Ledger $ledger,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
		private readonly \Closure $site_copy,
	) {}

	public function for_event( OrderEvent $event ): void {
		$settings = $this->settings->get();
		if ( ! $settings->is_at_work() ) {
			return;
		}
		$keys  = $this->keys( $event, $settings );
		$asked = implode(
			' ',
			[ $event->order_id, ...array_map( static fn ( TaskKey $key ): string => $key->effect->value, $keys ) ]
		);
		$is_opened = $asked === $this->opened;
		if ( $event->kind === OrderEvent::PAYMENT && $is_opened ) {
			return;
		}
		$now = $this->clock->now();
		$id  = $this->heard( $event, $now ) ?? ( $is_opened ? null : $this->ledger->open_all( $keys, $now ) );
		if ( $id !== null ) {
			$this->wake( $id, $asked );
			return;
		}
		// Other code may change the order once more in this request.
		$this->queue->once_answered(
			"follow $event->order_id",
			fn () => $this->follow( $event, $is_opened ? $keys : [], $asked )
		);
	}

	/** @param list<TaskKey> $keys rows that were opened before, and may be over by now. */
	private function follow( OrderEvent $event, array $keys, string $asked ): void {
		$now = $this->clock->now();
		$id  = $this->ledger->open_all( $keys, $now )
			?? $this->ledger->follow( $event->order_id, $now )
			?? ( $event->parent_id > 0 ? $this->ledger->follow( $event->parent_id, $now ) : null );
		if ( $id !== null ) {
			$this->wake( $id, $asked );
		}
	}

	private function wake( int $id, string $asked ): void {
		$this->opened = $asked;
		$this->queue->wake( $id );
		$this->queue->once_answered( 'copy', fn () => ( $this->site_copy )()->note() );
	}

	/**
	 * A refund that is really made has a row of its own, which looks after the order: by that row every runner knows
	 * that it counts.
	 */
	private function heard( OrderEvent $event, \DateTimeImmutable $now ): ?int {
		if ( $event->refund_id > 0 && $this->is_invoiced_elsewhere( $event ) ) {
			// A credit note is due, which a person makes: its row says so.
			$this->ledger->open(
				new TaskKey( $event->order_id, Effect::CreateCreditNote, $event->refund_id ),
				$now
			);
		}
		return $event->refund_id > 0
			? $this->ledger->open( CountedRefunds::heard( $event->order_id, $event->refund_id ), $now )
			: null;
	}

	/** By another tool, such as the one that this shop had before. */
	private function is_invoiced_elsewhere( OrderEvent $event ): bool {
		if ( ( $event->urls[ DocumentKind::Invoice->value ] ?? '' ) === '' ) {
			return false;
		}
		$row = $this->ledger->find_by_key( new TaskKey( $event->order_id, Effect::CreateInvoice ) );
		return $row === null || $row->outcome === Outcome::Elsewhere;
	}

	/**
	 * What a hook would have opened, had it been heard: the plugin was being updated, or something else failed before
	 * it. Rows that are there stay as they are, but for those that were left out because the order had moved back, or
	 * no rule took it.
	 */
	public function catch_up( OrderEvent $event ): void {
		$settings = $this->settings->get();
		foreach ( $settings->is_at_work() ? $this->keys( $event, $settings ) : [] as $key ) {
			$now = $this->clock->now();
			$id  = $this->ledger->open( $key, $now ) ?? $this->reopen( $key, $now );
			if ( $id !== null ) {
				$this->queue->wake( $id );
			}
		}
	}

	/** @return list<TaskKey> what the settings ask for of an order as it stands, whenever they were switched on. */
	public function asked_for( OrderEvent $event ): array {
		$settings = $this->settings->get();
		return $settings->is_at_work() ? $this->keys( $event, $settings, true ) : [];
	}

	private function reopen( TaskKey $key, \DateTimeImmutable $now ): ?int {
		$reopen = static fn ( Task $task ): ?TaskChange => $task->rests( Outcome::NotTriggered, Outcome::NoRule )
			? TaskTransitions::reopened( $task, $now, $task->parent_id, false )
			: null;
		return FreshTask::change( $this->ledger, $key, $reopen );
	}

	/** @return list<TaskKey> */
	private function keys( OrderEvent $event, Settings $settings, bool $by_person = false ): array {
		$keys = [];
		foreach ( $event->kind === OrderEvent::REFUNDED ? [] : DocumentKind::of_orders() as $kind ) {
			$workflow = $settings->workflow( $kind );
			$facts    = $this->facts( $event, $kind );
			if (
				$this->selector->on_event( $workflow, $facts ) === null
				&& ( $by_person || ! $this->selector->is_before( $workflow, $facts ) )
			) {
				$keys[] = new TaskKey( $event->order_id, Effect::create( $kind ) );
			}
		}
		return $keys;
	}

	/** What the event says about that kind of document. */
	public function facts( OrderEvent $event, DocumentKind $kind ): OrderFacts {
		return new OrderFacts(
			status: $event->to,
			paid_statuses: $event->is_paid ? [ $event->to ] : [],
			payment_complete: $event->kind === OrderEvent::PAYMENT,
			has_date_paid: $event->has_date_paid,
			created_day: $this->clock->day_of( $event->created_at ),
			foreign_url: $event->urls[ $kind->value ] ?? '',
			is_shipped: $event->is_shipped,
			rule: $this->settings->get()->rule_for( $kind, $event->traits ),
			moments: $event->moments,
		);
	}
}
