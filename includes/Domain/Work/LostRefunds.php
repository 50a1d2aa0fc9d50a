<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\FollowUps\SavedOrders;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\System\Clock;

/**
 * A refund that is deleted over WooCommerce's REST fires no hook and saves no order. So each pass asks which of the
 * refunds that were credited are still there: the newest ones, and a page of those before, where the last pass stopped.
 * The order of one that is gone is looked at again, and says what is to be done: once a day at most, for the order may
 * be gone as well.
 */
final class LostRefunds {

	private const PAGE = 100;
	private const KIND = 'lost_refund';
	private const DAY  = 86400;

	/** In the place of a refund: the row at which a pass stopped; 0: it begins with the newest. */
	private const LAST = 'last';

	public function __construct(
		private readonly Ledger $ledger,
		private readonly SavedOrders $orders,
		private readonly RemoteIds $remote_ids,
		private readonly Clock $clock,
	) {}

	public function run(): void {
		$now  = $this->clock->now();
		$rows = $this->page( 0 );
		if ( isset( $rows[ self::PAGE - 1 ] ) ) {
			$more = $this->page( $this->remote_ids->known( self::KIND, self::LAST )['id'] ?? 0 );
			$rows = [ ...$rows, ...$more ];
			$this->remote_ids->remember( self::KIND, self::LAST, '', $more[ self::PAGE - 1 ]->id ?? 0 );
		}
		$rows = array_filter( $rows, static fn ( Task $task ): bool => $task->key->refund_id > 0 );
		$ids  = array_map( static fn ( Task $task ): int => $task->key->refund_id, array_values( $rows ) );
		$gone = $ids === [] ? [] : array_diff( $ids, $this->orders->are_there( $ids ) );
		foreach ( $rows as $row ) {
			if ( in_array( $row->key->refund_id, $gone, true ) ) {
				$this->look_at( $row, $now );
			}
		}
	}

	private function look_at( Task $task, \DateTimeImmutable $now ): void {
		$key = (string) $task->key->refund_id;
		$was = $this->remote_ids->known( self::KIND, $key )['id'] ?? 0;
		if ( $now->getTimestamp() - $was >= self::DAY ) {
			$this->ledger->follow( $task->key->order_id, $now );
			$this->remote_ids->remember( self::KIND, $key, '', $now->getTimestamp(), '', $task->key->order_id );
		}
	}

	/**
	 * @param int $below with a lower id; 0: the newest.
	 * @return list<Task>
	 */
	private function page( int $below ): array {
		$filter = new TaskFilter( states: [ TaskState::Done ], effects: [ Effect::CreateCreditNote ] );
		return $this->ledger->page( $filter->older_than( $below ), self::PAGE, 0 );
	}
}
