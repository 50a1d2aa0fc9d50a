<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Backup\Unrecorded;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RecentAnswers;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\LossTransitions;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Ledger\Trail;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Domain\Settings\WorkflowSettings;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Watching\DetachDocument;

/** Intent first, then the document. */
final class DocumentWriter {

	public function __construct(
		private readonly LostDocumentFinder $lost_document_finder,
		private readonly Invoicing $invoicing,
		private readonly Ledger $ledger,
		private readonly DetachDocument $detach,
		private readonly Clock $clock,
		private readonly Trail $trail,
		private readonly Unrecorded $unrecorded,
		private readonly RecentAnswers $answers,
	) {}

	public function expect( DocumentKind $kind, string $key ): void {
		$this->unrecorded->expect( $kind, $key );
	}

	/**
	 * What an earlier try without a clear outcome may have left at Sellsy; null when nothing was sent or nothing is
	 * there.
	 *
	 * @throws RetryLater
	 * @throws RemoteFailure
	 */
	public function already_made( Task $task ): ?RemoteDocument {
		if ( $task->sent_at === null ) {
			return null;
		}
		$found = $this->lost_document_finder->find( $task );
		if ( $found !== null ) {
			$this->note( StepCode::Recovered, $found );
		} else {
			$this->changed( TaskTransitions::not_sent( $task ) ); // What waits from here on is not searched for again.
		}
		return $found;
	}

	/**
	 * Before anything is sent: the document that comes of it has this rule for good, and one that a person is to make
	 * final waits for a person.
	 *
	 * @return Task the row with it.
	 * @throws LeaseLost
	 */
	public function keep_rule( Task $task, int $rule_id, WorkflowSettings $workflow ): Task {
		$awaits_person = $workflow->finalise->value === Finalise::MANUAL
			&& $task->key->effect->creates()?->is_validated() === true;
		return $task->rule_id === $rule_id && $task->awaits_person === $awaits_person
			? $task
			: $this->changed( TaskTransitions::ruled( $task, $rule_id, $awaits_person ) );
	}

	/**
	 * The document stands no more at Sellsy. If there is to be another, it may belong elsewhere by now: to an invoice
	 * that was issued anew.
	 *
	 * @return Task the row without it.
	 * @throws LeaseLost
	 */
	public function forget_gone( Task $task ): Task {
		$without = $this->changed( LossTransitions::given_up( $task ) );
		$this->detach->detach( $task );
		$this->ledger->follow( $task->key->order_id, $this->clock->now() );
		return $without;
	}

	/**
	 * The row names the draft before that is corrected: with its customer a draft also leaves the place where it would
	 * be searched.
	 *
	 * @return Task the row with it.
	 * @throws LeaseLost
	 */
	public function name( Task $task, RemoteDocument $draft ): Task {
		return $this->remember( $task, $draft->kind->value, $draft->id );
	}

	/**
	 * A clear no takes the intent back, so that the next try need not search for what cannot be there. What the ledger
	 * has lost is taken up again instead.
	 *
	 * @param string $billed_hash of what the document bills.
	 * @throws NeedsAttention when something else stands under the same key.
	 * @throws LeaseLost
	 * @throws RemoteFailure
	 */
	public function create( Task $task, DocumentDraft $draft, string $billed_hash ): RemoteDocument {
		$lost = $this->unrecorded->document( $task, $draft );
		$this->lost_document_finder->will_send( $task, $draft->customer, $draft->customer_name );
		$this->intend( $task, $draft, $billed_hash );
		if ( $lost !== null ) {
			$this->note( StepCode::Adopted, $lost );
			return $lost;
		}
		$this->lost_document_finder->will_hang_below( $task, $draft->parent );
		try {
			$made = $this->invoicing->create( $draft );
			$this->answers->tell( $made );
			$this->note( StepCode::Made, $made );
			return $made;
		} catch ( RemoteFailure $failure ) {
			if ( $failure->kind !== FailureKind::OutcomeUnknown ) {
				$this->ledger->save( TaskTransitions::not_sent( $task ) );
				if ( $draft->parent !== null ) {
					$this->lost_document_finder->hangs_below_none( $task );
				}
			}
			throw $failure;
		}
	}

	/**
	 * The draft that the row names becomes this one; repeating it is harmless.
	 *
	 * @throws LeaseLost
	 * @throws RemoteFailure
	 */
	public function update( Task $task, DocumentDraft $draft, string $billed_hash ): RemoteDocument {
		// Cut short here, the row still knows that its draft is not what the order says.
		$this->intend( $task, $draft, '' );
		$updated = $this->invoicing->update( $task->remote_id, $draft );
		$this->answers->tell( $updated );
		$this->note( StepCode::Updated, $updated );
		$this->lost_document_finder->will_send( $task, $draft->customer, $draft->customer_name );
		$this->intend( $task, $draft, $billed_hash );
		return $updated;
	}

	/**
	 * The document that was just created is for whom it was meant, and bills what it should.
	 *
	 * @param string $name that the customer has; empty where nobody asks for it.
	 * @return Intent which the row gets as it is done: until then whoever takes it up makes the document anew.
	 */
	public function was_sent_for( Task $task, DocumentDraft $draft, string $name, string $billed_hash ): Intent {
		$this->lost_document_finder->will_send( $task, $draft->customer, $name );
		return self::intent( $draft, $billed_hash );
	}

	/**
	 * The document stays as it is, and says of the changed order what it should.
	 *
	 * @throws LeaseLost
	 */
	public function still_says( Task $task, string $billed_hash ): void {
		$this->write( $task, new Intent( $task->intent->key, $task->intent->excl_tax, $billed_hash ) );
	}

	private function note( StepCode $code, RemoteDocument $document ): void {
		$this->trail->note(
			new Step(
				$code,
				[ 'kind' => $document->kind->value ] + [ 'id' => $document->id ]
			)
		);
	}

	private function intend( Task $task, DocumentDraft $draft, string $billed_hash ): void {
		$this->write( $task, self::intent( $draft, $billed_hash ) );
	}

	private static function intent( DocumentDraft $draft, string $billed_hash ): Intent {
		$excl_tax = Decimal::of_minor( $draft->totals->excl_tax, $draft->currency->decimals )->to_string();
		return new Intent( $draft->key, $excl_tax, $billed_hash );
	}

	private function remember( Task $task, string $type, int $id ): Task {
		return $this->changed( TaskTransitions::remembered( $task, $type, $id ) );
	}

	private function changed( ?TaskChange $change ): Task {
		if ( $change === null || ! $this->ledger->save( $change ) ) {
			throw new LeaseLost();
		}
		return $change->after();
	}

	private function write( Task $task, Intent $intent ): void {
		$sent = TaskTransitions::sent( $task, $intent, $this->clock->now() );
		if ( ! $this->ledger->save( $sent?->using_up( ProblemCode::MadeUnknown ) ) ) {
			throw new LeaseLost();
		}
	}
}
