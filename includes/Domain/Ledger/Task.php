<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;

/**
 * A row of the ledger as it was when it was read. Times are UTC.
 *
 * @phpstan-type Fields array{
 *     id?: int, key?: TaskKey, parent_id?: int, state?: TaskState, attempts?: int, due_at?: \DateTimeImmutable,
 *     lock_token?: string, locked_until?: \DateTimeImmutable|null, sent_at?: \DateTimeImmutable|null, intent?: Intent,
 *     remote_type?: string, remote_id?: int, remote_number?: string, problem?: Problem|null, asked?: bool,
 *     origin?: Origin, made_at?: \DateTimeImmutable|null, checked_at?: \DateTimeImmutable|null, rule_id?: int,
 *     awaits_person?: bool, moves_payments?: bool, order_mark?: string, answers?: Answers
 * }
 */
final class Task {

	/** How long a runner holds a row: longer than any request to Sellsy; renewed before the one that creates. */
	public const LEASE = 'PT5M';

	/** What came of it. */
	public readonly Outcome $outcome;

	/**
	 * @param string      $lock_token    empty unless this runner holds the row.
	 * @param Intent      $intent        what was sent last; empty before.
	 * @param string      $remote_type   Sellsy's document type; empty before it exists.
	 * @param string      $remote_number empty while it is a draft.
	 * @param bool        $asked         a person asked for it: trigger and start date no longer matter.
	 * @param \DateTimeImmutable|null $made_at when its document was made; null before.
	 * @param int         $rule_id       the rule that the document was made by (`Settings\Rule`); before, the last one
	 *                                   that took it.
	 * @param bool        $awaits_person its document was made while a person was to make such drafts final.
	 * @param bool        $moves_payments who asked for the invoice has read that what was paid goes over where its
	 *                                    customer is another.
	 * @param string      $order_mark    whose order it was (`SameOrder\OrderMark`); empty where nobody has looked yet.
	 * @param Answers     $answers       what a person has read of its questions, and said.
	 */
	public function __construct(
		public readonly int $id,
		public readonly TaskKey $key,
		public readonly int $parent_id,
		public readonly TaskState $state,
		public readonly int $attempts,
		public readonly \DateTimeImmutable $due_at,
		public readonly string $lock_token,
		public readonly ?\DateTimeImmutable $locked_until,
		public readonly ?\DateTimeImmutable $sent_at,
		public readonly Intent $intent,
		public readonly string $remote_type,
		public readonly int $remote_id,
		public readonly string $remote_number,
		public readonly ?Problem $problem,
		public readonly \DateTimeImmutable $created_at,
		public readonly \DateTimeImmutable $updated_at,
		public readonly bool $asked = false,
		public readonly Origin $origin = new Origin(),
		public readonly ?\DateTimeImmutable $made_at = null,
		public readonly int $rule_id = 0,
		public readonly bool $awaits_person = false,
		public readonly bool $moves_payments = false,
		public readonly string $order_mark = '',
		public readonly Answers $answers = new Answers(),
	) {
		$this->outcome = OutcomeProblem::outcome( $state, $problem, $remote_id, $intent );
	}

	/** @param Fields $fields those that differ; `checked_at` is the ledger's own. */
	public function with( array $fields ): self {
		$all = [ ...get_object_vars( $this ), ...$fields ];
		unset( $all['checked_at'], $all['outcome'] );
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...$all );
	}

	/** It was left out, and that came of it. */
	public function rests( Outcome ...$outcomes ): bool {
		return $this->state === TaskState::Skipped && in_array( $this->outcome, $outcomes, true );
	}

	/** A person is asked one of these. */
	public function asks( ProblemCode ...$questions ): bool {
		return $this->state === TaskState::Attention && $this->problem?->is( ...$questions ) === true;
	}

	/** The amount that a person is asked about by one of these; empty where none is. */
	public function asked_amount( ProblemCode ...$questions ): string {
		return $this->asks( ...$questions ) ? (string) $this->problem?->fact( 'amount' ) : '';
	}

	/** It waits for that to end by itself. */
	public function waits_for( ProblemCode $cause ): bool {
		return $this->state === TaskState::Queued && $this->problem?->is( $cause ) === true;
	}

	/** A person did it at Sellsy in our place, and said so. */
	public function is_by_hand(): bool {
		return $this->rests( Outcome::ByHand );
	}

	/** A person did it, wants none, or is about to link a document: nobody else opens it again. */
	public function is_left_to_people(): bool {
		return $this->state === TaskState::Skipped && $this->outcome->is_left_to_people();
	}

	/** Sellsy has an id for what it made, or somebody in its place; that may stand no more. */
	public function was_at_sellsy(): bool {
		return $this->remote_id > 0;
	}

	/** A payment that was recorded on this invoice, by whomever; of a credit note, what was paid back. */
	public function is_payment_on( self $document ): bool {
		$is_credit = $document->key->effect === Effect::CreateCreditNote;
		return $this->key->effect === ( $is_credit ? Effect::PayBack : Effect::RecordPayment )
			&& $this->parent_id === $document->id
			&& $this->state === TaskState::Done
			&& $this->was_at_sellsy();
	}

	/** @return list<int> Sellsy's ids of the row's payments: people may have recorded as several what it is about. */
	public function payment_ids(): array {
		$has_any = $this->was_at_sellsy() && $this->key->effect->is_money();
		return $has_any ? [ $this->remote_id, ...$this->intent->others() ] : [];
	}

	/** That, or something was sent, of which nothing may have come. */
	public function was_begun(): bool {
		return $this->was_at_sellsy() || $this->sent_at !== null;
	}

	/** As far as it is known here, its document stands at Sellsy. */
	public function has_document(): bool {
		return $this->was_at_sellsy() && ! $this->outcome->is_loss();
	}

	/** Its document stands no more: it was deleted or cancelled at Sellsy. Nothing goes with it or leads there. */
	public function has_lost_its_document(): bool {
		return $this->was_at_sellsy() && $this->outcome->is_loss();
	}

	/** It can still be read, and somebody may reopen it. */
	public function has_cancelled_document(): bool {
		return $this->was_at_sellsy() && in_array( $this->outcome, [ Outcome::Cancelled, Outcome::Replaced ], true );
	}

	/** The document of this row is history: another row makes the one of the order. */
	public function is_replaced(): bool {
		return $this->was_at_sellsy() && $this->outcome === Outcome::Replaced;
	}

	/** Somebody else made its document, and a person said that it is this order's. */
	public function is_linked(): bool {
		return $this->was_at_sellsy() && $this->intent->key === Intent::LINKED;
	}

	/** It is about to be done, or is done right now. */
	public function is_under_way(): bool {
		return in_array( $this->state, [ TaskState::Queued, TaskState::Working ], true );
	}

	/** Something was sent, and whether anything came of it is still to be found out. */
	public function is_unknown(): bool {
		return $this->sent_at !== null
			&& ! $this->was_at_sellsy()
			&& ( $this->is_under_way() || $this->state === TaskState::Attention );
	}

	public function is_due( \DateTimeImmutable $now ): bool {
		return $this->state === TaskState::Queued && $this->due_at <= $now;
	}

	/** A person has read this question, and let the row go on. */
	public function is_answered( ProblemCode $question ): bool {
		return $this->problem?->is( $question ) === true || $this->answers->are_about( $question );
	}

	/** Nobody but a person makes its document final, whatever the settings say by now. */
	public function stays_draft(): bool {
		return $this->origin->stays_draft || ( $this->awaits_person && $this->was_at_sellsy() );
	}

	/** By this plugin or by hand: what comes after it may. */
	public function is_settled(): bool {
		return $this->state === TaskState::Done || $this->is_by_hand();
	}

	/** A row may have waited for days before its document could be made. */
	public function document_since(): \DateTimeImmutable {
		return $this->made_at ?? $this->created_at;
	}
}
