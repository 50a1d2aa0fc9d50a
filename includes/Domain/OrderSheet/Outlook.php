<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderSheet;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Drafts\ChooseParent;
use OrderInvoicer\Domain\Drafts\EligibilityCheck;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\FollowUps\OrderEventHandler;
use OrderInvoicer\Domain\FollowUps\OrderEvents;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\OrderBook\DocumentRule;
use OrderInvoicer\Domain\OrderBook\LostDocuments;
use OrderInvoicer\Domain\Sales\Sales;
use OrderInvoicer\Domain\Settings\Rule;
use OrderInvoicer\Domain\Settings\Settings;

/**
 * What will be made of an order, when, and why not yet: by the classes that decide it when the order changes
 * (`OrderEventHandler`, `WorkflowSelector`) and when the document is made (`EligibilityCheck`, `ChooseParent`).
 */
final class Outlook {

	public function __construct(
		private readonly OrderEvents $events,
		private readonly OrderEventHandler $handler,
		private readonly WorkflowSelector $selector,
		private readonly Sales $sales,
	) {}

	/**
	 * @param OrderSnapshot|null $order null where its amounts cannot be read.
	 * @param list<Task>         $rows  all rows of the order: they tell what became of their documents themselves.
	 * @return list<Foreseen> one for each kind that is switched on and of which nothing is known yet; none that will
	 *         not come because the invoice stands in its place.
	 * @throws \Throwable when the order cannot be read: other code of the site may throw anything.
	 */
	public function of_order( int $order_id, ?OrderSnapshot $order, array $rows, Settings $settings ): array {
		$event    = $this->events->standing( $order_id );
		$foreseen = [];
		foreach ( DocumentKind::of_orders() as $kind ) {
			$workflow = $settings->workflow( $kind );
			if (
				$workflow->enabled
				&& ! $this->has_row( $kind, $rows )
				&& ( $event->urls[ $kind->value ] ?? '' ) === ''
			) {
				$problem  = $this->problem( $kind, $event, $order, $settings );
				$rule_id  = $event === null ? Rule::OTHERS : $this->handler->facts( $event, $kind )->rule;
				$prospect = $this->prospect( $kind, $event, $problem, $settings );
				if ( $prospect->is_to_come() || ! LostDocuments::is_overtaken( $kind, $rows ) ) {
					$foreseen[] = new Foreseen(
						kind: $kind,
						prospect: $prospect,
						workflow: $workflow->under( $rule_id ),
						problem: $problem,
						after: $this->awaited( $kind, $rows ),
						rule: $event === null ? null : SheetRule::of( $kind, $rule_id, $settings ),
						is_undated: $event?->to === 'processing' && ! $event->has_date_paid
					);
				}
			}
		}
		return [ ...$foreseen, ...$this->credit_note( $foreseen, $event, $rows, $settings ) ];
	}

	/** Null: nothing is in its way. */
	private function problem(
		DocumentKind $kind,
		?OrderEvent $event,
		?OrderSnapshot $order,
		Settings $settings,
	): ?Problem {
		if ( $event === null ) {
			return new Problem( ProblemCode::NotFollowed );
		}
		$workflow = $settings->workflow( $kind );
		$facts    = $this->handler->facts( $event, $kind );
		$of_order = $order === null ? null : EligibilityCheck::without_rows( $order )
			?? EligibilityCheck::free( $order, $settings )
			?? $this->sales->obstacle( $order );
		return $of_order ?? $this->selector->on_event( $workflow, $facts )
			?? DocumentRule::obstacle( $workflow, $facts->rule );
	}

	private function prospect(
		DocumentKind $kind,
		?OrderEvent $event,
		?Problem $problem,
		Settings $settings,
	): Prospect {
		if ( $event === null ) {
			return Prospect::Nothing;
		}
		$facts = $this->handler->facts( $event, $kind );
		return match ( true ) {
			$problem === null =>
				$this->selector->is_before( $settings->workflow( $kind ), $facts ) ? Prospect::Passed : Prospect::Soon,
			! $problem->is( ProblemCode::NoLongerTriggered ),
			WorkflowSelector::is_over( $facts->status )     => Prospect::Nothing,
			$this->selector->has_passed( $settings->workflow( $kind )->under( $facts->rule )->trigger, $facts ) =>
				Prospect::Passed,
			default                                         => Prospect::Later,
		};
	}

	/**
	 * A document that this kind would be made from, where that is not there yet.
	 *
	 * @param list<Task> $rows
	 */
	private function awaited( DocumentKind $kind, array $rows ): ?DocumentKind {
		$row = ChooseParent::nearest( $rows, $kind );
		return $row === null || $row->was_at_sellsy() ? null : $row->key->effect->creates();
	}

	/**
	 * They come with refunds, of orders that have an invoice or will have one.
	 *
	 * @param list<Foreseen> $foreseen
	 * @param list<Task>     $rows
	 * @return list<Foreseen>
	 */
	private function credit_note( array $foreseen, ?OrderEvent $event, array $rows, Settings $settings ): array {
		$workflow    = $settings->workflow( DocumentKind::CreditNote );
		$rule_id     = $event === null ? Rule::OTHERS : $settings->rule_for( DocumentKind::CreditNote, $event->traits );
		$is_to_come  = array_filter(
			$foreseen,
			static fn ( Foreseen $one ): bool => $one->kind === DocumentKind::Invoice && $one->prospect->is_to_come()
		) !== [];
		$is_invoiced = $is_to_come || array_filter(
			$rows,
			static fn ( Task $task ): bool => $task->key->effect === Effect::CreateInvoice
				&& ( $task->has_document() || ( $task->is_under_way() && ! $task->has_lost_its_document() ) )
		) !== [];
		return $workflow->enabled && $is_invoiced && ! $this->has_row( DocumentKind::CreditNote, $rows )
			? [
				new Foreseen(
					kind: DocumentKind::CreditNote,
					prospect: $workflow->makes( $rule_id ) ? Prospect::Later : Prospect::Nothing,
					workflow: $workflow->under( $rule_id ),
					problem: DocumentRule::obstacle( $workflow, $rule_id ),
					rule: $event === null ? null : SheetRule::of( DocumentKind::CreditNote, $rule_id, $settings )
				),
			]
			: [];
	}

	/** @param list<Task> $rows */
	private function has_row( DocumentKind $kind, array $rows ): bool {
		return array_filter(
			$rows,
			static fn ( Task $task ): bool => $task->key->effect === Effect::create( $kind )
		) !== [];
	}
}
