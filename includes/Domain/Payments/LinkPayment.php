<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;

/** A payment is set against a document once, with what remains of both. */
final class LinkPayment {

	public function __construct( private readonly Payments $payments ) {}

	/** @throws RemoteFailure */
	public function link( RemotePayment $payment, DocumentKind $kind, int $document_id ): void {
		if ( in_array( $payment->id, $this->payments->linked( $kind, $document_id ), true ) ) {
			return;
		}
		$due    = $this->payments->remaining_due( $kind, $document_id );
		$amount = $payment->remaining->compare( $due ) < 0 ? $payment->remaining : $due;
		if ( $amount->is_positive() ) {
			$this->payments->link( $kind, $document_id, $payment->id, $amount );
		}
	}
}
