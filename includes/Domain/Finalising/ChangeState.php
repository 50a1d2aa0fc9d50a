<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Finalising;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Assumptions\Observations;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentState;
use OrderInvoicer\Domain\Documents\DocumentSteps;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\FollowUps\DocumentStateRule;
use OrderInvoicer\Domain\FollowUps\WantedState;
use OrderInvoicer\Domain\Ledger\CompleteTask;
use OrderInvoicer\Domain\Ledger\DocumentOfTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\OrderBook\OrderOfTask;
use OrderInvoicer\Domain\OrderBook\OwnStates;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Settings\SettingsStore;

/**
 * A document is moved to the state that its order's status is mapped to. The order may have moved on since, so this is
 * decided again. A final invoice of 0.00 is not left due.
 *
 * @assumes v1-success
 */
final class ChangeState implements TaskHandler {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Orders $orders,
		private readonly SettingsStore $settings,
		private readonly DocumentSteps $steps,
		private readonly CompleteTask $complete_task,
		private readonly SettleFreeInvoice $free,
		private readonly Observations $observations,
	) {}

	public function run( Task $task ): void {
		$document = DocumentOfTask::at_rest( $this->ledger, $task );
		if ( $task->key->part === DocumentStateRule::FREE ) {
			$this->free->settle( $document->remote_id );
		} else {
			[ $kind, $state ] = explode( ':', $task->key->part );
			$this->move( $task, DocumentKind::from( $kind ), DocumentState::from( $state ), $document );
		}
		$this->complete_task->done( $task );
	}

	private function move( Task $task, DocumentKind $kind, DocumentState $state, Task $document ): void {
		$order = OrderOfTask::read( $this->orders, $task );
		if ( WantedState::state( $kind, $order, $this->settings->get() ) !== $state ) {
			throw SkipTask::not_wanted();
		}
		try {
			$present = $this->steps->state( $kind, $document->remote_id );
			if ( $present !== null && ! in_array( $present, [ DocumentState::Draft, $state ], true ) ) {
				$this->look_at( $kind, $present, $document );
			}
			if ( $present !== $state && ! $this->is_beyond( $present, $state ) ) {
				$this->steps->set_state( $kind, $document->remote_id, $state );
			}
		} catch ( RemoteFailure $failure ) {
			throw $failure->kind === FailureKind::NotFound
				? NeedsAttention::because( ProblemCode::DocumentGone, [ 'id' => $document->remote_id ] )
				: $failure;
		}
	}

	/** One that was set before by the older API, and stands there: it did what it said. */
	private function look_at( DocumentKind $kind, DocumentState $present, Task $document ): void {
		if (
			$kind !== DocumentKind::Estimate
			&& $this->observations->is_open( Assumption::V1Success )
			&& OwnStates::has_set( $document, $this->ledger->for_order( $document->key->order_id ), $present->value )
		) {
			$this->observations->saw( Assumption::V1Success, true, 'done' );
		}
	}

	/** Sellsy's own words that we never set (read, accepted, invoiced) all come after being a draft and being sent. */
	private function is_beyond( ?DocumentState $present, DocumentState $wanted ): bool {
		return $present === null && in_array( $wanted, [ DocumentState::Draft, DocumentState::Sent ], true );
	}
}
