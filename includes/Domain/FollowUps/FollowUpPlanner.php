<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Backup\OpenedElsewhere;
use OrderInvoicer\Domain\Emails\ShopEmails;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Origin;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\OrderBook\OrderStanding;
use OrderInvoicer\Domain\Sales\SaleOrders;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;

/** What an order and its documents, as they stand now, ask for. Nothing is asked of Sellsy. */
final class FollowUpPlanner {

	/** @param list<FollowRule> $rules */
	public function __construct(
		private readonly array $rules,
		private readonly SaleOrders $orders,
		private readonly SettingsStore $settings,
		private readonly ShopEmails $emails,
		private readonly Ledger $ledger,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
		private readonly OpenedElsewhere $elsewhere,
	) {}

	/**
	 * @param Origin $origin whether an order of today or a back-fill led here: what follows stands in the same queue.
	 */
	public function open( int $order_id, Origin $origin = new Origin() ): void {
		$order = $this->orders->snapshot( $order_id );
		if ( $order === null ) {
			return;
		}
		$standing = new OrderStanding(
			order: $order,
			refunds: $this->orders->refunds( $order_id ),
			rows: $this->ledger->for_order( $order_id ),
			settings: $this->settings->get(),
			now: $this->clock->now(),
			emails_since: $this->emails->since()
		);
		$to_come  = $this->orders->to_come( $order_id ); // Before anything is written: as the others were read.
		$told_by  = $this->orders->told_by( $order );
		$wanted   = [];
		foreach ( $this->rules as $rule ) {
			array_push( $wanted, ...$rule->follow_ups( $standing ) );
		}
		$this->open_rows( $wanted, $standing->rows, $origin );
		$this->elsewhere->refunds( $order_id, $standing->refunds );
		foreach ( $to_come as [ $key, $due_at ] ) {
			$this->open_row( new FollowUp( key: $key, parent_id: 0, due_at: $due_at, again: true ), $origin );
		}
		foreach ( $told_by as $other_id ) {
			$this->open( $other_id, $origin );
		}
	}

	/**
	 * Those that are new and due in one statement.
	 *
	 * @param list<FollowUp> $wanted
	 * @param list<Task>     $rows   of the order.
	 */
	private function open_rows( array $wanted, array $rows, Origin $origin ): void {
		$now    = $this->clock->now();
		$keys   = array_column( $rows, 'key' );
		$is_new = static fn ( FollowUp $one ): bool =>
			( $one->due_at ?? $now ) <= $now && array_filter( $keys, $one->key->is( ... ) ) === [];
		$row    = static fn ( FollowUp $one ): array =>
			[ $one->key, $one->due_at ?? $now, $one->parent_id, $one->asked ];
		$new    = array_filter( $wanted, $is_new );
		if ( count( $new ) > 1 ) {
			[ $are_open, $id ] = $this->ledger->open_several( array_map( $row, array_values( $new ) ), $origin );
			if ( $id !== null ) {
				$this->queue->wake( $id );
			}
			$wanted = $are_open ? array_diff_key( $wanted, $new ) : $wanted;
		}
		foreach ( $wanted as $one ) {
			$this->open_row( $one, $origin );
		}
	}

	/** A row that was left out, or that stopped because the document before was gone, starts again. */
	private function open_row( FollowUp $follow_up, Origin $origin ): void {
		$now    = $this->clock->now();
		$due    = $follow_up->due_at ?? $now;
		$reopen = static fn ( Task $task ): ?TaskChange =>
			TaskTransitions::reopened( $task, $due, $follow_up->parent_id, $follow_up->again );
		$id     = $this->ledger->open( $follow_up->key, $due, $follow_up->parent_id, $follow_up->asked, $origin )
			?? FreshTask::change( $this->ledger, $follow_up->key, $reopen );
		if ( $id !== null && $due <= $now ) {
			$this->queue->wake( $id );
		}
	}
}
