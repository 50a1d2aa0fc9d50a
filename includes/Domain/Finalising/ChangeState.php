<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Finalising;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentState;
use OrderInvoicer\Domain\Documents\DocumentSteps;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\FollowUps\DocumentStateRule;
use OrderInvoicer\Domain\FollowUps\WantedState;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\Ledger\CompleteTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\OrderBook\OrderOfTask;
use OrderInvoicer\Domain\Settings\SettingsStore;

/**
 * A document is moved to the state that its order's status is mapped to. The order may have moved on since, so this is
 * decided again. A final invoice of 0.00 is not left due.
 */
final class ChangeState implements TaskHandler {

	private const WAIT = 30;

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Orders $orders,
		private readonly SettingsStore $settings,
		private readonly DocumentSteps $steps,
		private readonly CompleteTask $finish,
		private readonly SettleFreeInvoice $free,
	) {}

	public function run( Task $task ): void {
		$document = $this->ledger->find( $task->parent_id );
		if ( $document?->has_document() !== true ) {
			// Its own row says what became of it, and opens this one again.
			throw new SkipTask( new Problem( ProblemCode::StepNotWanted ) );
		}
		if ( $document->is_under_way() ) {
			// It is brought up to date first.
			throw new RetryLater( new Problem( ProblemCode::WaitsForDocument, [ 'for' => 'draft' ] ), self::WAIT );
		}
		if ( $task->key->part === DocumentStateRule::FREE ) {
			$this->free->settle( $document->remote_id );
		} else {
			[ $kind, $state ] = explode( ':', $task->key->part );
			$this->move( $task, DocumentKind::from( $kind ), DocumentState::from( $state ), $document->remote_id );
		}
		$this->finish->done( $task );
	}

	private function move( Task $task, DocumentKind $kind, DocumentState $state, int $document_id ): void {
		$order = OrderOfTask::read( $this->orders, $task );
		if ( WantedState::state( $kind, $order, $this->settings->get() ) !== $state ) {
			throw new SkipTask( new Problem( ProblemCode::StepNotWanted ) );
		}
		try {
			$present = $this->steps->state( $kind, $document_id );
			if ( $present !== $state && ! $this->is_beyond( $present, $state ) ) {
				$this->steps->set_state( $kind, $document_id, $state );
			}
		} catch ( RemoteFailure $failure ) {
			throw $failure->kind === FailureKind::NotFound
				? NeedsAttention::because( ProblemCode::DocumentGone, [ 'id' => $document_id ] )
				: $failure;
		}
	}

	/** Sellsy's own words that we never set (read, accepted, invoiced) all come after being a draft and being sent. */
	private function is_beyond( ?DocumentState $present, DocumentState $wanted ): bool {
		return $present === null && in_array( $wanted, [ DocumentState::Draft, DocumentState::Sent ], true );
	}
}
