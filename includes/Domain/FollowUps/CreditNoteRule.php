<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\CreditNoteTasks;
use OrderInvoicer\Domain\OrderBook\OrderStanding;
use OrderInvoicer\Domain\OrderBook\UncoveredRefund;
use OrderInvoicer\Domain\Settings\OrderTraits;

/**
 * A credit note for each refund of an order that has an invoice of ours, and what a cancelled order's invoice asks for.
 */
final class CreditNoteRule implements FollowRule {

	public function follow_ups( OrderStanding $standing ): array {
		$invoice = $standing->document( DocumentKind::Invoice );
		$rows    = $this->undone( $standing );
		if ( $invoice === null ) {
			return [ ...$rows, ...$this->entered_again( $standing ) ];
		}
		return [ ...$rows, ...$this->refunds( $standing, $invoice ), ...$this->cancelled( $standing, $invoice ) ];
	}

	/** @return list<FollowUp> */
	private function refunds( OrderStanding $standing, Task $invoice ): array {
		$is_on = $standing->settings->workflow( DocumentKind::CreditNote )->enabled;
		$rows  = [];
		foreach ( $standing->refunds as $refund ) {
			if (
				( $is_on || $refund->is_disputed ) // What a dispute took is a person's affair either way.
				&& $refund->amount->is_positive()
				&& ! $this->is_before_link( $refund, $invoice )
				&& ! $this->is_before( $refund, $invoice, $standing )
				&& $this->is_wanted( $standing->row( Effect::CreateCreditNote, $refund->id ), $invoice, $standing )
			) {
				$rows[] = new FollowUp(
					new TaskKey( $standing->order->id, Effect::CreateCreditNote, $refund->id ),
					$invoice->id
				);
			}
		}
		return $rows;
	}

	/** Both stood there when credit notes were switched on. */
	private function is_before( RefundSnapshot $refund, Task $invoice, OrderStanding $standing ): bool {
		$since = $standing->settings->workflow( DocumentKind::CreditNote )->since;
		return $since !== null
			&& max( $refund->created_at, $invoice->document_since() ) < $since
			&& $standing->row( Effect::CreateCreditNote, $refund->id )?->asked !== true;
	}

	/** Somebody may have credited it as they made the invoice: people alone ask for it (`AskAboutCredits`). */
	private function is_before_link( RefundSnapshot $refund, Task $invoice ): bool {
		return $invoice->is_linked() && $refund->stored_at < $invoice->document_since();
	}

	/**
	 * What was left out stays left out, unless the reason was one of settings, belonged to an earlier invoice, or is
	 * gone.
	 */
	private function is_wanted( ?Task $task, Task $invoice, OrderStanding $standing ): bool {
		if ( $task === null || $task->state === TaskState::Queued || $task->state === TaskState::Attention ) {
			return $task === null || ! $task->was_at_sellsy();
		}
		return $task->state === TaskState::Skipped && match ( $task->outcome ) {
			Outcome::SwitchedOff, Outcome::NoInvoice => true,
			Outcome::RefundGone  => true, // It is there: it was read as gone, or put back.
			Outcome::NoRule      => $this->is_made( $standing ),
			Outcome::Covered     => ! CreditNoteTasks::is_told_of( $task, $standing->rows ),
			Outcome::AllCredited => $task->parent_id !== $invoice->id
				|| ! CreditNoteTasks::is_all_credited( $invoice->id, $standing->rows ),
			default              => false,
		};
	}

	/** Of the order as it is now. */
	private function is_made( OrderStanding $standing ): bool {
		$kind = DocumentKind::CreditNote;
		return $standing->settings->workflow( $kind )->makes(
			$standing->settings->rule_for( $kind, OrderTraits::of( $standing->order ) )
		);
	}

	/**
	 * All that was left is credited by a draft because the order was cancelled, and the order stands again. Once that
	 * draft is final, another invoice follows (`ReinvoiceRule`).
	 *
	 * @param list<RefundSnapshot> $refunds
	 */
	public static function is_of_no_cancellation( Task $task, OrderSnapshot $order, array $refunds ): bool {
		return $task->key->refund_id === 0
			&& ! $task->asked
			&& $task->remote_number === ''
			&& $task->has_document()
			&& WorkflowSelector::is_sold( $order )
			&& UncoveredRefund::left( $order, $refunds ) === null;
	}

	/**
	 * A refund was deleted in the shop: its row says so, until another one comes in its place; or it needs nobody any
	 * more. So does that of a cancellation.
	 *
	 * @return list<FollowUp>
	 */
	private function undone( OrderStanding $standing ): array {
		$there = array_column( $standing->refunds, 'id' );
		$notes = array_filter(
			$standing->rows,
			static fn ( Task $task ): bool => $task->key->effect === Effect::CreateCreditNote
		);
		$rows  = [];
		foreach ( $notes as $row ) {
			$says_so = $row->problem?->is( ...ProblemCode::UNDONE ) === true;
			$stopped = $row->state === TaskState::Attention
				&& $row->key->refund_id > 0
				&& ! $row->has_document()
				&& ! in_array( $row->key->refund_id, $there, true );
			if (
				$stopped
				|| (
					( $says_so || $row->state === TaskState::Done )
					&& $says_so !== ( CreditNoteTasks::is_undone( $row, $standing->rows, $standing->refunds )
						|| self::is_of_no_cancellation( $row, $standing->order, $standing->refunds ) )
				)
			) {
				$rows[] = new FollowUp( key: $row->key, parent_id: $row->parent_id, due_at: null, again: true );
			}
		}
		return $rows;
	}

	/**
	 * The invoice was issued anew less a refund, which was deleted since: it differs from the order, and nothing is
	 * made of it before a person has looked. But a refund that was entered again may be that one.
	 *
	 * @return list<FollowUp>
	 */
	private function entered_again( OrderStanding $standing ): array {
		$invoice = $standing->row( Effect::CreateInvoice );
		$before  = array_filter(
			CreditNoteTasks::left_behind( $standing->rows, $standing->refunds ),
			static fn ( Task $task ): bool => $task->parent_id !== $invoice?->id
		);
		return $invoice?->problem?->is( ProblemCode::DiffersFromOrder ) === true && $before !== []
			? $this->refunds( $standing, $invoice )
			: [];
	}

	/** @return list<FollowUp> */
	private function cancelled( OrderStanding $standing, Task $invoice ): array {
		$row       = $standing->row( Effect::CreateCreditNote );
		$is_before = $row?->rests( Outcome::BeforeLink ) === true;
		if (
			$invoice->remote_number === ''
			&& UncoveredRefund::ends( $invoice, $standing->order, $standing->refunds )
		) {
			return [ new FollowUp( key: $invoice->key, parent_id: $invoice->parent_id, due_at: null, again: true ) ];
		}
		if ( ! $standing->order->is_cancelled() ) {
			// What was left out for a cancellation before the link is forgotten: the next one counts.
			return $is_before
				? [ new FollowUp( $row->key, $row->parent_id ) ]
				: $this->refunded_in_words( $standing, $invoice, $row );
		}
		$key = $invoice->key->beside( Effect::CreateCreditNote );
		if ( $row?->key->revision === $key->revision && ( $is_before || $row->has_lost_its_document() ) ) {
			return []; // A person says what becomes of it.
		}
		return $standing->settings->refunds->credit_cancelled
			&& $standing->settings->workflow( DocumentKind::CreditNote )->enabled
				? [ new FollowUp( $key, $invoice->id ) ]
				: [];
	}

	/**
	 * The order is set to refunded, or a dispute took its money, and no refund covers all of it: a person is asked for
	 * as long as that is so.
	 *
	 * @return list<FollowUp>
	 */
	private function refunded_in_words( OrderStanding $standing, Task $invoice, ?Task $task ): array {
		$is_left = UncoveredRefund::left( $standing->order, $standing->refunds ) !== null;
		if ( $task?->asks( ProblemCode::RefundNotEntered, ProblemCode::Disputed ) === true ) {
			return $is_left
				? []
				: [ new FollowUp( key: $task->key, parent_id: $task->parent_id, due_at: null, again: true ) ];
		}
		$is_on  = $standing->order->payment->is_disputed
			|| $standing->settings->workflow( DocumentKind::CreditNote )->enabled;
		$key    = $invoice->key->beside( Effect::CreateCreditNote );
		$is_new = $task?->key->revision !== $key->revision
			|| $task->rests( Outcome::NotTriggered );
		return $is_left
			&& $is_new
			&& $invoice->remote_number !== ''
			&& $is_on
				? [ new FollowUp( $key, $invoice->id ) ]
				: [];
	}
}
