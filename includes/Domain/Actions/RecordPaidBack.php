<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Order\Day;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Refunds\ToldPayBack;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\TaskRunner;

/**
 * A person says that the money of a refund has left: on which day, and by which way to pay. It is recorded on the
 * refund's credit note, whatever the settings say.
 */
final class RecordPaidBack {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Orders $orders,
		private readonly SettingsStore $settings,
		private readonly ToldPayBack $told,
		private readonly TaskRunner $task_runner,
		private readonly Clock $clock,
	) {}

	/**
	 * A final credit note of ours, whose money nobody has recorded. One that a person linked is theirs.
	 *
	 * @param list<Task> $rows of the order.
	 */
	public static function is_offered( Task $credit, array $rows ): bool {
		if (
			$credit->key->effect !== Effect::CreateCreditNote
			|| $credit->key->refund_id === 0
			|| $credit->state !== TaskState::Done
			|| $credit->remote_number === ''
			|| $credit->is_linked()
		) {
			return false;
		}
		foreach ( $rows as $row ) {
			if ( $row->key->is( self::key( $credit ) ) ) {
				return in_array( $row->state, [ TaskState::Attention, TaskState::Skipped ], true )
					&& ! $row->is_left_to_people();
			}
		}
		return true;
	}

	/** TTC of the refund, which would be recorded; null where it is not offered (any more). */
	public function total( int $credit_id ): ?string {
		$credit = $this->ledger->find( $credit_id );
		if ( $credit === null || ! self::is_offered( $credit, $this->ledger->for_order( $credit->key->order_id ) ) ) {
			return null;
		}
		$order  = $this->orders->snapshot( $credit->key->order_id );
		$amount = null;
		foreach ( $this->orders->refunds( $credit->key->order_id ) as $refund ) {
			$amount = $refund->id === $credit->key->refund_id ? $refund->amount : $amount;
		}
		return $order === null || $amount === null ? null : $order->currency->rounded_text( $amount );
	}

	/**
	 * @param int    $credit_id the credit note's row.
	 * @param string $day       `Y-m-d`, from the order's day until today.
	 * @param string $gateway   one that has a payment method of Sellsy.
	 * @return Task|null the row after the try; null where it is not offered (any more): nothing is changed.
	 */
	public function record( int $credit_id, string $day, string $gateway ): ?Task {
		$credit = $this->ledger->find( $credit_id );
		$method = $this->settings->get()->payments->method_of( $gateway );
		if (
			$credit === null
			|| $method === null
			|| ! Day::exists( $day )
			|| ! $this->is_possible( $day, $credit->key->order_id )
			|| ! self::is_offered( $credit, $this->ledger->for_order( $credit->key->order_id ) )
		) {
			return null;
		}
		// First: once the row is due, any runner may take it.
		$this->told->tell( $credit->key->refund_id, $day, $method );
		$now   = $this->clock->now();
		$again = static fn ( Task $task ): ?TaskChange =>
			TaskTransitions::due_again( $task, $now, true, by_hand: true );
		$id    = FreshTask::ask( $this->ledger, self::key( $credit ), $now, $credit->id, $again );
		$this->task_runner->process( $id );
		return $this->ledger->find( $id );
	}

	private function is_possible( string $day, int $order_id ): bool {
		$order = $this->orders->snapshot( $order_id );
		return $order !== null
			&& $day >= $this->clock->day_of( $order->created_at )
			&& $day <= $this->clock->today();
	}

	private static function key( Task $credit ): TaskKey {
		return new TaskKey( $credit->key->order_id, Effect::PayBack, $credit->key->refund_id );
	}
}
