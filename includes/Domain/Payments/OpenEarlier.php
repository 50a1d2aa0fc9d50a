<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Origin;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\PaidPart;
use OrderInvoicer\Domain\System\Clock;

/** A person has a payment of before recorded: also one that waited when recording was switched off. */
final class OpenEarlier {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Clock $clock,
	) {}

	/**
	 * @param string $part as the key has it.
	 * @return int|null its row; null where it is left to people.
	 */
	public function open( int $order_id, string $part, int $invoice_id ): ?int {
		$key    = new TaskKey( order_id: $order_id, effect: Effect::RecordPayment, refund_id: 0, part: $part );
		$now    = $this->clock->now();
		$origin = Origin::earlier_payments();
		$opened = $this->ledger->open( $key, $now, $invoice_id, true, $origin );
		if ( $opened !== null ) {
			return $opened;
		}
		$change = fn ( \Closure $rule ): ?int => FreshTask::change( $this->ledger, $key, $rule );
		$change( static fn ( Task $task ): ?TaskChange => TaskTransitions::backfilled( $task, $origin, $now ) );
		$change(
			static fn ( Task $task ): ?TaskChange => TaskTransitions::reopened( $task, $now, $invoice_id, false )
		);
		return $change(
			static fn ( Task $task ): ?TaskChange => TaskTransitions::due_again( $task, $now, asked: true )
		);
	}

	/** The gateway's was asked for, and others have paid it all. */
	public function open_parts( OrderSnapshot $order, int $invoice_id ): void {
		foreach ( PaidPart::all_of( $order ) as $part ) {
			$this->open( $order->id, $part->key, $invoice_id );
		}
	}
}
