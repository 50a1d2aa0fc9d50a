<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Settings\Settings;

/** An order and what the ledger knows of its documents, at one moment. */
final class OrderStanding {

	private const OVER = [ 'cancelled', 'failed', 'refunded' ];

	/**
	 * @param list<Task>           $rows    all rows of the order, newest revision last.
	 * @param list<RefundSnapshot> $refunds oldest first.
	 * @param array<string, \DateTimeImmutable> $emails_since when the shop's own e-mails were switched on, by
	 *                                      DocumentKind value; none: it is off.
	 */
	public function __construct(
		public readonly OrderSnapshot $order,
		public readonly array $refunds,
		public readonly array $rows,
		public readonly Settings $settings,
		public readonly \DateTimeImmutable $now,
		public readonly array $emails_since = [],
	) {}

	/** The newest row of that effect; null when none was opened. */
	public function row( Effect $effect, int $refund_id = 0, string $part = '' ): ?Task {
		$found = null;
		foreach ( $this->rows as $row ) {
			if ( $row->key->effect === $effect && $row->key->refund_id === $refund_id && $row->key->part === $part ) {
				$found = $row;
			}
		}
		return $found;
	}

	/**
	 * The row of the order's newest document of that kind that stands at Sellsy; null while there is none, or another
	 * is to come. An order that is over gets no other.
	 */
	public function document( DocumentKind $kind, int $refund_id = 0 ): ?Task {
		$newest = null;
		foreach ( $this->rows as $row ) {
			$is_it  = $row->key->effect === Effect::create( $kind ) && $row->key->refund_id === $refund_id;
			$is_off = $row->rests( Outcome::NotTriggered ) && in_array( $this->order->status, self::OVER, true );
			$newest = $is_it && ( ! $is_off || $newest === null ) ? $row : $newest;
		}
		return $newest !== null && $this->stands( $newest ) ? $newest : null;
	}

	/**
	 * The part of the order that a row's document charges. An invoice charges all but the refunds that it does not
	 * bill.
	 */
	public function billed( Task $task ): OrderSnapshot {
		return $task->key->effect === Effect::CreateInvoice
			? OrderLessRefunds::order(
				$this->order,
				CreditNoteTasks::invoice( $task->id, $this->rows, $this->refunds )->absorbed
			)
			: $this->order;
	}

	/** What no refund tells of. */
	public function left(): Decimal {
		return $this->order->total->minus( Decimal::sum( array_column( $this->refunds, 'amount' ) ) );
	}

	/** @return list<RefundSnapshot> refunds, and what a dispute took without one. */
	public function gone_back(): array {
		return UncoveredRefund::with_disputed( $this->order, $this->refunds, $this->now );
	}

	/** A dispute took it, and a person says that the customer owes it again. */
	public function is_left_unpaid( RefundSnapshot $refund ): bool {
		return $this->row( Effect::CreateCreditNote, $refund->id )?->rests( Outcome::LeftUnpaid ) === true;
	}

	/** Paid and invoiced while no payments were recorded, and nobody has had any of it recorded (`RecordEarlier`). */
	public function is_left_unrecorded( Task $invoice ): bool {
		$is_payment = static fn ( Task $task ): bool =>
			$task->key->effect === Effect::RecordPayment && ! $task->rests( Outcome::StepNotWanted );
		return $this->order->paid_at !== null
			&& $this->settings->payments->is_before( $this->order->paid_at, $invoice->document_since() )
			&& array_filter( $this->rows, $is_payment ) === [];
	}

	/** Its document is at Sellsy, and nobody has to look at it first. */
	public function stands( Task $task ): bool {
		return $task->state === TaskState::Done && $task->has_document();
	}

	/**
	 * All that was left of the invoice was credited for good because the order was cancelled, not because a person
	 * wants another invoice. The order has been reinstated since: another invoice follows once it is sold
	 * (`ReinvoiceRule`), and payments belong to that one.
	 */
	public function awaits_another( Task $invoice ): bool {
		if ( $this->order->is_cancelled() || $invoice->has_lost_its_document() ) {
			return false;
		}
		foreach ( $this->rows as $row ) {
			$is_whole = $row->key->effect === Effect::CreateCreditNote
				&& $row->key->refund_id === 0
				&& $row->key->revision === $invoice->key->revision;
			if (
				$is_whole
				&& ! $row->asked
				&& ( $row->is_by_hand() || ( $this->stands( $row ) && $row->remote_number !== '' ) )
			) {
				return true;
			}
		}
		return false;
	}

	/** By the owner's own signs of it. */
	public function is_shipped(): bool {
		return Shipped::is( $this->order->status, $this->order->delivery, $this->settings );
	}
}
