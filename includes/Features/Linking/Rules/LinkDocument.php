<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Linking\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Drafts\DocumentCompletion;
use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Domain\Ledger\AttemptLog;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\LinkTransitions;
use OrderInvoicer\Domain\Ledger\LossTransitions;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\Trail;
use OrderInvoicer\Domain\Order\OrderFingerprint;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Report\Report;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Domain\Report\ReportedOrder;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Randomness;
use OrderInvoicer\Domain\Watching\CarryOver;

/**
 * A person says that a document at Sellsy is this order's. Its row takes it as its own: no other is made, refunds are
 * credited on it, payments recorded on it. No e-mail is sent about it, and it is never changed.
 */
final class LinkDocument {

	public function __construct(
		private readonly FindToLink $find,
		private readonly Orders $orders,
		private readonly Ledger $ledger,
		private readonly AskAboutCredits $credits,
		private readonly LostDocumentFinder $lost_document_finder,
		private readonly DocumentCompletion $document_completion,
		private readonly CarryOver $carry,
		private readonly Report $report,
		private readonly Trail $trail,
		private readonly AttemptLog $attempts,
		private readonly OrderLinks $order_links,
		private readonly Randomness $randomness,
		private readonly Clock $clock,
	) {}

	/**
	 * @param string $mark of the proposal that the person saw: what has changed since is not linked.
	 * @return Task|null the row that has it now; null: nothing is changed.
	 * @throws RemoteFailure
	 */
	public function link( int $order_id, LinkTarget $target, int $document_id, string $mark ): ?Task {
		$seen  = $this->find->one( $order_id, $target, $document_id );
		$order = $this->orders->snapshot( $order_id );
		if ( $seen === null || $order === null || $seen->obstacle !== null || $seen->mark() !== $mark ) {
			return null;
		}
		$rows   = $this->ledger->for_order( $order_id );
		$before = $target->row( $rows );
		$held   = $target->is_free( $rows ) ? $this->hold( $seen, $order_id, $rows ) : null;
		if ( $held === null ) {
			return null;
		}
		try {
			$linked = $this->take( $held, $seen, $order );
		} catch ( \Throwable $error ) {
			$this->ledger->save( self::undone( $held, $before ) );
			throw $error;
		}
		return $linked === null ? null : $this->linked( $linked, $seen->document );
	}

	/** @param Task|null $before the row that was to have it; another one where its invoice was cancelled. */
	private static function undone( Task $held, ?Task $before ): ?TaskChange {
		return $before === null || $before->id === $held->id
			? LinkTransitions::put_back( $held, $before )
			: LinkTransitions::broken( $held );
	}

	/**
	 * The process that linked it died: what the person saw is linked now, if it is still the same. Otherwise the row
	 * says what to do.
	 *
	 * @param Task $task held by that process.
	 * @throws RemoteFailure
	 * @throws \InvalidArgumentException where the order cannot be read.
	 */
	public function finish( Task $task ): void {
		$target = LinkTarget::of_row( $task );
		$id     = (int) $task->problem?->fact( 'id' );
		$linked = $target === null
			? null
			: $this->link( $task->key->order_id, $target, $id, $task->problem?->fact( 'mark' ) ?? '' );
		if ( $linked === null ) {
			$this->leave( $task );
		}
	}

	/**
	 * It cannot be finished: a person must say what is to become of it.
	 *
	 * @param Task                  $task held by the process that died.
	 * @param array<string, string> $why facts of LinkBroken.
	 */
	public function leave( Task $task, array $why = [] ): void {
		$broken  = LinkTransitions::broken( $task, $why );
		$problem = $broken?->after()->problem;
		if ( $problem === null || ! $this->ledger->save( $broken ) ) {
			return;
		}
		$this->trail->begin();
		$this->attempts->add( $task->id, $task->attempts, $this->clock->now(), 'attention', $problem );
		$this->order_links->note_problem( $task->key->order_id, $problem );
	}

	/** Customer and report first: a row that has its document is never without them. */
	private function take( Task $held, LinkProposal $seen, OrderSnapshot $order ): ?Task {
		if ( $seen->target->kind === DocumentKind::Invoice ) {
			$this->credits->ask( $order, $held );
		}
		if ( $seen->document->parties !== null ) {
			$this->lost_document_finder->will_send( $held, $seen->document->parties->ref, $seen->customer() );
		}
		$reported = ReportedDocument::from_document( $seen->document, $order->currency->code );
		$this->report->keep( $held, $reported, ReportedOrder::from_order( $order ) );
		if ( $held->was_at_sellsy() ) {
			$this->carry->over( $held, $held ); // It comes in the place of one that stands no more.
		}
		// An invoice that the order leaves behind says so; the others stay as somebody made them.
		$says   = $seen->target->kind === DocumentKind::Invoice ? OrderFingerprint::from_order( $order )->text() : '';
		$linked = LinkTransitions::linked( $held, $seen->document, $says, $this->clock->now() );
		if ( $linked !== null && $this->ledger->save( $linked ) ) {
			return $linked->after();
		}
		$this->report->forget( $held->id, $seen->document->id ); // A person asked for another meanwhile.
		return null;
	}

	private function linked( Task $task, RemoteDocument $document ): Task {
		$facts = [
			'kind' => $document->kind->value,
			'id'   => $document->id,
		];
		$this->trail->begin();
		$this->trail->note( new Step( StepCode::Linked, $facts ) );
		$this->attempts->add( $task->id, $task->attempts, $this->clock->now(), 'done', null );
		$this->document_completion->copies( $task, $document );
		return $this->ledger->find( $task->id ) ?? $task;
	}

	/**
	 * Whatever the row waited for or asked, it is this person's now; null where somebody else was faster.
	 *
	 * @param list<Task> $rows of the order.
	 */
	private function hold( LinkProposal $seen, int $order_id, array $rows ): ?Task {
		$target    = $seen->target;
		$parent_id = self::invoice( $target, $rows );
		$facts     = [
			'id'     => $seen->document->id,
			'number' => $seen->document->number,
			'mark'   => $seen->mark(),
		];
		$key       = $target->key( $order_id, $rows );
		$newest    = $target->row( $rows );
		$row       = $newest?->key->is( $key ) === true ? $newest : $this->open( $key, $newest->id ?? $parent_id );
		$held      = $row === null
			? null
			: LinkTransitions::held( $row, $this->randomness->token(), $parent_id, $facts );
		if ( $held === null || ! $this->ledger->save( $held ) ) {
			return null;
		}
		$this->replace_cancelled( $held->after() );
		return $held->after();
	}

	private function open( TaskKey $key, int $parent_id ): ?Task {
		$id = $this->ledger->open( $key, LinkTransitions::never( $this->clock->now() ), $parent_id );
		return $id === null ? null : $this->ledger->find( $id );
	}

	/**
	 * Which invoice a credit note belongs to.
	 *
	 * @param list<Task> $rows of the order.
	 */
	private static function invoice( LinkTarget $target, array $rows ): int {
		$invoice = ( new LinkTarget( DocumentKind::Invoice ) )->row( $rows );
		return $target->kind === DocumentKind::CreditNote ? $invoice->id ?? 0 : 0;
	}

	/**
	 * An invoice that was cancelled stays known, with its number. What was paid and credited goes over. May be done
	 * twice.
	 *
	 * @param Task $task that is to have the other one.
	 */
	private function replace_cancelled( Task $task ): void {
		$old = $task->key->effect === Effect::CreateInvoice ? $this->ledger->find( $task->parent_id ) : null;
		if ( $old?->key->effect !== Effect::CreateInvoice || ! $old->has_cancelled_document() ) {
			return;
		}
		$this->carry->over( $old, $task );
		$replaced = fn ( Task $one ): ?TaskChange => $one->is_replaced()
			? null
			: LossTransitions::replaced( $one, self::problem_of_replaced( $one ), $this->clock->now() );
		FreshTask::change( $this->ledger, $old->id, $replaced );
	}

	private static function problem_of_replaced( Task $old ): Problem {
		return OutcomeProblem::problem( Outcome::Replaced, $old->problem->facts ?? [] );
	}
}
