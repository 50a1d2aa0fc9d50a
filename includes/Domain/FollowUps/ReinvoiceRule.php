<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\OrderBook\OrderStanding;
use OrderInvoicer\Domain\OrderBook\UncoveredRefund;
use OrderInvoicer\Domain\Settings\OrderTraits;

/**
 * An order was cancelled and has been reinstated. The draft that was to be deleted is its invoice again. A final
 * invoice that was credited because of the cancellation, or was cancelled in Sellsy too, is followed by another one.
 */
final class ReinvoiceRule implements FollowRule {

	private const VOID        = [ Outcome::NothingCharged, Outcome::NothingToInvoice, Outcome::Cancelled ];
	private const OF_SETTINGS = [ Outcome::NotTriggered, Outcome::SwitchedOff, Outcome::NoRule ];

	public function follow_ups( OrderStanding $standing ): array {
		$row = $standing->row( Effect::CreateInvoice );
		return match ( true ) {
			$row === null => [],
			$this->is_to_be_deleted( $row, $standing ),
			$this->was_void( $row, $standing ) => $standing->billed( $row )->total->is_positive()
				|| ( $standing->order->total->is_zero() && ! $row->rests( Outcome::NothingToInvoice ) )
				? [ new FollowUp( key: $row->key, parent_id: $row->parent_id, due_at: null, again: true ) ]
				: [],
			$standing->awaits_another( $row ) && WorkflowSelector::is_sold( $standing->order ) =>
				[ $this->another( $row ) ],
			default => [],
		};
	}

	/** If a person asked for the first invoice, settings do not matter for the second one either. */
	private function another( Task $invoice ): FollowUp {
		return new FollowUp(
			$invoice->key->replacing_invoice(),
			asked: $invoice->asked || $invoice->origin->is_backfill()
		);
	}

	private function is_to_be_deleted( Task $task, OrderStanding $standing ): bool {
		return $task->asks( ProblemCode::DraftToDelete )
			&& ! UncoveredRefund::ends( $task, $standing->order, $standing->refunds );
	}

	/**
	 * No event of the order opens it: a refund was deleted, the hook was lost that told of the order, or it was to
	 * replace another invoice and only its order's own is opened.
	 */
	private function was_void( Task $task, OrderStanding $standing ): bool {
		return $task->rests( ...self::VOID, ...( $task->key->revision > 0 ? self::OF_SETTINGS : [] ) )
			&& ! $task->has_document()
			&& WorkflowSelector::is_sold( $standing->order )
			&& $this->may_be_made( $task, $standing );
	}

	/** So that it is not opened only to be left out again. */
	private function may_be_made( Task $task, OrderStanding $standing ): bool {
		$order    = $standing->order;
		$invoices = $standing->settings->workflow( DocumentKind::Invoice );
		$facts    = OrderFacts::of_order( $order, $standing->settings );
		$rule     = $standing->settings->rule_for( DocumentKind::Invoice, OrderTraits::of( $order ) );
		return $task->asked
			|| $task->origin->is_backfill()
			|| (
				$invoices->enabled
				&& $invoices->makes( $rule )
				&& ( new WorkflowSelector() )->has_passed( $invoices->under( $rule )->trigger, $facts )
			);
	}
}
