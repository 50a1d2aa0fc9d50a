<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Randomness;

/**
 * Somebody made the invoice of an order from its proforma in Sellsy. The order's own invoice needs a person from then
 * on, whatever becomes of the order: the sale would have two.
 */
final class HoldInvoice {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly OrderLinks $orders,
		private readonly Clock $clock,
		private readonly Randomness $randomness,
	) {}

	/**
	 * An invoice was made here, needs a person, or will be made later. One that is due or in work is waited for. One
	 * that a person linked is the one from Sellsy.
	 */
	public function is_begun( int $order_id ): bool {
		$row = $this->ledger->find_by_key( self::key( $order_id ) );
		return $row !== null && ! $row->is_linked() && match ( $row->state ) {
			TaskState::Done      => true,
			TaskState::Attention => ! $row->asks( ProblemCode::ProformaInvoiced ),
			TaskState::Queued    => $row->due_at > $this->clock->now(),
			TaskState::Skipped   => $row->has_cancelled_document(),
			default              => false,
		};
	}

	/**
	 * Of an order whose invoice was not begun.
	 *
	 * @param string $proforma number of the one that an invoice was made of.
	 * @return bool false: another process has the row, or is about to; this is to be done again.
	 */
	public function hold( int $order_id, string $proforma ): bool {
		$problem = new Problem( ProblemCode::ProformaInvoiced, [ 'number' => $proforma ] );
		$row     = $this->ledger->find_by_key( self::key( $order_id ) );
		if ( $row?->is_left_to_people() === true || $row?->is_linked() === true ) {
			return true; // Somebody said so already.
		}
		if ( $row?->asks( ProblemCode::ProformaInvoiced ) === true ) {
			return true; // And told by whoever held it: each try comes by here.
		}
		$is_stopped = $this->stop( self::key( $order_id ), $problem );
		if ( $is_stopped ) {
			$this->orders->note_problem( $order_id, $problem );
		}
		return $is_stopped;
	}

	private function stop( TaskKey $key, Problem $problem ): bool {
		$now   = $this->clock->now();
		$again = static fn ( Task $left ): ?TaskChange => $left->state === TaskState::Skipped
			? TaskTransitions::reopened( $left, $now, $left->parent_id, false )
			: null;
		$id    = $this->ledger->open( $key, $now ) ?? FreshTask::change( $this->ledger, $key, $again );
		$until = $now->add( new \DateInterval( Task::LEASE ) );
		$held  = $id === null ? null : $this->ledger->claim( $id, $now, $this->randomness->token(), $until );
		return $held !== null && $this->ledger->save( TaskTransitions::stopped( $held, $problem ) );
	}

	private static function key( int $order_id ): TaskKey {
		return new TaskKey( $order_id, Effect::CreateInvoice );
	}
}
