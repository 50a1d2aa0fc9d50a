<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\BrokenFilter;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Domain\FollowUps\OrderEvents;
use OrderInvoicer\Domain\FollowUps\OrderFacts;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\Trail;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\OrderBook\DocumentRule;
use OrderInvoicer\Domain\Sales\Sales;
use OrderInvoicer\Domain\Settings\OrderTraits;
use OrderInvoicer\Domain\Settings\Rule;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\System\Clock;

/**
 * The order as it is now: may it still be invoiced? What a person asked for needs no trigger, but is never done twice.
 */
final class EligibilityCheck {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly OrderLinks $links,
		private readonly WorkflowSelector $selector,
		private readonly Clock $clock,
		private readonly Trail $trail,
		private readonly OrderEvents $events,
		private readonly Sales $sales,
	) {}

	/**
	 * @return int the rule by which it is made, or was.
	 * @throws SkipTask
	 * @throws RetryLater
	 * @throws BrokenFilter
	 * @throws NeedsAttention when it is worth money, and no line says for what; or nobody knows which rule takes it.
	 */
	public function check( Task $task, DocumentKind $kind, OrderSnapshot $order, Settings $settings ): int {
		$foreign_url = $this->foreign_url( $order->id, $kind );
		if ( $foreign_url !== '' ) {
			throw new SkipTask( new Problem( ProblemCode::InvoicedElsewhere, [ 'url' => $foreign_url ] ) );
		}
		$without_rows = self::without_rows( $order );
		if ( $without_rows?->is( ProblemCode::NothingToInvoice ) === true ) {
			throw new SkipTask( $without_rows );
		}
		$this->check_new( $task, $order, $settings );
		$stands   = $task->was_at_sellsy();
		$workflow = $stands ? $settings->workflow( $kind )->under( $task->rule_id ) : $settings->workflow( $kind );
		$rule     = $stands ? Rule::OTHERS : $settings->rule_for( $kind, OrderTraits::of( $order ) );
		$facts    = OrderFacts::of_order( $order, $settings, $this->clock->day_of( $order->created_at ), $rule );
		$problem  = match ( true ) {
			$task->asked => $this->selector->when_asked( $facts ),
			$task->origin->is_backfill() => $this->selector->in_backfill( $workflow, $facts ),
			! $this->events->is_followed( $order->id ) => new Problem( ProblemCode::NotFollowed ),
			default => $this->selector->again( $workflow, $facts ),
		};
		if ( $problem !== null ) {
			throw new SkipTask( $problem );
		}
		if ( $without_rows !== null ) {
			throw new NeedsAttention( $without_rows );
		}
		DocumentRule::check_sure( DocumentRule::obstacle( $workflow, $rule ), $task );
		$this->trail->note( $this->wanted( $task, $workflow->under( $rule )->trigger->value, $order->status ) );
		return $stands ? $task->rule_id : $rule;
	}

	/**
	 * What was made is followed to its end.
	 *
	 * @throws SkipTask
	 * @throws RetryLater
	 * @throws NeedsAttention
	 */
	private function check_new( Task $task, OrderSnapshot $order, Settings $settings ): void {
		if ( $task->key->effect->creates() === null || $task->was_begun() ) {
			return;
		}
		$free = $task->asked ? null : self::free( $order, $settings );
		if ( $free !== null ) {
			throw new SkipTask( $free );
		}
		$this->check_sale( $task, $order );
		CheckMoney::check( $task, $order );
	}

	private function wanted( Task $task, string $trigger, string $status ): Step {
		$by = match ( true ) {
			$task->asked => 'asked',
			$task->origin->is_backfill() => 'backfill',
			default => 'rule',
		};
		return new Step(
			StepCode::Wanted,
			[
				'by'      => $by,
				'trigger' => $trigger,
				'status'  => $status,
			]
		);
	}

	/**
	 * What is free and without a rate becomes a remark only; a document needs a row.
	 *
	 * @return Problem|null null where it would have one.
	 */
	public static function without_rows( OrderSnapshot $order ): ?Problem {
		foreach ( $order->lines as $line ) {
			if ( $line->taxes !== [] || ! $line->total->is_zero() ) {
				return null;
			}
		}
		$total = $order->total;
		return $total->is_zero()
			? new Problem( ProblemCode::NothingToInvoice )
			: new Problem(
				ProblemCode::LinesMissing,
				[ 'order_total' => $total->to_scale( $order->currency->decimals ) ]
			);
	}

	/** Null where it charges something, or the owner wants documents all the same. */
	public static function free( OrderSnapshot $order, Settings $settings ): ?Problem {
		return $settings->free_orders || ! $order->total->is_zero()
			? null
			: new Problem( ProblemCode::FreeOrder );
	}

	/** A document's address on the order that comes from none of our rows: somebody else's work. */
	private function foreign_url( int $order_id, DocumentKind $kind ): string {
		foreach ( $this->ledger->for_order( $order_id ) as $task ) {
			if ( $task->was_begun() && $task->key->effect->creates() === $kind ) {
				return '';
			}
		}
		return $this->links->url( $order_id, $kind );
	}

	/**
	 * @throws RetryLater while more orders of the same sale may be coming.
	 * @throws NeedsAttention while nobody has said who bills.
	 * @throws SkipTask where another order of the sale does.
	 */
	private function check_sale( Task $task, OrderSnapshot $order ): void {
		$wait = $this->sales->are_coming( $order, $this->clock->now() );
		if ( $wait > 0 ) {
			throw new RetryLater( new Problem( ProblemCode::WaitsForParts ), $wait );
		}
		$problem = $this->sales->obstacle( $order, $task->asked ? null : $task->problem );
		if ( $problem !== null ) {
			throw $problem->is( ProblemCode::WhoBills ) ? new NeedsAttention( $problem ) : new SkipTask( $problem );
		}
	}
}
