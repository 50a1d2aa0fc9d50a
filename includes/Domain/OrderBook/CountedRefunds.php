<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\System\Clock;

/**
 * The shop's orders with the refunds that count. WooCommerce stores a refund before it asks the gateway, and deletes it
 * when the gateway refuses: until then no arithmetic may know of it. A refund counts once its hook was heard, which the
 * ledger keeps, or once it is old: refunds made by other code or an import fire no hook.
 */
final class CountedRefunds implements Orders {

	/** Longer than any gateway takes to answer. */
	private const AGE = '15 minutes';

	/** Part of the row that wakes the order when a refund is old enough. */
	private const WAITS = 'refund:';

	public function __construct(
		private readonly Orders $stored_orders,
		private readonly Ledger $ledger,
		private readonly Clock $clock,
	) {}

	/** Of the row that says that WooCommerce has made the refund; it looks after the order too. */
	public static function heard( int $order_id, int $refund_id ): TaskKey {
		return new TaskKey( $order_id, Effect::FollowOrder, $refund_id );
	}

	public function snapshot( int $order_id ): ?OrderSnapshot {
		return $this->stored_orders->snapshot( $order_id );
	}

	public function snapshots( array $order_ids ): array {
		return $this->stored_orders->snapshots( $order_ids );
	}

	public function children( int $order_id ): array {
		return $this->stored_orders->children( $order_id );
	}

	public function refunds( int $order_id ): array {
		return $this->split( $order_id )[0];
	}

	/**
	 * Rows that look at the order again as soon as a refund counts that nobody was told of.
	 *
	 * @return list<array{TaskKey, \DateTimeImmutable}> key, and when it is due.
	 */
	public function to_come( int $order_id ): array {
		$rows = [];
		foreach ( $this->split( $order_id )[1] as $refund ) {
			$key    = new TaskKey(
				order_id: $order_id,
				effect: Effect::FollowOrder,
				part: self::WAITS . $refund->id
			);
			$rows[] = [ $key, self::counts_at( $refund ) ];
		}
		return $rows;
	}

	/** @return array{list<RefundSnapshot>, list<RefundSnapshot>} those that count, and the others; oldest first. */
	private function split( int $order_id ): array {
		$refunds = $this->stored_orders->refunds( $order_id );
		$young   = array_filter( $refunds, $this->is_young( ... ) );
		$known   = $young === [] ? [] : $this->known( $order_id );
		$to_come = array_filter(
			$young,
			static fn ( RefundSnapshot $refund ): bool => ! isset( $known[ $refund->id ] )
		);
		return [ array_values( array_diff_key( $refunds, $to_come ) ), array_values( $to_come ) ];
	}

	private function is_young( RefundSnapshot $refund ): bool {
		return self::counts_at( $refund ) > $this->clock->now();
	}

	/** @return array<int, int> refunds that the ledger has rows of, by id: one that was credited goes on counting. */
	private function known( int $order_id ): array {
		return array_flip(
			array_map( static fn ( Task $task ): int => $task->key->refund_id, $this->ledger->for_order( $order_id ) )
		);
	}

	private static function counts_at( RefundSnapshot $refund ): \DateTimeImmutable {
		return $refund->stored_at->modify( '+' . self::AGE );
	}
}
