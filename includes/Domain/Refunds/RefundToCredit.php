<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Refunds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\CreditNoteTasks;
use OrderInvoicer\Domain\OrderBook\DocumentRule;
use OrderInvoicer\Domain\Settings\OrderTraits;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\System\Clock;

/** The refund of a credit note's row, if it may be credited now. */
final class RefundToCredit {

	private const WAIT         = 10;
	private const WAIT_STOPPED = 900;
	private const STOPPED      = 'stopped_refund';

	public function __construct(
		private readonly Orders $orders,
		private readonly Ledger $ledger,
		private readonly Clock $clock,
	) {}

	/** Null: all that is left of the invoice, or a refund that is gone. */
	public function find( Task $task ): ?RefundSnapshot {
		foreach ( $this->orders->refunds( $task->key->order_id ) as $refund ) {
			if ( $refund->id === $task->key->refund_id ) {
				return $refund;
			}
		}
		return null;
	}

	/**
	 * @throws SkipTask
	 * @throws NeedsAttention where it may be one that was entered twice.
	 * @throws RetryLater while an earlier refund has no credit note: what is left per tax depends on it.
	 */
	public function refund( Task $task, Settings $settings, OrderSnapshot $order ): ?RefundSnapshot {
		$refund = $this->find( $task );
		if ( $task->key->refund_id > 0 && $refund === null ) {
			throw $this->left_alone( $task, new Problem( ProblemCode::RefundGone ) );
		}
		if ( $refund?->is_disputed === true ) {
			$this->check_all_credited( $task );
			self::check_disputed( $task, $refund->amount, $order );
		}
		$left_out = $task->asked ? null : $this->left_out( $refund, $settings, $order );
		DocumentRule::check_sure( $left_out, $task );
		if ( $left_out?->is( ProblemCode::WhichRule ) === false ) {
			throw $this->left_alone( $task, $left_out );
		}
		$this->check_all_credited( $task );
		if ( $refund?->is_doubtful === true ) {
			throw NeedsAttention::because( ProblemCode::RefundTwice, [ 'refund' => $refund->amount->to_string() ] );
		}
		foreach ( $this->ledger->for_order( $task->key->order_id ) as $row ) {
			if (
				$row->key->effect === Effect::CreateCreditNote
				&& $row->id !== $task->id
				&& ! $this->is_pointless( $row )
			) {
				$this->check_turn( $task, $row );
			}
		}
		return $refund;
	}

	/**
	 * A person says whether it is credited, or the customer owes it again.
	 *
	 * @throws NeedsAttention
	 */
	public static function check_disputed( Task $task, Decimal $amount, OrderSnapshot $order ): void {
		$text     = $amount->to_scale( $order->currency->decimals ) . " {$order->currency->code}";
		$question = new Problem( ProblemCode::Disputed, [ 'amount' => $text ] );
		if ( ! $task->answers->want( $question ) ) {
			throw new NeedsAttention( $question );
		}
	}

	/**
	 * Where a credit note of that invoice was made by hand the others are too: what it left per tax is not known here.
	 *
	 * @throws NeedsAttention
	 * @throws SkipTask
	 */
	public function check_by_hand( Task $task ): void {
		if ( CreditNoteTasks::has_by_hand( $task->parent_id, $this->ledger->for_order( $task->key->order_id ) ) ) {
			$by_hand = self::was_by_hand( $task );
			throw $by_hand === null
				? NeedsAttention::because( ProblemCode::CreditedByHand )
				: new SkipTask( $by_hand );
		}
	}

	/** What somebody did by hand stays so where asking for it all the same makes nothing. */
	private function left_alone( Task $task, Problem $problem, bool $concerns_others = false ): SkipTask {
		$by_hand = self::was_by_hand( $task );
		return $by_hand === null ? new SkipTask( $problem, $concerns_others ) : new SkipTask( $by_hand );
	}

	/** The row was left to people, and one of them wants it all the same. */
	private static function was_by_hand( Task $task ): ?Problem {
		$said = array_map( OutcomeProblem::problem( ... ), [ Outcome::ByHand, Outcome::NotWanted ] );
		return array_values( array_filter( $said, $task->answers->know( ... ) ) )[0] ?? null;
	}

	/** Its refund was deleted in the shop, which a person has to know. */
	public function is_undone( Task $task ): bool {
		return CreditNoteTasks::is_undone(
			$task,
			$this->ledger->for_order( $task->key->order_id ),
			$this->orders->refunds( $task->key->order_id )
		);
	}

	/** Why the settings leave it out; null when they do not. */
	public function left_out( ?RefundSnapshot $refund, Settings $settings, OrderSnapshot $order ): ?Problem {
		$workflow = $settings->workflow( DocumentKind::CreditNote );
		$document = [ 'document' => DocumentKind::CreditNote->value ];
		if ( ! $workflow->enabled ) {
			return new Problem( ProblemCode::WorkflowDisabled, $document );
		}
		$day = $this->clock->day_of( $refund->created_at ?? $this->clock->now() );
		if ( $workflow->start_date === '' || $day < $workflow->start_date ) {
			return new Problem( ProblemCode::BeforeStartDate, $document + [ 'start_date' => $workflow->start_date ] );
		}
		return DocumentRule::obstacle(
			$workflow,
			$settings->rule_for( DocumentKind::CreditNote, OrderTraits::of( $order ) ),
			$document
		);
	}

	/**
	 * Its refund was deleted before anything was sent: no credit note comes of it, unless it is being made right now.
	 */
	private function is_pointless( Task $task ): bool {
		return $task->key->refund_id > 0
			&& $task->state !== TaskState::Working
			&& ! $task->was_begun()
			&& $this->find( $task ) === null;
	}

	/** What is paid back of it stands on the credit note that took all. */
	private function check_all_credited( Task $task ): void {
		foreach ( $this->ledger->for_order( $task->key->order_id ) as $row ) {
			if ( $row->id !== $task->id && CreditNoteTasks::takes_all( $row, $task->parent_id ) ) {
				throw $this->left_alone( $task, OutcomeProblem::problem( Outcome::AllCredited ), true );
			}
		}
	}

	private function check_turn( Task $task, Task $row ): void {
		$is_all = $row->key->refund_id === 0 && $row->parent_id === $task->parent_id;
		if ( $is_all && $row->state === TaskState::Working ) {
			// It may be reading what is left right now.
			throw RetryLater::until_there_is( 'refund', self::WAIT );
		}
		$is_earlier = $row->key->refund_id > 0
			&& ( $task->key->refund_id === 0 || $row->key->refund_id < $task->key->refund_id );
		if ( ! $is_earlier || $row->was_at_sellsy() ) {
			return;
		}
		$is_held = $row->state === TaskState::Queued && $row->problem?->fact( 'for' ) === self::STOPPED;
		if (
			$row->state === TaskState::Working
			|| ( $row->state === TaskState::Queued && ! ( $is_held && $task->key->refund_id === 0 ) )
		) {
			throw RetryLater::until_there_is( 'refund', self::WAIT );
		}
		if ( $row->state === TaskState::Attention && $task->key->refund_id > 0 ) {
			throw RetryLater::until_there_is( self::STOPPED, self::WAIT_STOPPED );
		}
	}
}
