<?php

declare( strict_types=1 );

namespace OrderInvoicer\Wording\Problems;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;

/** Refunds, cancelled orders, and orders that were edited after their invoice became final. */
final class RefundTexts implements Texts {

	public function title( ProblemCode $code ): ?string {
		return match ( $code ) {
			ProblemCode::DiffersFromOrder => __( 'The order was edited after its document', 'orderinvoicer' ),
			ProblemCode::DraftNotWritable => __( 'A draft cannot follow its order', 'orderinvoicer' ),
			ProblemCode::RefundOverInvoice => __( 'The refund exceeds the invoice', 'orderinvoicer' ),
			ProblemCode::RefundLinesDiffer => __( 'The lines of the refund do not add up', 'orderinvoicer' ),
			ProblemCode::CreditedByHand => __( 'Other credit notes of the invoice are by hand', 'orderinvoicer' ),
			ProblemCode::RefundTaxesDiffer => __( 'The VAT of a refund does not fit its lines', 'orderinvoicer' ),
			ProblemCode::RefundUnclear => __( 'A refund may have been credited already', 'orderinvoicer' ),
			ProblemCode::RefundNotEntered => __( 'An order is refunded without a refund', 'orderinvoicer' ),
			ProblemCode::RefundBeforeLink => __( 'A credit note may stand at Sellsy already', 'orderinvoicer' ),
			ProblemCode::CreditOfAnother => __( 'A credit stands with another customer', 'orderinvoicer' ),
			ProblemCode::InvoiceMissing => __( 'There is no invoice to credit', 'orderinvoicer' ),
			ProblemCode::RefundUndone => __( 'A refund was deleted after its credit note', 'orderinvoicer' ),
			ProblemCode::Reinstated => __( 'An order was reinstated after its credit note', 'orderinvoicer' ),
			default => null,
		};
	}

	public function text( Problem $problem ): ?string {
		return match ( $problem->code ) {
			ProblemCode::RefundInDraft => sprintf(
				/* translators: %s: amount of money. */
				__(
					'The invoice was still a draft, so it was lowered by the refund of %s instead of being credited.',
					'orderinvoicer'
				),
				$problem->fact( 'refund' )
			),
			ProblemCode::AlreadyCredited => $this->credited( $problem ),
			ProblemCode::RefundGone =>
				__( 'The refund was deleted in the shop before its credit note was made.', 'orderinvoicer' ),
			ProblemCode::RefundUndone => $this->undone( $problem ),
			ProblemCode::Reinstated => $this->reinstated( $problem ),
			ProblemCode::RefundOverInvoice => sprintf(
				/* translators: 1: amount of money, 2: amount of money. */
				__(
					'The refund takes %1$s where the invoice holds only %2$s, in all or at one tax rate.',
					'orderinvoicer'
				),
				$problem->fact( 'refund' ),
				$problem->fact( 'remaining' )
			),
			ProblemCode::RefundLinesDiffer => sprintf(
				/* translators: 1: amount of money, 2: amount of money. */
				__(
					'The refund is worth %1$s, but its lines add up to %2$s. Roundings do not explain it.',
					'orderinvoicer'
				),
				$problem->fact( 'refund' ),
				$problem->fact( 'lines' )
			),
			ProblemCode::RefundTaxesDiffer => sprintf(
				/* translators: 1: amount of money, 2: amount of money, 3: amount of money, 4: amount of money. */
				__( 'WooCommerce says that %1$s was paid back, %2$s of it VAT, but the refund\'s lines at their tax rates give %3$s, %4$s of it VAT. So its credit note waits.', 'orderinvoicer' ),
				$problem->fact( 'refund' ),
				$problem->fact( 'refund_vat' ),
				$problem->fact( 'lines' ),
				$problem->fact( 'lines_vat' )
			),
			ProblemCode::CreditOfAnother => $this->of_another( $problem ),
			ProblemCode::RefundUnclear =>
				__( 'The invoice was issued anew, and a refund that was credited before has been deleted in the shop since. The amounts do not show whether this refund takes its place.', 'orderinvoicer' ),
			ProblemCode::RefundNotEntered => sprintf(
				/* translators: %s: amount of money. */
				__(
					'This order is set to refunded, but no refund covers %s of it, such as what a gift card paid.',
					'orderinvoicer'
				),
				$problem->fact( 'left' )
			),
			ProblemCode::RefundBeforeLink => $problem->fact( 'cancelled' ) === ''
				? __( 'The invoice of this order was linked by hand, and this refund was there before. Its credit note may stand at Sellsy already.', 'orderinvoicer' )
				: __( 'The invoice of this order was linked by hand, and the order had been cancelled before. The invoice may be credited at Sellsy already.', 'orderinvoicer' ),
			ProblemCode::InvoiceMissing => __(
				'This order has no invoice that this plugin made, so there is nothing that a credit note could be for.',
				'orderinvoicer'
			),
			ProblemCode::WaitsForInvoice => __(
				'The invoice of this order is not final yet, and Sellsy only credits and settles final invoices.',
				'orderinvoicer'
			),
			ProblemCode::DiffersFromOrder => $this->differs( $problem ),
			ProblemCode::DraftNotWritable => $this->not_writable( $problem ),
			ProblemCode::CreditedByHand =>
				__( 'Another credit note of this invoice was made by hand at Sellsy, so what the invoice still holds per VAT rate is not known here.', 'orderinvoicer' ),
			default => null,
		};
	}

	public function next_step( Problem $problem ): ?string {
		return match ( $problem->code ) {
			ProblemCode::RefundInDraft,
			ProblemCode::AlreadyCredited,
			ProblemCode::RefundGone => __( 'Nothing to do.', 'orderinvoicer' ),
			ProblemCode::RefundUndone => $problem->fact( 'number' ) === ''
				? __( 'If the money was not given back after all, delete that draft in Sellsy; within about an hour this closes by itself. If it was, enter the refund again in the shop with the same amount: the credit note then counts for it.', 'orderinvoicer' )
				: __( 'If the money was not given back after all, use "Credit and re-issue": the new invoice bills the order as it is now. If it was, enter the refund again in the shop with the same amount: the credit note then counts for it.', 'orderinvoicer' ),
			ProblemCode::Reinstated => $problem->fact( 'number' ) === ''
				? __( 'If it is sold after all, delete that draft in Sellsy; within about an hour this closes by itself. If not, give the order its former status again.', 'orderinvoicer' )
				: __( 'If it is sold after all, use "Credit and re-issue": the new invoice bills the whole sale as it is now. If not, cancel that order again, and this closes by itself.', 'orderinvoicer' ),
			ProblemCode::CreditedByHand =>
				__( 'If the invoice still holds anything, make this credit note by hand at Sellsy too; then say so with "Done by hand".', 'orderinvoicer' ),
			ProblemCode::RefundOverInvoice, ProblemCode::RefundLinesDiffer =>
				__( 'Delete the refund and enter it again with amounts that fit, or make the credit note by hand at Sellsy.', 'orderinvoicer' ),
			ProblemCode::RefundTaxesDiffer => $problem->fact( 'enter' ) === ''
				? __( 'Delete the refund in the order and enter it again with the tax that fits, or make the credit note by hand at Sellsy and link it on the order.', 'orderinvoicer' )
				: sprintf(
					/* translators: 1: amount of money, 2: amount of money. */
					__( 'Delete the refund in the order and enter it again: %1$s excluding VAT and %2$s of VAT. Or make the credit note by hand at Sellsy and link it on the order.', 'orderinvoicer' ),
					$problem->fact( 'enter' ),
					$problem->fact( 'enter_vat' )
				),
			ProblemCode::CreditOfAnother => $this->what_goes_over( $problem ),
			ProblemCode::RefundUnclear =>
				__( 'If the order and its refunds are right, use "Credit and re-issue" on the order: the new invoice bills the order as it is, and this goes on by itself.', 'orderinvoicer' ),
			ProblemCode::RefundNotEntered =>
				__( 'If the customer got that back too, on the gift card or otherwise, retry: all that is left of the invoice is credited then. If not, set the order to another status, and this closes by itself.', 'orderinvoicer' ),
			ProblemCode::RefundBeforeLink => $problem->fact( 'cancelled' ) === ''
				? __(
					'If Sellsy has its credit note, link it on the order. If not, retry: it is made then.',
					'orderinvoicer'
				)
				: __( 'If Sellsy has its credit note, say so with "Done by hand". If not, retry: all that is left of the invoice is credited then.', 'orderinvoicer' ),
			ProblemCode::InvoiceMissing =>
				__( 'Have the invoice made first. If it was made by hand or by another tool, link it on the order, or make the credit note by hand at Sellsy too.', 'orderinvoicer' ),
			ProblemCode::WaitsForInvoice =>
				__( 'Make the invoice final; this then goes on by itself.', 'orderinvoicer' ),
			ProblemCode::DiffersFromOrder, ProblemCode::DraftNotWritable => $this->what_if_it_differs( $problem ),
			default => null,
		};
	}

	private function what_if_it_differs( Problem $problem ): string {
		if ( ! in_array( $problem->fact( 'kind' ), [ '', DocumentKind::Invoice->value ], true ) ) {
			return __(
				'If the order is right, change the document in Sellsy by hand. Retry then takes it as it stands there.',
				'orderinvoicer'
			);
		}
		return $problem->is_of_the_same_amounts()
			? __( 'If the invoice is right all the same, keep it as it is. Otherwise use "Credit and re-issue" on the order: the invoice is credited in full, and a new one is made.', 'orderinvoicer' )
			: __( 'If the order is right, use "Credit and re-issue" on the order: the invoice is credited in full, and a new one is made.', 'orderinvoicer' );
	}

	private function of_another( Problem $problem ): string {
		$said = sprintf(
			/* translators: 1: number of a credit note, 2: number of an invoice. */
			__( 'The order was invoiced anew for another customer. What the first one paid stands at Sellsy as credit note %1$s, and Sellsy sets no customer\'s credit against the invoice of another, here %2$s.', 'orderinvoicer' ),
			$problem->fact( 'credit_note' ),
			$problem->fact( 'invoice' )
		);
		return match ( true ) {
			$problem->fact( 'movable' ) === '1' =>
				$said . ' ' . __( 'This shop recorded that payment, and can move it.', 'orderinvoicer' ),
			$problem->fact( 'recorded' ) === '1' => $said . ' ' . __(
				'A payment that this shop did not record stands on that invoice: it may be the one that is to go over.',
				'orderinvoicer'
			),
			default => $said,
		};
	}

	/** Rows of before know neither the amount nor the first invoice. */
	private function what_goes_over( Problem $problem ): string {
		return match ( true ) {
			$problem->fact( 'movable' ) === '1' =>
				__( 'Use "Move the payment": it says what is done first. If you do it in Sellsy instead, say so with "Done by hand".', 'orderinvoicer' ),
			$problem->fact( 'old' ) === '' =>
				__( 'In Sellsy, settle the credit note with its customer and record the payment on the new invoice, then retry.', 'orderinvoicer' ),
			$problem->fact( 'recorded' ) === '1' => sprintf(
				/*
				 * translators: 1: amount of money, 2: number of an invoice, 3: number of a credit note, 4: number of
				 * another invoice.
				 */
				__( 'If that is the payment of %1$s, do not record it again. In Sellsy, take the one before off invoice %2$s, set credit note %3$s against that invoice, and delete the one before. If it is another one, also record %1$s on invoice %4$s. Then say so with "Done by hand".', 'orderinvoicer' ),
				$problem->fact( 'amount' ),
				$problem->fact( 'old' ),
				$problem->fact( 'credit_note' ),
				$problem->fact( 'invoice' )
			),
			default => sprintf(
				/*
				 * translators: 1: amount of money, 2: number of an invoice, 3: number of a credit note, 4: number of
				 * another invoice.
				 */
				__( 'In Sellsy, %1$s goes over to the new customer: take the payment off invoice %2$s, set credit note %3$s against that invoice, delete the payment, and record that amount, with its day, on invoice %4$s. If the payment was larger, record the rest of it on invoice %2$s again. Then say so with "Done by hand".', 'orderinvoicer' ),
				$problem->fact( 'amount' ),
				$problem->fact( 'old' ),
				$problem->fact( 'credit_note' ),
				$problem->fact( 'invoice' )
			),
		};
	}

	private function undone( Problem $problem ): string {
		return $problem->fact( 'number' ) === ''
			? __(
				'The refund was deleted in the shop, but the draft of its credit note stands in Sellsy.',
				'orderinvoicer'
			)
			: sprintf(
				/* translators: %s: number of the credit note. */
				__( 'The refund was deleted in the shop, but its credit note %s stands in Sellsy.', 'orderinvoicer' ),
				$problem->fact( 'number' )
			);
	}

	private function reinstated( Problem $problem ): string {
		if ( $problem->fact( 'order' ) === '' ) {
			return __( 'All of the order was credited by a draft, and the order stands again.', 'orderinvoicer' );
		}
		return $problem->fact( 'number' ) === ''
			? sprintf(
				/* translators: %s: number of an order. */
				__( 'Order %s, a part of this sale, was cancelled and is there again, but the draft of its credit note stands in Sellsy.', 'orderinvoicer' ),
				$problem->fact( 'order' )
			)
			: sprintf(
				/* translators: 1: number of an order, 2: number of the credit note. */
				__( 'Order %1$s, a part of this sale, was cancelled and is there again, but its credit note %2$s stands in Sellsy: it is billed no more.', 'orderinvoicer' ),
				$problem->fact( 'order' ),
				$problem->fact( 'number' )
			);
	}

	private function credited( Problem $problem ): string {
		if ( $problem->fact( 'id' ) === '' ) {
			return __(
				'The invoice has already been credited in full, so there is nothing left to credit.',
				'orderinvoicer'
			);
		}
		return $problem->fact( 'number' ) === ''
			? __( 'A refund of the same amount was deleted in the shop, but the draft of its credit note stands in Sellsy and counts for this one.', 'orderinvoicer' )
			: sprintf(
				/* translators: %s: number of the credit note. */
				__( 'A refund of the same amount was deleted in the shop, but its credit note %s stands in Sellsy and counts for this one.', 'orderinvoicer' ),
				$problem->fact( 'number' )
			);
	}

	/** A draft proforma or delivery note: API v1 has no call for the rows of a document that stands. */
	private function not_writable( Problem $problem ): string {
		return $problem->has_same_total()
			? __( 'The order was edited after this document was made. It is a draft still, but Sellsy lets no other program change the lines of a delivery note or proforma.', 'orderinvoicer' )
			: sprintf(
				/* translators: 1: amount of money, 2: amount of money. */
				__( 'The order was edited: it is now worth %1$s, but this document says %2$s. It is a draft still, but Sellsy lets no other program change the lines of a delivery note or proforma.', 'orderinvoicer' ),
				$problem->fact( 'order_total' ),
				$problem->fact( 'document_total' )
			);
	}

	private function differs( Problem $problem ): string {
		if ( $problem->is_of_the_same_amounts() ) {
			return sprintf(
				/* translators: %s: number of the document. */
				__( 'The order was edited after its document %s, which cannot follow any more. The amounts are the same, but lines, addresses or the customer\'s numbers differ.', 'orderinvoicer' ),
				$problem->fact( 'number' )
			);
		}
		if ( $problem->has_same_total() ) {
			return sprintf(
				/* translators: 1: number of the document, 2: amount of money, 3: amount of money. */
				__( 'The order was edited after its document %1$s, which cannot follow any more. The total is the same, but the order now holds %2$s of VAT where the document says %3$s.', 'orderinvoicer' ),
				$problem->fact( 'number' ),
				$problem->fact( 'order_vat' ),
				$problem->fact( 'document_vat' )
			);
		}
		return sprintf(
			/* translators: 1: amount of money, 2: number of the document, 3: amount of money. */
			__( 'The order was edited: it is now worth %1$s, but its document %2$s says %3$s and cannot follow any more.', 'orderinvoicer' ),
			$problem->fact( 'order_total' ),
			$problem->fact( 'number' ),
			$problem->fact( 'document_total' )
		);
	}
}
