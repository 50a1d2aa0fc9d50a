<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Finalising;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Backup\Unrecorded;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentSteps;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Ledger\CompleteTask;
use OrderInvoicer\Domain\Ledger\DocumentOfTask;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\OrderBook\OrderOfTask;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;

/**
 * Sellsy sends a document to the customer, at most once by itself. Nobody can look up whether an e-mail left. So a
 * person decides after an unknown outcome, and where a backup took the ledger back. Whoever tries again after that
 * question has decided.
 */
final class SendDocument implements TaskHandler {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Orders $orders,
		private readonly SettingsStore $settings,
		private readonly DocumentSteps $steps,
		private readonly CompleteTask $complete_task,
		private readonly Clock $clock,
		private readonly Unrecorded $unrecorded,
	) {}

	public function run( Task $task ): void {
		$kind = DocumentKind::from( $task->key->part );
		if ( $task->sent_at !== null && ! $task->is_answered( ProblemCode::SendUnknown ) ) {
			throw $this->unknown( $kind );
		}
		$document = DocumentOfTask::at_rest( $this->ledger, $task );
		$email = $this->email( $task, $kind, $document );
		if (
			! $task->is_answered( ProblemCode::SendUnknown )
			&& $this->unrecorded->may_be_sent( $task, $document )
		) {
			throw $this->unknown( $kind, [ 'restored' => 'yes' ] );
		}
		$this->send( $task, $kind, $document->remote_id, $email );
		$this->complete_task->done( $task );
	}

	private function email( Task $task, DocumentKind $kind, Task $document ): string {
		$workflow = $this->settings->get()->workflow( $kind )->under( $document->rule_id );
		if ( ! $task->asked && ! $workflow->email ) {
			throw SkipTask::not_wanted();
		}
		$order = OrderOfTask::read( $this->orders, $task );
		return $order->buyer->email !== ''
			? $order->buyer->email
			: throw NeedsAttention::because( ProblemCode::NoEmail, [ 'kind' => $kind->value ] );
	}

	private function send( Task $task, DocumentKind $kind, int $document_id, string $email ): void {
		$sent = TaskTransitions::sent( $task, new Intent(), $this->clock->now() );
		if ( ! $this->ledger->save( $sent?->using_up( ProblemCode::SendUnknown ) ) ) {
			throw new LeaseLost();
		}
		try {
			$this->steps->send( $kind, $document_id, $email );
		} catch ( RemoteFailure $failure ) {
			if ( $failure->kind === FailureKind::OutcomeUnknown ) {
				throw $this->unknown( $kind );
			}
			$this->ledger->save( TaskTransitions::not_sent( $task ) );
			throw $failure;
		}
	}

	/** @param array<string, string> $why */
	private function unknown( DocumentKind $kind, array $why = [] ): NeedsAttention {
		return NeedsAttention::because( ProblemCode::SendUnknown, [ 'kind' => $kind->value ] + $why );
	}
}
