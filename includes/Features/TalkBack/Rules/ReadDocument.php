<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\Noticed;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\TryAgain;
use OrderInvoicer\Domain\Ledger\FollowTransitions;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\OrderBook\OwnStates;
use OrderInvoicer\Domain\Payments\LostPayments;
use OrderInvoicer\Domain\Payments\MoneyOnInvoice;
use OrderInvoicer\Domain\Payments\OthersMoney;
use OrderInvoicer\Domain\Report\Report;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Domain\Seen\DocumentPayments;
use OrderInvoicer\Domain\Seen\SeenDocument;
use OrderInvoicer\Domain\Seen\SeenDocuments;
use OrderInvoicer\Domain\Seen\SeenPayment;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Domain\Watching\LostDocument;
use OrderInvoicer\Domain\Watching\ReinstatedDocument;
use OrderInvoicer\Domain\Work\CallBudget;

/**
 * A document that may have changed is read again and compared with what was seen of it last. Nothing is sent to Sellsy.
 * What follows comes before the state is kept: a process that dies in between does it again, and all of it may be done
 * again.
 */
final class ReadDocument {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Invoicing $invoicing,
		private readonly SeenDocuments $seen,
		private readonly DocumentPayments $payments,
		private readonly OwnPayments $own,
		private readonly PayOrder $pay,
		private readonly MoveOrder $move,
		private readonly OrderLinks $orders,
		private readonly Report $report,
		private readonly LostDocument $lost,
		private readonly ReinstatedDocument $reinstated,
		private readonly LostPayments $lost_payments,
		private readonly MoneyOnInvoice $money,
		private readonly OthersMoney $others,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
		private readonly Logger $logger,
	) {}

	/**
	 * @param Task                    $task   that made it.
	 * @param \DateTimeImmutable|null $since when the first look at Sellsy was.
	 * @throws RemoteFailure nothing is known of it, and nothing is concluded.
	 */
	public function read( SeenDocument $seen, Task $task, ?\DateTimeImmutable $since, CallBudget $calls ): void {
		$calls->spent( 1 );
		$document = $this->invoicing->get( $seen->kind, $seen->id );
		$payments = $document !== null && $this->wants_payments( $seen, $document )
			? $this->payments( $seen, $task, $document, $calls )
			: [];
		$now      = $this->ledger->find( $task->id );
		if ( $now === null || $now->state !== $task->state || $now->remote_id !== $task->remote_id ) {
			$this->later( $seen );
			return; // A task is at it, or was: the answer may be older than what it did.
		}
		if ( $document === null ? ! $seen->is_known( $since, $this->clock->now() ) : ! $seen->may_be( $document ) ) {
			$this->seen->keep( $seen, '', null, $this->clock->now() ); // Of a former account, as it seems.
			return;
		}
		if ( $document === null ) {
			$this->lost->gone( $task );
			$this->logger->info( 'A document was deleted at Sellsy.', $this->facts( $seen, $task ) );
			return;
		}
		$is_known  = $seen->is_known( $since, $this->clock->now() );
		$due       = $document->minor( $document->due );
		$owes_more = $seen->owes_more( $due ) || $this->own->without_effect( [ [ $seen, $document, $due ] ] ) !== [];
		if ( $is_known && $owes_more && ! $document->is_cancelled() ) {
			$calls->spent( $this->lost_payments->note( $task ) );
		}
		$this->compare( $seen, $task, $document, $payments, $is_known );
	}

	/** @param list<SeenPayment> $payments */
	private function compare(
		SeenDocument $seen,
		Task $task,
		RemoteDocument $document,
		array $payments,
		bool $is_known
	): void {
		$due     = $this->due( $document, $payments ) ?? $seen->due;
		$noticed = $is_known
			? $seen->noticed( $document->status, $due, $document->minor( $document->amounts->incl_tax ) )
			: [];
		if ( $is_known && $document->is_cancelled() ) {
			$noticed = [ Noticed::Cancelled ]; // Whatever a release before made of it.
		}
		foreach ( $noticed as $one ) {
			if ( $this->is_our_own( $one, $task, $payments ) ) {
				continue;
			}
			$is_unclear = $one->is_payment() && $this->own->is_one_under_way( $task->key->order_id );
			if ( $is_unclear || ! $this->tell( $one, $seen, $task, $document, $payments ) ) {
				$this->later( $seen );
				return;
			}
		}
		$this->report->update( $task->id, ReportedDocument::from_document( $document ) );
		$this->seen->keep( $seen, $document->status, $due, $this->clock->now() );
	}

	/**
	 * @param list<SeenPayment> $payments
	 * @return bool false: it is to be done again.
	 */
	private function tell(
		Noticed $noticed,
		SeenDocument $seen,
		Task $task,
		RemoteDocument $document,
		array $payments
	): bool {
		match ( $noticed ) {
			Noticed::Cancelled  => $this->lost->cancelled( $task, $document ),
			Noticed::Reinstated => $this->reinstated->note( $task, $document ),
			default             => $this->orders->note_noticed( $task->key->order_id, $document, $noticed ),
		};
		if ( $noticed->is_payment() ) {
			$this->others->saw( $document->kind, $document->id, array_column( $payments, 'id' ) );
			if ( ! $this->is_paid( $task, $document, $payments ) ) {
				return false;
			}
		}
		if ( $this->move->is_wanted( $document->kind, $noticed ) ) {
			$this->follow( $task, $document->kind, $noticed );
		}
		$this->logger->info(
			'Somebody changed a document at Sellsy.',
			$this->facts( $seen, $task ) + [ 'noticed' => $noticed->value ]
		);
		return true;
	}

	/**
	 * @param list<SeenPayment> $payments
	 * @return bool false: it is to be done again.
	 */
	private function is_paid( Task $task, RemoteDocument $document, array $payments ): bool {
		try {
			return $this->pay->pay( $task, $document, $payments );
		} catch ( \InvalidArgumentException | TryAgain ) {
			$this->follow( $task, $document->kind, Noticed::Paid );
			return true;
		}
	}

	/** A row of its own does it, tries again and tells a person. */
	private function follow( Task $task, DocumentKind $kind, Noticed $noticed ): void {
		$key = FollowDocument::key( $task->key->order_id, $kind, $noticed );
		$now = $this->clock->now();
		$id  = $this->ledger->open( $key, $now, $task->id ) ?? FreshTask::change(
			$this->ledger,
			$key,
			static fn ( Task $old ): ?TaskChange => FollowTransitions::noticed( $old, $now, $task->id )
		);
		if ( $id !== null ) {
			$this->queue->wake( $id );
		}
	}

	/**
	 * A payment that the ledger holds, a credit note that lowered what is due, a state that the owner's rules set, or
	 * what is known already.
	 *
	 * @param list<SeenPayment> $payments
	 */
	private function is_our_own( Noticed $noticed, Task $task, array $payments ): bool {
		if ( $noticed->is_payment() ) {
			$own = $this->own->of_orders( [ $task->key->order_id ] );
			return array_diff( array_column( $payments, 'id' ), $own ) === [];
		}
		$rows = $this->ledger->for_order( $task->key->order_id );
		return match ( $noticed ) {
			Noticed::Reinstated => ! $task->has_cancelled_document(),
			Noticed::Cancelled  => ! $task->has_document() || OwnStates::has_set( $task, $rows, $noticed->value ),
			default             => OwnStates::has_set( $task, $rows, $noticed->value ),
		};
	}

	/**
	 * An access that may not read payments sees everything else.
	 *
	 * @return list<SeenPayment>
	 * @throws RemoteFailure
	 */
	private function payments( SeenDocument $seen, Task $task, RemoteDocument $document, CallBudget $calls ): array {
		try {
			$payments = $this->payments->read( $seen->kind, $seen->id, $calls );
			$split    = DocumentPayments::split( $payments, $document->currency );
			if ( $split !== null && $seen->may_be( $document ) ) {
				$this->money->look( $task, $document, ...$split );
			}
			return $payments;
		} catch ( RemoteFailure $failure ) {
			return $failure->kind === FailureKind::AccountBlocked ? [] : throw $failure;
		}
	}

	/** Estimates and sales orders do not say what is left of them. */
	private function wants_payments( SeenDocument $seen, RemoteDocument $document ): bool {
		$due = $document->minor( $document->due );
		if ( ! DocumentPayments::has_any( $seen->kind ) ) {
			return false;
		}
		return $due === null
			|| $seen->noticed( $seen->status, $due, $document->minor( $document->amounts->incl_tax ) ) !== [];
	}

	/** @param list<SeenPayment> $payments */
	private function due( RemoteDocument $document, array $payments ): ?int {
		$paid = $document->due === null && DocumentPayments::has_any( $document->kind )
			? DocumentPayments::sum( $payments )
			: null;
		return $document->minor( $paid === null ? $document->due : $document->amounts->incl_tax->minus( $paid ) );
	}

	private function later( SeenDocument $seen ): void {
		$this->seen->hint( $seen->kind, [ $seen->id ], $this->clock->now() );
	}

	/** @return array<string, int|string> */
	private function facts( SeenDocument $seen, Task $task ): array {
		return [
			'order_id' => $task->key->order_id,
			'kind'     => $seen->kind->value,
			'id'       => $seen->id,
		];
	}
}
