<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Assumptions\Observations;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RecentAnswers;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Decimal;

/**
 * What people recorded in Sellsy for an order, counted from the payments themselves: on its invoices, those that stand
 * and those that were replaced, on Sellsy's order and on its estimate; each payment once. Never what is due less what
 * is left of it: credit notes and discounts lower that too, and orders and estimates have none.
 * What they paid back stands on the credit note.
 *
 * @assumes payment-lowers-due
 */
final class OthersMoney {

	private const KINDS = [ DocumentKind::Invoice, DocumentKind::Order, DocumentKind::Estimate ];

	public function __construct(
		private readonly Payments $payments,
		private readonly Ledger $ledger,
		private readonly RecentAnswers $answers,
		private readonly Observations $observations,
	) {}

	/**
	 * @return list<StandingPayment> the customer's that this shop did not record.
	 * @throws RemoteFailure
	 */
	public function of( Task $invoice, CustomerRef $customer ): array {
		$rows = $this->ledger->for_order( $invoice->key->order_id );
		if ( $this->is_made_just_now( $invoice, $rows ) ) {
			return [];
		}
		$ours     = self::ours( $rows, Effect::RecordPayment );
		$money    = $this->payments->of_customer( $customer );
		$payments = $money->payments;
		if ( ! $money->is_all ) {
			array_push( $payments, ...$this->older( $rows, [ ...$ours, ...array_column( $payments, 'id' ) ] ) );
		}
		$this->look_at( $payments, $rows );
		return array_values(
			array_filter(
				$payments,
				static fn ( StandingPayment $payment ): bool => ! in_array( $payment->id, $ours, true )
			)
		);
	}

	/**
	 * What was paid on the order's own sales order or estimate, once there is its invoice: it is used up there, or free
	 * beside it.
	 *
	 * @param list<StandingPayment> $payments
	 * @param list<Task>            $rows
	 */
	private function look_at( array $payments, array $rows ): void {
		$parents = [];
		foreach ( self::documents( $rows ) as [ $kind, $id ] ) {
			$parents[] = $kind === DocumentKind::Invoice ? '' : StandingPayment::place( $kind, $id );
		}
		foreach ( $payments as $payment ) {
			$linked  = $payment->on( array_keys( $payment->linked ) );
			$is_more = $payment->amount === null ? -1 : $payment->free->plus( $linked )->compare( $payment->amount );
			if ( $payment->is_confirmed && $is_more >= 0 && $payment->on( $parents )->is_positive() ) {
				$seen = $is_more === 0 ? 'used' : 'free';
				$this->observations->saw( Assumption::PaymentLowersDue, $is_more === 0, $seen );
			}
		}
	}

	/**
	 * Of a customer with too many payments to read, those on the order's documents are known all the same.
	 *
	 * @param list<Task> $rows
	 * @param list<int>  $known
	 * @return list<StandingPayment>
	 * @throws RemoteFailure
	 */
	private function older( array $rows, array $known ): array {
		$ids = [];
		foreach ( self::documents( $rows ) as [ $kind, $id ] ) {
			array_push( $ids, ...$this->payments->linked( $kind, $id ) );
		}
		$older = array_map(
			fn ( int $id ): ?StandingPayment => $this->payments->standing( $id ),
			array_diff( array_unique( $ids ), $known )
		);
		return array_values( array_filter( $older ) );
	}

	/**
	 * What people paid back on it.
	 *
	 * @param Task $credit the row that made the credit note.
	 * @return list<StandingPayment> none where it became final in this very run.
	 * @throws RemoteFailure
	 */
	public function paid_back( Task $credit ): array {
		if ( $this->answers->is_just_final( DocumentKind::CreditNote, $credit->remote_id ) ) {
			return [];
		}
		$ours   = self::ours( $this->ledger->for_order( $credit->key->order_id ), Effect::PayBack );
		$linked = $this->payments->linked( DocumentKind::CreditNote, $credit->remote_id );
		$theirs = array_map(
			fn ( int $id ): ?StandingPayment => $this->payments->standing( $id, is_out: true ),
			array_diff( $linked, $ours )
		);
		return array_values( array_filter( $theirs ) );
	}

	/**
	 * @param list<Task> $rows
	 * @return list<int> ids of what this plugin recorded.
	 */
	private static function ours( array $rows, Effect $effect ): array {
		$is_sent = static fn ( Task $row ): bool => $row->key->effect === $effect && $row->sent_at !== null;
		return array_column( array_filter( $rows, $is_sent ), 'remote_id' );
	}

	/**
	 * Some of that payment stands on a document of the order that stands itself.
	 *
	 * @throws RemoteFailure
	 */
	public function stand( int $payment_id, Task $invoice ): bool {
		$is_up = static fn ( Task $row ): bool => $row->has_document();
		$rows  = array_filter( $this->ledger->for_order( $invoice->key->order_id ), $is_up );
		$on    = array_map( static fn ( $one ): string => StandingPayment::place( ...$one ), self::documents( $rows ) );
		return $this->payments->standing( $payment_id )?->on( $on )->is_positive() === true;
	}

	/** @return list<string> the documents of the order on which money for it may stand (`StandingPayment::place()`). */
	public function places( int $order_id ): array {
		return array_map(
			static fn ( array $document ): string => StandingPayment::place( ...$document ),
			self::documents( $this->ledger->for_order( $order_id ) )
		);
	}

	/**
	 * @param array<Task> $rows
	 * @return list<array{DocumentKind, int}>
	 */
	private static function documents( array $rows ): array {
		$documents = [];
		foreach ( $rows as $row ) {
			$kind = $row->key->effect->creates();
			if ( $row->was_at_sellsy() && $kind !== null && in_array( $kind, self::KINDS, true ) ) {
				$documents[] = [ $kind, $row->remote_id ];
			}
		}
		return $documents;
	}

	/** What it bills, TTC, as it was told just now; null where it was not. */
	public function worth( Task $invoice ): ?Decimal {
		return $this->answers->document( DocumentKind::Invoice, $invoice->remote_id )?->amounts->incl_tax;
	}

	/**
	 * How much of it is still due, TTC: as it was told just now, or as Sellsy says.
	 *
	 * @throws RemoteFailure
	 */
	public function due( Task $invoice ): Decimal {
		return $this->answers->due( DocumentKind::Invoice, $invoice->remote_id )
			?? $this->payments->remaining_due( DocumentKind::Invoice, $invoice->remote_id );
	}

	/**
	 * It became final in this very run, and no document of before may carry money.
	 *
	 * @param list<Task> $rows
	 */
	private function is_made_just_now( Task $invoice, array $rows ): bool {
		foreach ( $rows as $row ) {
			$is_other = $row->id !== $invoice->id && $row->was_at_sellsy();
			if ( $is_other && in_array( $row->key->effect->creates(), self::KINDS, true ) ) {
				return false;
			}
		}
		return $this->answers->is_just_final( DocumentKind::Invoice, $invoice->remote_id );
	}
}
