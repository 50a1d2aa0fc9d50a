<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\StorageRefused;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\LossTransitions;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\Seen\PaidOrders;
use OrderInvoicer\Domain\Seen\SeenDocuments;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\PassPart;
use OrderInvoicer\Domain\Work\PassTurn;

/**
 * Earlier releases took an order for paid that came into a paid status because its proforma was accepted. Once after
 * the update these are looked for, a page in each pass: from then on they count as accepted. A person is told of all
 * together, of those whose payment was recorded apart.
 */
final class AcceptedBefore implements PassPart {

	private const KIND = 'done_once';
	private const KEY  = 'accepted_before';
	private const PAGE = 50;

	/** An order that cannot be read or told of the first time is looked at once more when all others were. */
	private const FIRST  = 'at';
	private const BROKEN = 'at, some broken';
	private const AGAIN  = 'again at';
	private const DONE   = 'done';

	/** Of the orders, so many are named. */
	private const NAMED = 20;

	/** For a row that was worked on in the second in which the order was saved. */
	private const AROUND = '60 seconds';

	public function __construct(
		private readonly Ledger $ledger,
		private readonly PaidOrders $paid_orders,
		private readonly SeenDocuments $seen,
		private readonly OrderLinks $orders,
		private readonly RemoteIds $remote_ids,
		private readonly Clock $clock,
	) {}

	public function turn(): PassTurn {
		return PassTurn::First;
	}

	/** From row to row, the newest first, whatever became of them meanwhile: the position is the last one looked at. */
	public function run(): void {
		$known = $this->remote_ids->known( self::KIND, self::KEY );
		$walk  = $known['type'] ?? self::FIRST;
		if ( $walk === self::DONE ) {
			return;
		}
		$rows = new TaskFilter( effects: [ Effect::FollowDocument ], below: $known['id'] ?? 0 );
		$page = $this->ledger->page( $rows, self::PAGE, 0 );
		if ( ! $this->look_at_all( $page ) && $walk === self::FIRST ) {
			$walk = self::BROKEN;
		}
		[ $walk, $at ] = match ( true ) {
			count( $page ) === self::PAGE => [ $walk, $page[ self::PAGE - 1 ]->id ],
			$walk === self::BROKEN        => [ self::AGAIN, 0 ],
			default                       => [ self::DONE, 1 ],
		};
		$this->remote_ids->remember( self::KIND, self::KEY, $walk, $at );
	}

	/**
	 * @param list<Task> $rows
	 * @return bool false: an order could not be read, or told of.
	 */
	private function look_at_all( array $rows ): bool {
		$are_read = true;
		foreach ( $rows as $row ) {
			try {
				if ( str_starts_with( $row->key->part, DocumentKind::Proforma->value . ':' ) ) {
					$are_read = $this->look_at( $row ) && $are_read;
				}
			} catch ( StorageRefused $refused ) {
				throw $refused;
			} catch ( \Throwable ) { // Other code of the site: it holds up no other order.
				$are_read = false;
			}
		}
		return $are_read;
	}

	/**
	 * It is told before it counts: who dies in between looks at it again, and counts it once.
	 *
	 * @return bool false: nobody could be told.
	 */
	private function look_at( Task $task ): bool {
		$order_id = $task->key->order_id;
		$recorded = $this->ledger->find_by_key( new TaskKey( $order_id, Effect::RecordPayment ) );
		$is_ours  = $recorded?->state === TaskState::Done;
		$from     = $task->created_at->modify( '-' . self::AROUND );
		$until    = $task->updated_at->modify( '+' . self::AROUND );
		if (
			! ( $task->state === TaskState::Done || $task->asks( ProblemCode::AcceptedNotPaid ) )
			|| ( ! $is_ours && $this->is_paid_at_sellsy( $order_id ) )
			|| ! $this->paid_orders->is_doubtful( $order_id, $from, $until )
		) {
			return true;
		}
		$is_told = $this->tell( $task, $is_ours ? 'yes' : '' );
		if ( $is_told ) {
			$this->paid_orders->doubt( $order_id, $from, $until );
		}
		return $is_told;
	}

	/** One row asks for all; where a person has ended it meanwhile, another one for those that follow. */
	private function tell( Task $task, string $recorded ): bool {
		$order_id = $task->key->order_id;
		$key      = self::KEY . ( $recorded === '' ? ', told' : ', told of recorded' );
		$told     = $this->remote_ids->known( self::KIND, $key );
		$asks     = $told === null ? null : $this->ledger->find( $told['id'] );
		$asks     = $asks?->asks( ProblemCode::AcceptedNotPaid ) === true ? $asks : null;
		$before   = $asks?->problem;
		if ( $before?->fact( 'last' ) !== (string) $order_id ) {
			$count = 1 + (int) $before?->fact( 'orders' );
			$named = $before?->fact( 'ids' ) ?? '';
			$facts = [
				'recorded' => $recorded,
				'orders'   => $count,
				'ids'      => $count > self::NAMED ? $named : ltrim( "$named, $order_id", ', ' ),
				'last'     => $order_id,
			];
			if ( $asks === null ) {
				$this->remote_ids->remember( self::KIND, $key, 'task', $task->id );
			}
			$problem = new Problem( ProblemCode::AcceptedNotPaid, $facts );
			if ( ! $this->ledger->save( LossTransitions::lost( $asks ?? $task, $problem, $this->clock->now() ) ) ) {
				return false;
			}
		}
		$noted = new Problem( ProblemCode::AcceptedNotPaid, [ 'recorded' => $recorded ] );
		$this->orders->note_problem( $order_id, $noted );
		return true;
	}

	private function is_paid_at_sellsy( int $order_id ): bool {
		$invoice = $this->ledger->find_by_key( new TaskKey( $order_id, Effect::CreateInvoice ) );
		$seen    = $invoice === null ? null : $this->seen->of_tasks( [ $invoice->id ] )[ $invoice->id ] ?? null;
		return $seen?->due === 0;
	}
}
