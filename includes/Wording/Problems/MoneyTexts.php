<?php

declare( strict_types=1 );

namespace OrderInvoicer\Wording\Problems;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Intent;

/** Payments and sums of an order that do not agree with what stands in Sellsy. */
final class MoneyTexts implements Texts {

	public function title( ProblemCode $code ): ?string {
		return match ( $code ) {
			ProblemCode::SumsDiffer => __( 'Order and documents do not come to the same', 'orderinvoicer' ),
			ProblemCode::PaymentElsewhere => __( 'Other payments are recorded in Sellsy', 'orderinvoicer' ),
			ProblemCode::PaymentFree => __( 'The payment may stand in Sellsy already', 'orderinvoicer' ),
			ProblemCode::PaymentGone => __( 'The payment no longer stands on its document', 'orderinvoicer' ),
			ProblemCode::PaidAnotherTotal => __( 'The order was edited after it was paid', 'orderinvoicer' ),
			ProblemCode::Disputed => __( 'A dispute took the money of an order', 'orderinvoicer' ),
			ProblemCode::DisputeByHand => __( 'A disputed payment is to be taken off in Sellsy', 'orderinvoicer' ),
			default => null,
		};
	}

	public function text( Problem $problem ): ?string {
		return match ( $problem->code ) {
			ProblemCode::SumsDiffer => $this->sums( $problem ),
			ProblemCode::PaymentElsewhere => $problem->fact( 'many' ) !== '' ? $this->many( $problem ) : sprintf(
				match ( true ) {
					$problem->fact( 'note' ) !== '' =>
						/* translators: 1: amount of money, 2: number of a credit note. */
						__( '%1$s went back to the customer. That is recorded in Sellsy, but not all of it stands on credit note %2$s, which somebody set against something else.', 'orderinvoicer' ),
					$problem->fact( 'back' ) === 'yes' =>
						/* translators: 1: amount of money, 2: amount of money. */
						__( 'The customer got %1$s back, and somebody recorded %2$s on the credit note in Sellsy. Nothing was recorded here.', 'orderinvoicer' ),
					default =>
						/* translators: 1: amount of money, 2: amount of money. */
						__( 'The customer paid %1$s, and somebody recorded %2$s for this order in Sellsy. Nothing was recorded here.', 'orderinvoicer' ),
				},
				$problem->fact( 'paid' ),
				$problem->fact( 'note' ) !== '' ? $problem->fact( 'note' ) : $problem->fact( 'found' )
			),
			ProblemCode::PaymentFree => sprintf(
				/* translators: %s: amount of money. */
				__( 'The customer paid %s, and a payment that may be this one stands in Sellsy without a document. Nothing was recorded here.', 'orderinvoicer' ),
				$problem->fact( 'paid' )
			),
			ProblemCode::PaymentGone => sprintf(
				match ( true ) {
					$problem->fact( 'back' ) === 'yes' =>
						/* translators: 1: amount of money, 2: number of a credit note. */
						__( '%1$s went back to the customer, and not all of that stands on %2$s any more: somebody took it off in Sellsy, or deleted it there.', 'orderinvoicer' ),
					$problem->fact( 'several' ) === 'yes' =>
						/* translators: 1: amount of money, 2: number of an invoice. */
						__( '%1$s was paid by several payments, and not all of them are on invoice %2$s any more: somebody took them off in Sellsy, or deleted them there.', 'orderinvoicer' ),
					/* translators: 1: amount of money, 2: number of an invoice. */
					default => __(
						'The payment of %1$s was taken off invoice %2$s in Sellsy, or deleted there.',
						'orderinvoicer'
					),
				},
				$problem->fact( 'paid' ),
				$problem->fact( 'invoice' )
			),
			ProblemCode::PaidAnotherTotal => sprintf(
				/* translators: 1: amount of money, 2: amount of money. */
				__( 'The order was %1$s when it was paid, and is %2$s now. No payment was recorded.', 'orderinvoicer' ),
				$problem->fact( 'paid' ),
				$problem->fact( 'total' )
			),
			ProblemCode::Disputed => sprintf(
				/* translators: %s: amount of money. */
				__( 'The customer disputed the payment, and the bank took %s back. The invoice still counts as paid in Sellsy.', 'orderinvoicer' ),
				$problem->fact( 'amount' )
			),
			ProblemCode::DisputeUnpaid =>
				__( 'A dispute took the money. You said that the customer owes it again, so no credit note was made for it.', 'orderinvoicer' ),
			ProblemCode::DisputeByHand => sprintf(
				/* translators: 1: amount of money, 2: number of an invoice. */
				__( 'A dispute took %1$s, but what invoice %2$s was paid with was not recorded here, or Sellsy does not let it be taken off.', 'orderinvoicer' ),
				$problem->fact( 'amount' ),
				$problem->fact( 'invoice' )
			),
			default => null,
		};
	}

	private function many( Problem $problem ): string {
		return sprintf(
			$problem->fact( 'back' ) === 'yes'
			/* translators: 1: amount of money, 2: number of payments, above 3, 3: number of payments. */
			? __( 'The customer got %1$s back, and somebody recorded that in Sellsy as %2$s payments on the credit note. They cannot be followed here: %3$d at most can. Nothing was recorded here.', 'orderinvoicer' )
			/* translators: 1: amount of money, 2: number of payments, above 3, 3: number of payments. */
			: __( 'The customer paid %1$s, and somebody recorded that in Sellsy as %2$s payments. They cannot be followed here: %3$d at most can. Nothing was recorded here.', 'orderinvoicer' ),
			$problem->fact( 'paid' ),
			$problem->fact( 'many' ),
			Intent::MOST
		);
	}

	private function sums( Problem $problem ): string {
		$documents = $problem->fact( 'documents' ) === '' ? '' : sprintf(
			/* translators: 1: amount of money, 2: amount of money. */
			__( 'Invoices less credit notes come to %1$s, the order less its refunds to %2$s.', 'orderinvoicer' ),
			$problem->fact( 'documents' ),
			$problem->fact( 'sale' )
		);
		$payments = $problem->fact( 'payments' ) === '' ? '' : sprintf(
			/* translators: 1: amount of money, 2: amount of money. */
			__( 'Payments recorded in Sellsy, less what was paid back, come to %1$s; by the order, less what went back, it is %2$s.', 'orderinvoicer' ),
			$problem->fact( 'payments' ),
			$problem->fact( 'money' )
		);
		$differ = __( 'Sellsy and the order do not come to the same sum.', 'orderinvoicer' );
		return trim( preg_replace( '/ +/', ' ', "$differ $documents $payments" ) ?? $differ );
	}

	public function next_step( Problem $problem ): ?string {
		return match ( $problem->code ) {
			ProblemCode::SumsDiffer =>
				__( 'Compare the order and its refunds with its documents and payments in Sellsy, and put right what is wrong. If both sums are right as they are, say so here: the same sums are then not asked about again.', 'orderinvoicer' ),
			ProblemCode::PaymentElsewhere, ProblemCode::PaidAnotherTotal => $problem->fact( 'amount' ) === ''
				? __(
					'Correct the payments in Sellsy, then retry. If all is there as it is, say so with "Done by hand".',
					'orderinvoicer'
				)
				: sprintf(
					/* translators: %s: amount of money. */
					__( 'Have %s recorded with "Record this amount", or correct the payments in Sellsy and retry. If all is there as it is, say so with "Done by hand".', 'orderinvoicer' ),
					$problem->fact( 'amount' )
				),
			ProblemCode::PaymentGone => $problem->fact( 'twice' ) === 'yes'
				? __( 'Another payment stands on the document, and this one is still with the customer. If it was one, delete the one that is too many in Sellsy, then choose "Done by hand".', 'orderinvoicer' )
				: __( 'If that money was paid, choose "Record this amount": the payment is put back, or recorded again if it was deleted. If it was not, or all is right as it is, choose "Done by hand".', 'orderinvoicer' ),
			ProblemCode::Disputed =>
				__( 'If the sale is undone, choose “Make a credit note”. If the customer still owes it, choose “It is unpaid again”. If the bank gives the money back, set the order to a paid status again, or delete the refund, and this closes by itself.', 'orderinvoicer' ),
			ProblemCode::DisputeUnpaid => __( 'If that was wrong, retry: you are asked again.', 'orderinvoicer' ),
			ProblemCode::DisputeByHand => sprintf(
				/* translators: 1: amount of money, 2: number of an invoice. */
				__( 'In Sellsy, take %1$s off invoice %2$s, and record that it went back. Then say so with "Done by hand".', 'orderinvoicer' ),
				$problem->fact( 'amount' ),
				$problem->fact( 'invoice' )
			),
			ProblemCode::PaymentFree =>
				__( 'If it is this payment, set it against the invoice in Sellsy, then retry. If it is another one, choose "Record this amount".', 'orderinvoicer' ),
			default => null,
		};
	}
}
