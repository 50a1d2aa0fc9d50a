<?php

declare( strict_types=1 );

namespace OrderInvoicer\Wording\Problems;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;

/** Why the document's total would differ from the order's, or does. */
final class AmountsTexts implements Texts {

	public function title( ProblemCode $code ): ?string {
		return match ( $code ) {
			ProblemCode::RoundingOverCap => __( 'The rounding is larger than you allow', 'orderinvoicer' ),
			ProblemCode::TaxesAreNotRates => __( 'The taxes do not fit their rates', 'orderinvoicer' ),
			ProblemCode::LinesDoNotAddUp => __( 'The lines do not add up to the order’s total', 'orderinvoicer' ),
			ProblemCode::FilterBroken => __( 'Code of another plugin fails', 'orderinvoicer' ),
			ProblemCode::LinesMissing => __( 'An order has a total but no lines', 'orderinvoicer' ),
			ProblemCode::FeeUnclear => __( 'Is a negative fee a discount or a payment?', 'orderinvoicer' ),
			ProblemCode::DepositOrder => __( 'An order was paid by a deposit', 'orderinvoicer' ),
			ProblemCode::NegativeFeeTooBig => __( 'A negative fee is too large', 'orderinvoicer' ),
			ProblemCode::AmountNotWritable => __( 'Sellsy cannot write an amount', 'orderinvoicer' ),
			ProblemCode::QuantityTooFine => __( 'A quantity has too many decimals', 'orderinvoicer' ),
			ProblemCode::TotalsDiffer => __( 'Sellsy calculates another total', 'orderinvoicer' ),
			ProblemCode::DraftToDelete => __( 'A draft is to be deleted at Sellsy', 'orderinvoicer' ),
			ProblemCode::UnrecordedDocument => __( 'Sellsy has a document that the shop has lost', 'orderinvoicer' ),
			default => null,
		};
	}

	public function text( Problem $problem ): ?string {
		return match ( $problem->code ) {
			ProblemCode::RoundingOverCap => sprintf(
				/* translators: 1: amount of money, 2: amount of money, 3: amount of money, 4: amount of money. */
				__( 'The total is %3$s and the document would be %4$s: the row "Rounding" would be %1$s, more than the %2$s that you allow.', 'orderinvoicer' ),
				$problem->fact( 'amount' ),
				$problem->fact( 'cap' ),
				$problem->fact( 'order_total' ),
				$problem->fact( 'document_total' )
			),
			ProblemCode::TaxesAreNotRates => $this->not_of_its_rates( $problem ),
			ProblemCode::LinesDoNotAddUp => sprintf(
				/* translators: 1: amount of money, 2: amount of money. */
				__( 'The order is worth %1$s, but its lines add up to %2$s.', 'orderinvoicer' ),
				$problem->fact( 'order_total' ),
				$problem->fact( 'lines_total' )
			),
			ProblemCode::FilterBroken => sprintf(
				/* translators: 1: name of a filter, 2: what went wrong, such as Error plugin.php:12. */
				__( 'Another plugin or code of this site failed, or gave an unusable answer, in the filter "%1$s" (%2$s). So the data of this order cannot be trusted.', 'orderinvoicer' ),
				$problem->fact( 'filter' ),
				$problem->fact( 'detail' )
			),
			ProblemCode::LinesMissing => sprintf(
				/* translators: %s: amount of money. */
				__( 'The order is worth %s, but no line says what was sold: it may come from a till or an import, or its lines can no longer be read.', 'orderinvoicer' ),
				$problem->fact( 'order_total' )
			),
			ProblemCode::FeeUnclear => sprintf(
				/* translators: 1: name of a fee, 2: amount of money. */
				__( 'The fee “%1$s” of −%2$s bears no VAT. As a discount it lowers what is invoiced without VAT; as money from a wallet or a gift card it is a payment, and lowers nothing.', 'orderinvoicer' ),
				$problem->fact( 'line' ),
				$problem->fact( 'amount' )
			),
			ProblemCode::DepositOrder => sprintf(
				/* translators: %s: name of a plugin. */
				__( 'Only a deposit of this order was paid, through %s. What is invoiced when, and what was paid, this plugin cannot tell.', 'orderinvoicer' ),
				$problem->fact( 'plugin' )
			),
			ProblemCode::NegativeFeeTooBig => sprintf(
				/* translators: %s: name of an order line. */
				__( 'The negative fee "%s" is larger than all that is sold at its tax rate.', 'orderinvoicer' ),
				$problem->fact( 'line' )
			),
			ProblemCode::AmountNotWritable => sprintf(
				/* translators: 1: amount of money, 2: currency code. */
				__( 'Sellsy cannot write the amount %1$s in %2$s.', 'orderinvoicer' ),
				$problem->fact( 'amount' ),
				$problem->fact( 'currency' )
			),
			ProblemCode::QuantityTooFine => sprintf(
				/* translators: 1: name of an order line, 2: quantity, such as 0.33333. */
				__( 'The line "%1$s" sells %2$s. An electronic invoice takes four decimals, and the stock of this item is kept at Sellsy.', 'orderinvoicer' ),
				$problem->fact( 'line' ),
				$problem->fact( 'quantity' )
			),
			ProblemCode::TotalsDiffer => sprintf(
				/* translators: 1: amount of money, 2: amount of money. */
				__( 'The order is worth %1$s, but Sellsy calculates %2$s.', 'orderinvoicer' ),
				$problem->fact( 'order_total' ),
				$problem->fact( 'sellsy_total' )
			),
			ProblemCode::DraftToDelete => $problem->fact( 'document_total' ) !== ''
				? sprintf(
					/* translators: 1: amount of money, 2: amount of money. */
					__( 'The order is worth %1$s, but its draft in Sellsy is worth %2$s: no way of writing its lines leads to the order’s total there. No other program can delete a draft in Sellsy.', 'orderinvoicer' ),
					$problem->fact( 'order_total' ),
					$problem->fact( 'document_total' )
				)
				: __( 'This order charges nothing any more (it was cancelled, or refunded in full), but its draft invoice still stands in Sellsy, which lets no other program cancel or delete a draft. Its subject now says that it is cancelled.', 'orderinvoicer' ),
			ProblemCode::UnrecordedDocument => $problem->fact( 'customer' ) === 'other'
				? sprintf(
					/* translators: 1: number of a document at Sellsy, 2: its reference. */
					__( 'Sellsy has the document %1$s with the reference of this order, %2$s, for another customer. The shop does not know it: it seems that a backup of the shop was put back, or a test site copied over it, after that document was made, or that another shop uses the same shop code.', 'orderinvoicer' ),
					$this->document( $problem ),
					$problem->fact( 'reference' )
				)
				: sprintf(
					/*
					 * translators: 1: number of a document at Sellsy, 2: its reference, 3: amount of money, 4: amount
					 * of money.
					 */
					__( 'Sellsy has the document %1$s with the reference of this order, %2$s. It is worth %3$s, but this order would make one of %4$s. The shop does not know it: it seems that a backup of the shop was put back, or a test site copied over it, after that document was made, or that another shop uses the same shop code.', 'orderinvoicer' ),
					$this->document( $problem ),
					$problem->fact( 'reference' ),
					$problem->fact( 'document_total' ),
					$problem->fact( 'order_total' )
				),
			default => null,
		};
	}

	/** Rows of earlier releases do not know the VAT. */
	private function not_of_its_rates( Problem $problem ): string {
		$vat = $problem->fact( 'order_vat' );
		/* translators: 1: amount of money, 2: amount of money. */
		$sums = __( 'The order is worth %1$s, but its lines at its tax rates give %2$s.', 'orderinvoicer' );
		if ( $vat !== '' ) {
			/* translators: 1: amount of money, 2: amount of money, 3: amount of money, 4: amount of money. */
			$sums = __(
				'The order is worth %1$s, %3$s of it VAT, but its lines at its tax rates give %2$s, %4$s of it VAT.',
				'orderinvoicer'
			);
		}
		$why = __(
			'Roundings do not explain it: the taxes were typed by hand, imported or changed by a plugin.',
			'orderinvoicer'
		);
		return sprintf(
			"$sums $why",
			$problem->fact( 'order_total' ),
			$problem->fact( 'document_total' ),
			$vat,
			$problem->fact( 'document_vat' )
		);
	}

	/** A draft has no number. */
	private function document( Problem $problem ): string {
		return $problem->fact( 'number' ) === '' ? $problem->fact( 'id' ) : $problem->fact( 'number' );
	}

	public function next_step( Problem $problem ): ?string {
		return match ( $problem->code ) {
			ProblemCode::RoundingOverCap =>
				__( 'Check the order. If you accept it, say so here for this order, or raise the limit for all of them under Taxes in the settings, then retry.', 'orderinvoicer' ),
			ProblemCode::TaxesAreNotRates => __(
				'Correct the taxes of the order and retry, or make the invoice by hand at Sellsy.',
				'orderinvoicer'
			),
			ProblemCode::LinesDoNotAddUp =>
				__( 'Recalculate the order in WooCommerce if it may still change, then retry; otherwise make the invoice by hand at Sellsy.', 'orderinvoicer' ),
			ProblemCode::FilterBroken =>
				__( 'Show this to whoever wrote that code, or switch the plugin off; then retry.', 'orderinvoicer' ),
			ProblemCode::LinesMissing =>
				__( 'Add the lines with their taxes to the order in WooCommerce, then retry; or make the invoice by hand at Sellsy and link it on the order.', 'orderinvoicer' ),
			ProblemCode::NegativeFeeTooBig =>
				__( 'Check the fee and retry, or make the invoice by hand at Sellsy.', 'orderinvoicer' ),
			ProblemCode::FeeUnclear =>
				__( 'If it is a discount, retry: it is invoiced so. If it is a payment, make this invoice by hand at Sellsy and link it on the order; your developer can name such fees once for all orders (orderinvoicer_part_payments).', 'orderinvoicer' ),
			ProblemCode::DepositOrder =>
				__( 'Make its invoices by hand at Sellsy, the deposit’s first. Link the last one on the order, or say so with "Done by hand".', 'orderinvoicer' ),
			ProblemCode::AmountNotWritable =>
				__( 'Make this document by hand at Sellsy and link it on the order.', 'orderinvoicer' ),
			ProblemCode::QuantityTooFine =>
				__( 'Round the quantity in the order to four decimals, then retry, or make this invoice by hand at Sellsy.', 'orderinvoicer' ),
			ProblemCode::TotalsDiffer =>
				__( 'Check the taxes and the rate category in the settings, then retry. If it stays, send both numbers to support.', 'orderinvoicer' ),
			ProblemCode::UnrecordedDocument => $this->lost_document( $problem->fact( 'customer' ) === 'other' ),
			ProblemCode::DraftToDelete => $problem->fact( 'document_total' ) !== ''
				? __( 'Delete the draft in Sellsy. Within about an hour this order then offers to make the document again, or to link the one that you made by hand.', 'orderinvoicer' )
				: __( 'Delete the draft in Sellsy; within about an hour this closes by itself. If the order is to be billed after all, give it another status.', 'orderinvoicer' ),
			default => null,
		};
	}

	/** @param bool $is_of_another customer. */
	private function lost_document( bool $is_of_another ): string {
		return $is_of_another
			? __( 'Look at that document in Sellsy. If it belongs to another order, which had this number before, press Retry and this order gets its own. If it is this order\'s, link it on the order, or say so with "Done by hand".', 'orderinvoicer' )
			: __( 'Look at that document in Sellsy. If it is this order\'s, link it on the order, or say so with "Done by hand". If it belongs to another order, make this one by hand at Sellsy and say so too. If it was a mistake, delete it there, then retry.', 'orderinvoicer' );
	}
}
