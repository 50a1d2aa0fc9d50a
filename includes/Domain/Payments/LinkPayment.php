<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RecentAnswers;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Decimal;

/** A payment is set against a document once, with what remains of both. */
final class LinkPayment {

	public function __construct(
		private readonly Payments $payments,
		private readonly RecentAnswers $answers,
	) {}

	/**
	 * One that this process has just made: it stands on no document yet. Where Sellsy refuses the sum because what was
	 * told of the document is no longer so, both are looked at.
	 *
	 * @return bool as below.
	 * @throws RemoteFailure
	 */
	public function link_new( RemotePayment $payment, DocumentKind $kind, int $document_id ): bool {
		$due = $this->answers->due( $kind, $document_id );
		try {
			return $due === null
				? $this->link( $payment, $kind, $document_id )
				: $this->set( $payment, $kind, $document_id, $due );
		} catch ( RemoteFailure $refused ) {
			$was_quicker = $due !== null && $refused->kind === FailureKind::Rejected
				&& ! $due->equals( $this->payments->remaining_due( $kind, $document_id ) );
			// Somebody set something against it.
			return $was_quicker ? $this->link( $payment, $kind, $document_id ) : throw $refused;
		}
	}

	/**
	 * Looks first whether an earlier try did it.
	 *
	 * @return bool false: more is due of an invoice, and nothing of the payment is free for it; or not all of the
	 *              payment is on the credit note, on which alone it belongs.
	 * @throws RemoteFailure
	 */
	public function link( RemotePayment $payment, DocumentKind $kind, int $document_id ): bool {
		return in_array( $payment->id, $this->payments->linked( $kind, $document_id ), true )
			? $kind === DocumentKind::Invoice || $payment->remaining->is_zero()
			: $this->set( $payment, $kind, $document_id, $this->payments->remaining_due( $kind, $document_id ) );
	}

	/** @throws RemoteFailure */
	public function link_free( int $payment_id, DocumentKind $kind, int $document_id ): void {
		$this->link( $this->payments->get( $payment_id ), $kind, $document_id );
	}

	/** @throws RemoteFailure */
	private function set( RemotePayment $payment, DocumentKind $kind, int $document_id, Decimal $due ): bool {
		$this->answers->forget_due( $kind, $document_id );
		$amount = $payment->remaining->compare( $due ) < 0 ? $payment->remaining : $due;
		if ( $amount->is_positive() ) {
			$this->payments->link( $kind, $document_id, $payment->id, $amount );
		}
		return $kind === DocumentKind::Invoice
			? $amount->is_positive() || ! $due->is_positive()
			: $amount->is_positive() && $amount->equals( $payment->remaining );
	}
}
