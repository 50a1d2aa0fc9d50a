<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;

/**
 * The order that a row is about. A database that is read from copies of itself may be seconds or minutes behind, and
 * knows nothing of an order of a moment ago: it is gone once it was missing at two reads minutes apart.
 */
final class OrderOfTask {

	/** Fact: when it was missing first. */
	public const SINCE = 'since';

	/** Seconds between the two reads. */
	public const APART = 150;

	/**
	 * @param Task $task held by this runner.
	 * @throws RetryLater | SkipTask | NeedsAttention
	 */
	public static function read( Orders $orders, Task $task ): OrderSnapshot {
		return $orders->snapshot( $task->key->order_id ) ?? throw self::missing( $task );
	}

	/**
	 * The order, or what of it the row is about, was not there. Afterwards it is gone.
	 *
	 * @param Task $task held by this runner, since it was changed last.
	 * @return int since when it was missing.
	 * @throws RetryLater where it was not looked for minutes before.
	 */
	public static function look_twice( Task $task ): int {
		$now   = $task->updated_at->getTimestamp();
		$since = $task->problem?->is( ProblemCode::OrderNotFound ) === true
			? (int) ( $task->problem->facts[ self::SINCE ] ?? $now )
			: $now;
		if ( $now - $since < self::APART ) {
			$problem = new Problem( ProblemCode::OrderNotFound, [ self::SINCE => $since ] );
			throw new RetryLater( $problem, self::APART - ( $now - $since ) );
		}
		return $since;
	}

	/** @throws RetryLater */
	private static function missing( Task $task ): \RuntimeException {
		$facts = [ self::SINCE => self::look_twice( $task ) ];
		return self::left_something( $task )
			? NeedsAttention::because( ProblemCode::OrderGone, $facts )
			: new SkipTask( new Problem( ProblemCode::OrderGone, $facts ) );
	}

	/** What was sent for it may stand at Sellsy, and so does its draft: a person must look. */
	private static function left_something( Task $task ): bool {
		$effect = $task->key->effect;
		return $effect->makes_final()
			|| ( $effect->creates() !== null && $task->sent_at !== null );
	}
}
