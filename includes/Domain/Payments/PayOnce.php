<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Backup\Unrecorded;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\LinkTransitions;
use OrderInvoicer\Domain\Ledger\LossTransitions;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\RemoteIds\EmptySearch;
use OrderInvoicer\Domain\System\Clock;

/**
 * One payment at Sellsy per row: intent first, looked up after an unknown outcome, its id kept before anything else is
 * done with it.
 *
 * @assumes payment-by-note
 * @assumes payment-on-draft
 */
final class PayOnce {

	public const TYPE = 'payment';

	/** What was sent so long before has the lower id, however long a request took. */
	private const SURELY_BEFORE = '-1 hour';

	public function __construct(
		private readonly Payments $payments,
		private readonly Ledger $ledger,
		private readonly EmptySearch $empty_search,
		private readonly Clock $clock,
		private readonly Unrecorded $unrecorded,
	) {}

	/** `standing()` will be asked about it. */
	public function expect( Task $document ): void {
		$this->unrecorded->expect_payment( $document );
	}

	/**
	 * What an earlier try made; none when nothing was sent, or surely nothing came of it. Where a backup took the
	 * ledger back, something may have been sent without its knowing.
	 *
	 * @param Task               $document what it is set against.
	 * @param \Closure(): string $key      its note, if it is made now.
	 * @return list<RemotePayment> several where people recorded them.
	 * @throws RetryLater when a second search is needed to be sure.
	 * @throws NeedsAttention where this account's searches prove nothing.
	 * @throws LeaseLost
	 * @throws RemoteFailure of kind NotFound when it was deleted since.
	 */
	private function already_made( Task $task, CustomerRef $customer, Task $document, \Closure $key ): array {
		if ( $task->was_at_sellsy() ) {
			return array_map( $this->payments->get( ... ), $task->payment_ids() );
		}
		if ( $task->sent_at === null ) {
			return $this->unrecorded->may_be_paid( $document ) ? $this->recorded( $task, $customer, $key() ) : [];
		}
		$found = $this->recorded( $task, $customer, $task->intent->key );
		if ( $found === [] ) {
			$this->empty_search->of_row( $task, self::TYPE, Assumption::PaymentByNote, Assumption::PaymentsOfCustomer );
		}
		return $found;
	}

	/**
	 * As above. One that was deleted since is made again if a person asks for that. One that was only taken off goes
	 * back, unless as much stands on the document by now.
	 *
	 * @param \Closure(): string $key
	 * @return list<RemotePayment>
	 * @throws NeedsAttention
	 * @throws RetryLater
	 * @throws LeaseLost
	 * @throws RemoteFailure
	 */
	public function standing( Task $task, CustomerRef $customer, Task $document, \Closure $key ): array {
		$is_gone = $task->is_answered( ProblemCode::PaymentGone );
		try {
			$payments = $this->already_made( $task, $customer, $document, $key );
		} catch ( RemoteFailure $failure ) {
			if ( $failure->kind !== FailureKind::NotFound || ! $task->was_at_sellsy() || $task->key->revision > 0 ) {
				throw $failure;
			}
			$question = LostPayments::gone( $task, $document );
			if ( ! $task->answers->want( $question ) ) {
				throw new NeedsAttention( $question );
			}
			return $this->ledger->save( LossTransitions::given_up( $task ) ) ? [] : throw new LeaseLost();
		}
		$free = array_filter( $payments, static fn ( RemotePayment $payment ): bool => $payment->is_free() );
		return $is_gone && $free !== [] && ! $this->is_due( $document )
			? throw new NeedsAttention( LostPayments::gone( $task, $document, false ) )
			: $payments;
	}

	/** Or an invoice before, which it paid. */
	private function is_due( Task $document ): bool {
		$kind = $document->key->effect->creates() ?? DocumentKind::Invoice;
		foreach ( $this->ledger->for_order( $document->key->order_id ) as $row ) {
			$is_it  = $row->id === $document->id;
			$is_old = $kind === DocumentKind::Invoice && $row->key->effect === $document->key->effect
				&& $row->key->revision < $document->key->revision && $row->has_document();
			if (
				( $is_it || $is_old )
				&& $this->payments->remaining_due( $kind, $row->remote_id )->is_positive()
			) {
				return true;
			}
		}
		return false;
	}

	/**
	 * @param string $mark kept beside what it is worth.
	 * @throws LeaseLost
	 * @throws RemoteFailure
	 */
	public function make( Task $task, CustomerRef $customer, PaymentDraft $draft, string $mark = '' ): RemotePayment {
		$intent = new Intent( $draft->note, $draft->amount->to_scale( $draft->currency->decimals ), $mark );
		$sent   = TaskTransitions::sent( $task, $intent, $this->clock->now() );
		if ( ! $this->ledger->save( $sent?->using_up( ProblemCode::MadeUnknown ) ) ) {
			throw new LeaseLost();
		}
		try {
			return $this->keep( $task, $this->payments->create( $customer, $draft ) );
		} catch ( RemoteFailure $failure ) {
			if ( $failure->kind !== FailureKind::OutcomeUnknown ) {
				$this->ledger->save( TaskTransitions::not_sent( $task ) );
			}
			throw $failure;
		}
	}

	/**
	 * People recorded it in Sellsy: the row has what they did.
	 *
	 * @param non-empty-list<int> $ids
	 * @param string              $worth all of it, TTC.
	 * @param string              $mark  kept beside that.
	 * @throws NeedsAttention where a row cannot name so many.
	 * @throws LeaseLost
	 */
	public function adopt( Task $task, array $ids, string $worth, string $mark = '' ): void {
		if ( count( $ids ) > Intent::MOST ) {
			$facts = [
				'paid'   => $worth,
				'amount' => '',
				'many'   => count( $ids ),
				...( $task->key->effect === Effect::PayBack ? [ 'back' => 'yes' ] : [] ),
			];
			throw NeedsAttention::because( ProblemCode::PaymentElsewhere, $facts );
		}
		$theirs = Intent::of_payments( $ids, $worth, $mark );
		if ( ! $this->ledger->save( LinkTransitions::adopted( $task, $theirs, self::TYPE, $ids[0] ) ) ) {
			throw new LeaseLost();
		}
	}

	/** @return list<RemotePayment> one at most. */
	private function recorded( Task $task, CustomerRef $customer, string $key ): array {
		$found = $this->payments->find_by_key(
			$customer,
			$key,
			fn ( array $payments ): bool => $this->are_of_before( $task, $payments )
		);
		return $found === [] ? [] : [ $this->keep( $task, $found[0] ) ];
	}

	/**
	 * A customer of thousands of payments cannot be read to the end: behind one that this shop surely recorded before,
	 * none is the one that was sent later. Its note shows that it is of this account. After a backup nobody knows when
	 * it was sent. It is asked of the last page alone: a clock that was ahead makes newer ones look older.
	 *
	 * @param list<RemotePayment> $payments
	 */
	private function are_of_before( Task $task, array $payments ): bool {
		$until = $task->sent_at?->modify( self::SURELY_BEFORE );
		$notes = array_column( $payments, 'note', 'id' );
		foreach ( $until === null ? [] : $this->ledger->holding( self::TYPE, array_keys( $notes ) ) as $row ) {
			$is_before = $row->sent_at !== null && $row->sent_at <= $until;
			if ( $is_before && $row->intent->key === trim( $notes[ $row->remote_id ] ) ) {
				return true;
			}
		}
		return false;
	}

	private function keep( Task $task, RemotePayment $payment ): RemotePayment {
		if ( ! $this->ledger->save( TaskTransitions::remembered( $task, self::TYPE, $payment->id ) ) ) {
			throw new LeaseLost();
		}
		return $payment;
	}
}
