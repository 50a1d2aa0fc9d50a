<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Emails;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Backup\Unrecorded;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RecentAnswers;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Failures\TryAgain;
use OrderInvoicer\Domain\Ledger\CompleteTask;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\System\Clock;

/**
 * The shop tells the customer that a document is final, at most once by itself. Nobody can look up whether an e-mail
 * left. So a person decides where a runner died on the way, and where a backup took the ledger back. Whoever tries
 * again after that question has decided.
 */
final class NotifyCustomer implements TaskHandler {

	private const WAIT = 30;

	/** A mail server that is away for a moment is met again; one that stays away is a person's affair. */
	private const TRIES = 4;

	private const CANCELLED = 'cancelled';

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Orders $orders,
		private readonly ShopEmails $emails,
		private readonly Invoicing $invoicing,
		private readonly RecentAnswers $answers,
		private readonly CompleteTask $finish,
		private readonly Clock $clock,
		private readonly Unrecorded $unrecorded,
	) {}

	public function run( Task $task ): void {
		$kind = DocumentKind::from( $task->key->part );
		if ( $task->sent_at !== null && $task->problem?->code !== ProblemCode::SendUnknown ) {
			throw $this->unknown( $kind );
		}
		$row = $this->row( $task );
		$this->check_address( $task );
		if (
			$task->problem?->code !== ProblemCode::SendUnknown
			&& $this->unrecorded->may_be_sent( $task, $row )
		) {
			throw $this->unknown( $kind, [ 'restored' => 'yes' ] );
		}
		$document  = $this->document( $kind, $row->remote_id );
		$hand_over = $this->emails->prepare( $task->key->order_id, $document, $task->asked )
			?? throw $this->not_wanted();
		$this->send( $task, $kind, $hand_over );
		$this->finish->done( $task );
		$this->emails->note_sent( $task->key->order_id, $kind, $document->number );
	}

	/** The row of the document. Where it has none any more, its own row says what became of it. */
	private function row( Task $task ): Task {
		$row = $this->ledger->find( $task->parent_id );
		if ( $row === null || $row->remote_id === 0 || $row->has_lost_its_document() ) {
			throw $this->not_wanted();
		}
		if ( $row->is_under_way() ) {
			throw new RetryLater( new Problem( ProblemCode::WaitsForDocument, [ 'for' => 'draft' ] ), self::WAIT );
		}
		return $row;
	}

	/** Left out: the order is looked at again once it is edited. */
	private function check_address( Task $task ): void {
		$order = $this->orders->snapshot( $task->key->order_id )
			?? throw new SkipTask( new Problem( ProblemCode::OrderGone ) );
		if ( $order->buyer->email === '' ) {
			$facts = [
				'kind' => $task->key->part,
				'from' => 'shop',
			];
			throw new SkipTask( new Problem( ProblemCode::NoEmail, $facts ) );
		}
	}

	/** As it is now: it may have been deleted or cancelled at Sellsy while its e-mail waited. */
	private function document( DocumentKind $kind, int $id ): RemoteDocument {
		$recent   = $this->answers->document( $kind, $id );
		$document = $recent === null || $recent->is_draft() ? $this->invoicing->get( $kind, $id ) : $recent;
		return $document !== null && $document->number !== '' && $document->status !== self::CANCELLED
			? $document
			: throw $this->not_wanted();
	}

	/** @param \Closure(): bool $hand_over */
	private function send( Task $task, DocumentKind $kind, \Closure $hand_over ): void {
		if ( ! $this->ledger->save( TaskTransitions::sent( $task, new Intent(), $this->clock->now() ) ) ) {
			throw new LeaseLost();
		}
		try {
			$is_accepted = $hand_over();
		} catch ( \Throwable ) {
			throw $this->unknown( $kind ); // Somebody's code broke off on the way, before or after the e-mail left.
		}
		if ( ! $is_accepted ) {
			$this->ledger->save( TaskTransitions::not_sent( $task ) );
			throw $this->refused( $task );
		}
	}

	private function refused( Task $task ): TryAgain|NeedsAttention {
		$problem = new Problem( ProblemCode::MailRefused );
		return $task->attempts < self::TRIES ? new TryAgain( $problem ) : new NeedsAttention( $problem );
	}

	private function not_wanted(): SkipTask {
		return new SkipTask( new Problem( ProblemCode::StepNotWanted ) );
	}

	/** @param array<string, string> $why */
	private function unknown( DocumentKind $kind, array $why = [] ): NeedsAttention {
		$facts = [
			'kind' => $kind->value,
			'from' => 'shop',
		];
		return NeedsAttention::because( ProblemCode::SendUnknown, $facts + $why );
	}
}
