<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Finalising;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Backup\Unrecorded;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RecentAnswers;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Drafts\DocumentCompletion;
use OrderInvoicer\Domain\Drafts\EligibilityCheck;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\OrderBook\BillableOrder;
use OrderInvoicer\Domain\OrderBook\DocumentRule;
use OrderInvoicer\Domain\OrderBook\OrderOfTask;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Watching\LostDocument;

/**
 * Makes a draft final. That cannot be undone, so the draft is read again first. It must still have the total of the
 * order, the amounts that were sent, and the customer that it was sent for. A draft that this process made a moment ago
 * is judged by the answer it got. One at a time and oldest first, with today's date: accounts that follow the rules
 * refuse a date before their last invoice.
 */
final class ValidateDocument implements TaskHandler {

	private const KIND = 'lock';
	private const WAIT = 5;
	/** While the draft's own row is at work. */
	private const WAIT_LONG   = 900;
	private const WAIT_CHANGE = 30;

	public function __construct(
		private readonly Invoicing $invoicing,
		private readonly Ledger $ledger,
		private readonly Orders $orders,
		private readonly SettingsStore $settings,
		private readonly EligibilityCheck $eligibility_check,
		private readonly BillableOrder $billable_order,
		private readonly SettleBuyer $buyer,
		private readonly RemoteIds $remote_ids,
		private readonly LostDocument $lost,
		private readonly DocumentCompletion $document_completion,
		private readonly Clock $clock,
		private readonly Unrecorded $unrecorded,
		private readonly RecentAnswers $answers,
	) {}

	public function run( Task $task ): void {
		if ( $this->ledger->has_older_due( $task->key->effect, $task->id, $this->clock->now() ) ) {
			$facts = [ 'for' => 'numbering' ] + [ 'kind' => $this->kind( $task )->value ];
			throw new RetryLater( new Problem( ProblemCode::WaitsForDocument, $facts ), self::WAIT );
		}
		$work = fn () => $this->validate( $task );
		$this->remote_ids->alone( self::KIND, $task->key->effect->value, ProblemCode::WaitsForDocument, $work );
	}

	private function validate( Task $task ): void {
		$parent = $this->ledger->find( $task->parent_id );
		$final  = $parent === null ? null : $this->at_once( $task, $parent );
		if ( $final !== null ) {
			$this->document_completion->done( $task, $final, parent: $parent );
			return;
		}
		$document = $parent?->has_document() === true
			? $this->invoicing->get( $this->kind( $task ), $parent->remote_id )
			: null;
		if ( $parent === null || $document === null || $document->is_cancelled() ) {
			$this->note_loss( $parent, $document );
			// Its own row says what became of it, and opens this one again.
			throw new SkipTask( new Problem( ProblemCode::WaitsForDocument, [ 'for' => 'own_row' ] ) );
		}
		if ( $document->is_draft() ) {
			$document = $this->checked( $task, $parent, $document );
			$document = $this->finalised( $document );
		} else {
			$this->buyer->is_final( $parent, $document );
			$this->unrecorded->found_final( $parent, $document );
		}
		$this->document_completion->done( $task, $document, parent: $parent );
	}

	private function note_loss( ?Task $parent, ?RemoteDocument $document ): void {
		match ( true ) {
			$parent?->has_document() !== true => null, // It is known already.
			$document === null => $this->lost->gone( $parent ),
			default => $this->lost->cancelled( $parent, $document ),
		};
	}

	/**
	 * A draft whose making was answered to this process just now. What the ledger and the order say by now counts all
	 * the same, and anything that does not fit is looked at afresh.
	 *
	 * @return RemoteDocument|null null: the draft has to be read.
	 */
	private function at_once( Task $task, Task $parent ): ?RemoteDocument {
		$draft = $this->answers->document( $this->kind( $task ), $parent->remote_id );
		if ( $draft === null || ! $draft->is_draft() ) {
			return null;
		}
		$order = $this->order( $task, $parent );
		$fits  = $this->billable_order->problem( $parent, $order, $draft->amounts ) === null
			&& ( $draft->kind !== DocumentKind::Invoice || $this->buyer->is_right( $parent, $order, $draft->parties ) );
		try {
			return $fits ? $this->finalised( $draft ) : null;
		} catch ( RemoteFailure $refused ) {
			$was_quicker = in_array( $refused->kind, [ FailureKind::Rejected, FailureKind::NotFound ], true )
				&& $this->invoicing->get( $draft->kind, $draft->id )?->is_draft() !== true;
			return $was_quicker ? null : throw $refused; // Somebody made it final, or deleted it.
		}
	}

	private function finalised( RemoteDocument $draft ): RemoteDocument {
		$final = $this->invoicing->validate( $draft->kind, $draft->id, $this->clock->today() );
		$this->answers->tell_final( $final );
		return $final;
	}

	private function kind( Task $task ): DocumentKind {
		return $task->key->effect === Effect::ValidateCreditNote ? DocumentKind::CreditNote : DocumentKind::Invoice;
	}

	/**
	 * The order as it is now, if its draft may become final: it may have been cancelled or edited since.
	 *
	 * @throws SkipTask
	 * @throws RetryLater
	 * @throws NeedsAttention
	 */
	private function order( Task $task, Task $parent ): OrderSnapshot {
		$settings = $this->settings->get();
		$kind     = $this->kind( $task );
		$workflow = $settings->workflow( $kind )->under( $parent->rule_id );
		if ( ! $task->asked && DocumentRule::is_final_by_hand( $parent, $workflow ) ) {
			throw new SkipTask( new Problem( ProblemCode::FinalisedByHand ) );
		}
		$order = OrderOfTask::read( $this->orders, $task );
		$this->check_settled( $parent, $order );
		if ( $kind === DocumentKind::Invoice ) {
			$this->decide_again( $parent, $order, $settings );
		}
		return $order;
	}

	/**
	 * The draft may have been edited by hand. A person has one to look after then. A credit note is for whom its
	 * invoice is for, whatever became of them.
	 *
	 * @return RemoteDocument the draft as it is made final.
	 */
	private function checked( Task $task, Task $parent, RemoteDocument $document ): RemoteDocument {
		$order = $this->order( $task, $parent );
		$this->check_amounts( $parent, $order, $document );
		if ( $document->kind !== DocumentKind::Invoice ) {
			return $document;
		}
		$settled = $this->buyer->settle( $parent, $order, $document );
		if ( $settled !== $document ) {
			$this->check_amounts( $this->ledger->find( $parent->id ) ?? $parent, $order, $settled );
		}
		return $settled;
	}

	private function check_amounts( Task $parent, OrderSnapshot $order, RemoteDocument $document ): void {
		$problem = $this->billable_order->problem( $parent, $order, $document->amounts );
		if ( $problem !== null ) {
			throw new NeedsAttention( $problem );
		}
	}

	/**
	 * The end of the draft's own row opens this one again.
	 *
	 * @throws SkipTask while a person has to look at the draft.
	 * @throws RetryLater while it is at work, or behind its order and changed first.
	 */
	private function check_settled( Task $parent, OrderSnapshot $order ): void {
		if ( $parent->state === TaskState::Attention ) {
			throw new SkipTask( new Problem( ProblemCode::WaitsForDocument, [ 'for' => 'own_row' ] ) );
		}
		if ( $parent->state !== TaskState::Done ) {
			throw RetryLater::until_there_is( 'draft', self::WAIT_LONG );
		}
		$billed = $this->billable_order->order( $parent, $order );
		if (
			$parent->key->effect === Effect::CreateInvoice
			&& ( $parent->intent->is_behind( $billed ) || $parent->intent->is_shipped_since( $billed ) )
		) {
			$this->ledger->follow( $order->id, $this->clock->now() );
			throw RetryLater::until_there_is( 'draft', self::WAIT_CHANGE );
		}
	}

	/** A credit note needs no such question: what was refunded is to be credited whatever became of the order. */
	private function decide_again( Task $parent, OrderSnapshot $order, Settings $settings ): void {
		try {
			$this->eligibility_check->check( $parent, DocumentKind::Invoice, $order, $settings );
		} catch ( SkipTask $left_out ) {
			throw new NeedsAttention( $left_out->problem );
		}
	}
}
