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
use OrderInvoicer\Domain\RemoteIds\RemoteIds;

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

	/** In the remembered ids: on which document a payment was seen last. Sellsy forgets it with the document. */
	private const STOOD = 'payment_stood';

	public function __construct(
		private readonly Payments $payments,
		private readonly Ledger $ledger,
		private readonly RecentAnswers $answers,
		private readonly Observations $observations,
		private readonly RemoteIds $remote_ids,
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
		$is_theirs = static fn ( StandingPayment $payment ): bool => ! in_array( $payment->id, $ours, true );
		return $this->recalled( array_values( array_filter( $payments, $is_theirs ) ), self::lost( $rows ) );
	}

	/** @param list<int> $ids of payments that stand on it now. */
	public function saw( DocumentKind $kind, int $document_id, array $ids ): void {
		foreach ( $ids as $id ) {
			$this->remote_ids->remember( self::STOOD, "id:$id", $kind->value, $document_id );
		}
	}

	/**
	 * What is free says where it stood. As a whole it counts as if it stood there still, where that document stands no
	 * more: Sellsy cancels only what nothing settles.
	 *
	 * @param list<StandingPayment> $payments
	 * @param list<string>          $lost
	 * @return list<StandingPayment>
	 */
	private function recalled( array $payments, array $lost ): array {
		$is_free = static fn ( StandingPayment $one ): bool => $one->free->is_positive();
		$ids     = array_column( array_filter( $payments, $is_free ), 'id' );
		$keys    = array_map( static fn ( int $id ): string => "id:$id", $ids );
		$stood   = $this->remote_ids->known_all( self::STOOD, $keys );
		foreach ( $payments as $at => $payment ) {
			$known = $stood[ "id:$payment->id" ] ?? null;
			if ( $known !== null ) {
				$payments[ $at ] = $payment->that_stood_on( "{$known['type']} {$known['id']}", $lost );
			}
		}
		return $payments;
	}

	/**
	 * Documents that stand no more: what stood on them is free.
	 *
	 * @param list<Task> $rows
	 * @return list<string>
	 */
	public static function lost( array $rows ): array {
		return self::named( array_filter( $rows, static fn ( Task $row ): bool => $row->has_lost_its_document() ) );
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
		return $this->payments->standing( $payment_id )?->on( self::named( $rows ) )->is_positive() === true;
	}

	/** @return list<string> the documents of the order on which money for it may stand (`StandingPayment::place()`). */
	public function places( int $order_id ): array {
		return self::named( $this->ledger->for_order( $order_id ) );
	}

	/**
	 * @param array<Task> $rows
	 * @return list<string>
	 */
	private static function named( array $rows ): array {
		return array_map( static fn ( $one ): string => StandingPayment::place( ...$one ), self::documents( $rows ) );
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
