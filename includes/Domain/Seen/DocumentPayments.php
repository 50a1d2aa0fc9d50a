<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Seen;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Assumptions\Observations;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Work\CallBudget;

/**
 * What payments stand on a document. Sellsy does not say whether a document's list gives what of a payment is set
 * against it, or the whole payment. An invoice says itself what is left to be paid, so that its list is enough; of an
 * estimate or a sales order each payment is read, which names its documents with their amounts.
 *
 * @assumes amount-in-list
 */
final class DocumentPayments {

	/** More of them are not read: such a document is paid by nobody's word. */
	public const READ = 2;

	public function __construct(
		private readonly NewestPayments $payments,
		private readonly Observations $observations,
	) {}

	/** @return bool whether Sellsy sets payments against such documents of a sale. */
	public static function has_any( DocumentKind $kind ): bool {
		return in_array( $kind, [ DocumentKind::Invoice, DocumentKind::Estimate, DocumentKind::Order ], true );
	}

	/** Calls that reading them takes at most. */
	public static function calls( DocumentKind $kind ): int {
		return match ( true ) {
			! self::has_any( $kind )        => 0,
			$kind === DocumentKind::Invoice => 1,
			default                         => 1 + self::READ,
		};
	}

	/**
	 * @return list<SeenPayment>
	 * @throws RemoteFailure
	 */
	public function read( DocumentKind $kind, int $id, CallBudget $calls ): array {
		$calls->spent( 1 );
		$listed = $this->payments->of_document( $kind, $id );
		if ( $kind === DocumentKind::Invoice ) {
			return $listed;
		}
		$read = [];
		foreach ( $listed as $payment ) {
			$read[] = count( $listed ) > self::READ
				? self::on( $payment, null )
				: $this->on_document( $payment, $kind, $id, $calls );
		}
		return $read;
	}

	/**
	 * @param list<SeenPayment> $payments
	 * @return Decimal|null what of them is confirmed money in; null where it is not known of one, or money went out:
	 *                      Sellsy does not say which payment it takes back.
	 */
	public static function sum( array $payments ): ?Decimal {
		$sum = Decimal::zero();
		foreach ( $payments as $payment ) {
			if ( $payment->is_debit || ( $payment->counts && $payment->amount === null ) ) {
				return null;
			}
			$sum = $payment->counts && $payment->amount !== null ? $sum->plus( $payment->amount ) : $sum;
		}
		return $sum;
	}

	/**
	 * @param list<SeenPayment> $payments
	 * @return array{Decimal, Decimal}|null what of them is confirmed, and what is pending; null where it is not known.
	 */
	public static function split( array $payments, string $currency ): ?array {
		$confirmed = Decimal::zero();
		$pending   = Decimal::zero();
		foreach ( $payments as $payment ) {
			if ( $payment->is_debit || $payment->amount === null || $payment->currency !== $currency ) {
				return null;
			}
			$confirmed = $payment->counts ? $confirmed->plus( $payment->amount ) : $confirmed;
			$pending   = $payment->may_come ? $pending->plus( $payment->amount ) : $pending;
		}
		return [ $confirmed, $pending ];
	}

	/** @throws RemoteFailure */
	private function on_document( SeenPayment $listed, DocumentKind $kind, int $id, CallBudget $calls ): SeenPayment {
		$calls->spent( 1 );
		$payment = $this->payments->payment( $listed->id );
		$amount  = Decimal::zero();
		foreach ( $payment->links as $link ) {
			$amount = $link->kind === $kind && $link->document_id === $id ? $amount->plus( $link->amount ) : $amount;
		}
		$this->compare( $listed->amount, $amount, $payment->amount );
		return self::on( $payment, $amount );
	}

	/** What a list gives shows where a part of a payment alone is on the document, and its own answer says so. */
	private function compare( ?Decimal $listed, Decimal $part, ?Decimal $whole ): void {
		if ( $listed === null || $whole === null || ! $part->is_positive() || $part->equals( $whole ) ) {
			return;
		}
		if ( $listed->equals( $part ) || $listed->equals( $whole ) ) {
			$is_part = $listed->equals( $part );
			$this->observations->saw( Assumption::AmountInList, $is_part, $is_part ? 'part' : 'whole' );
		}
	}

	private static function on( SeenPayment $payment, ?Decimal $amount ): SeenPayment {
		return new SeenPayment(
			id: $payment->id,
			counts: $payment->counts,
			currency: $payment->currency,
			amount: $amount,
			paid_at: $payment->paid_at,
			is_debit: $payment->is_debit,
			may_come: $payment->may_come
		);
	}
}
