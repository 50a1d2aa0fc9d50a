<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording\Problems;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Payments\MovedPayment;

/** A payment did not go over to the new invoice: where its money stands now, and what a person does. */
final class MovedPaymentTexts {

	public function text( Problem $problem ): string {
		return vsprintf( $this->said( $problem ), $this->known( $problem ) ) . $this->answer( $problem );
	}

	public function next_step( Problem $problem ): string {
		return vsprintf( $this->advice( $problem ), $this->known( $problem ) );
	}

	/** @return list<string> */
	private function known( Problem $problem ): array {
		return $problem->fact( 'amount' ) === ''
			? [ $problem->fact( 'invoice' ) ]
			: [ $problem->fact( 'amount' ), $problem->fact( 'invoice' ) ];
	}

	private function said( Problem $problem ): string {
		$is_known = $problem->fact( 'amount' ) !== '';
		return match ( true ) {
			$problem->fact( 'why' ) === MovedPayment::STANDS =>
				/* translators: %s: number of an invoice. */
				__( 'What was paid for the order stands on another document in Sellsy, such as the invoice that was cancelled. So it could not be set against invoice %s, which stays due.', 'orderinvoicer' ),
			$problem->fact( 'why' ) === MovedPayment::RECORDED && $is_known =>
				/* translators: 1: amount of money, 2: number of an invoice. */
				__( 'The order was invoiced anew for another customer. A payment that this shop did not record stands on invoice %2$s: it may be the payment of %1$s that was to go over, so nothing was recorded beside it.', 'orderinvoicer' ),
			$problem->fact( 'why' ) === MovedPayment::RECORDED =>
				/* translators: %s: number of an invoice. */
				__( 'The order was invoiced anew for another customer. A payment that this shop did not record stands on invoice %s: it may be the payment that was to go over, so nothing was recorded beside it.', 'orderinvoicer' ),
			$problem->fact( 'why' ) === MovedPayment::GONE =>
				/* translators: 1: amount of money, 2: number of an invoice. */
				__( 'The order was invoiced anew for another customer. The payment of %1$s was deleted with the customer before, but could not be recorded on invoice %2$s: it is no longer in Sellsy.', 'orderinvoicer' ),
			$problem->fact( 'why' ) === MovedPayment::UNSAID =>
				/* translators: 1: amount of money, 2: number of an invoice. */
				__( 'The order was invoiced anew for another customer, but no longer says how %1$s was paid, so that could not go over to invoice %2$s: the payment is still with the customer before, on no invoice.', 'orderinvoicer' ),
			$is_known =>
				/* translators: 1: amount of money, 2: number of an invoice. */
				__( 'The order was invoiced anew for another customer, but the payment of %1$s could not go over to invoice %2$s: Sellsy did not let the payment before be deleted, or it is set against another document there.', 'orderinvoicer' ),
			default =>
				/* translators: %s: number of an invoice. */
				__( 'The order was invoiced anew for another customer, but what was paid could not go over to invoice %s: the payment before is no longer in Sellsy, or the order no longer says how it was paid.', 'orderinvoicer' ),
		};
	}

	private function advice( Problem $problem ): string {
		return match ( $problem->fact( 'why' ) ) {
			MovedPayment::STANDS =>
				__( 'In Sellsy, take it off that document, then retry. If it is to stay there, say so with "Done by hand".', 'orderinvoicer' ),
			MovedPayment::RECORDED =>
				__( 'If it is that payment, delete the one with the customer before, where Sellsy still has it, and say so with "Done by hand". If it is another one, do the same, and also record the amount on the new invoice.', 'orderinvoicer' ),
			MovedPayment::GONE =>
				/* translators: 1: amount of money, 2: number of an invoice. */
				__( 'If you can repair what Sellsy refuses, do so and retry. Otherwise record %1$s in Sellsy on invoice %2$s, with the day of the payment, and say so with "Done by hand".', 'orderinvoicer' ),
			MovedPayment::UNSAID =>
				/* translators: 1: amount of money, 2: number of an invoice. */
				__( 'In Sellsy, delete the payment with the customer before, and record %1$s on invoice %2$s, with the same day; then say so with "Done by hand".', 'orderinvoicer' ),
			default => $problem->fact( 'amount' ) === ''
				? __( 'In Sellsy, delete the payment with the customer before, where it still stands there, and record it on the new invoice; then say so with "Done by hand".', 'orderinvoicer' )
				: __( 'In Sellsy, delete the payment with the customer before, then retry: it is recorded for the new one. Or record it there on the new invoice too, and say so with "Done by hand".', 'orderinvoicer' ),
		};
	}

	private function answer( Problem $problem ): string {
		return $problem->fact( 'message' ) === ''
			? ''
			/* translators: %s: what Sellsy answered. */
			: ' ' . sprintf( __( 'Sellsy refused it and says: "%s"', 'orderinvoicer' ), $problem->fact( 'message' ) );
	}
}
