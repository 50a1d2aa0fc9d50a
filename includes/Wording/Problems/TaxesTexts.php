<?php

declare( strict_types=1 );

namespace OrderInvoicer\Wording\Problems;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Wording\Names\SituationText;

/** What is missing so that the taxes of the order can be written at Sellsy. */
final class TaxesTexts implements Texts {

	public function __construct( private readonly SituationText $situations ) {}

	public function title( ProblemCode $code ): ?string {
		return match ( $code ) {
			ProblemCode::RateCategoryUnset => __( 'No rate category is chosen', 'orderinvoicer' ),
			ProblemCode::RateCategoryUnfit => __( 'The rate category is in another currency', 'orderinvoicer' ),
			ProblemCode::TaxUnmapped => __( 'A tax rate has no Sellsy tax', 'orderinvoicer' ),
			ProblemCode::TaxPercentDiffers => __( 'The Sellsy tax has another percentage', 'orderinvoicer' ),
			ProblemCode::TaxUnusable => __( 'The Sellsy tax can no longer be used', 'orderinvoicer' ),
			ProblemCode::TaxRateMissing => __( 'A tax rate is missing in the order', 'orderinvoicer' ),
			ProblemCode::TaxWithoutRate => __( 'An amount of tax has no rate', 'orderinvoicer' ),
			ProblemCode::TaxSplitUnknown => __( 'Taxes of a line cannot be told apart', 'orderinvoicer' ),
			ProblemCode::ExemptionUnmapped => __( 'A sale without VAT has no Sellsy tax', 'orderinvoicer' ),
			ProblemCode::ExemptionUnfit => __( 'The exempt tax does not fit the sale', 'orderinvoicer' ),
			ProblemCode::ExemptionUnknown => __( 'Nothing says why there is no VAT', 'orderinvoicer' ),
			ProblemCode::RoundingTaxUnset => __( 'No tax is chosen for roundings', 'orderinvoicer' ),
			default => null,
		};
	}

	public function text( Problem $problem ): ?string {
		return match ( $problem->code ) {
			ProblemCode::RateCategoryUnset =>
				__( 'No rate category is chosen for this kind of document, and Sellsy needs one.', 'orderinvoicer' ),
			ProblemCode::RateCategoryUnfit => sprintf(
				/* translators: %s: currency code. */
				__( 'The chosen rate category is not in %s, the currency of the order.', 'orderinvoicer' ),
				$problem->fact( 'currency' )
			),
			ProblemCode::TaxUnmapped => sprintf(
				/* translators: 1: name of a tax rate, 2: percentage. */
				__( 'The tax rate "%1$s" (%2$s %%) has no tax of Sellsy assigned to it.', 'orderinvoicer' ),
				$problem->fact( 'rate_label' ),
				$problem->fact( 'percent' )
			),
			ProblemCode::TaxPercentDiffers => sprintf(
				/* translators: 1: name of a tax rate, 2: percentage of the order, 3: percentage at Sellsy. */
				__(
					'The order was taxed at %2$s %% with "%1$s", but the tax assigned to it at Sellsy is %3$s %%.',
					'orderinvoicer'
				),
				$problem->fact( 'rate_label' ),
				$problem->fact( 'order_percent' ),
				$problem->fact( 'sellsy_percent' )
			),
			ProblemCode::TaxUnusable => sprintf(
				/* translators: %s: name of a tax. */
				__( 'The tax "%s" of Sellsy is archived or may not stand on new invoices.', 'orderinvoicer' ),
				$problem->fact( 'tax_label' )
			),
			ProblemCode::TaxRateMissing => sprintf(
				/* translators: %s: number of a tax rate. */
				__(
					'A line of the order names the tax rate %s, which is not among the taxes of the order.',
					'orderinvoicer'
				),
				$problem->fact( 'rate_id' )
			),
			ProblemCode::TaxWithoutRate => sprintf(
				/* translators: %s: name of an order line. */
				__(
					'The line "%s" carries a tax amount without a tax rate, so its VAT cannot be known.',
					'orderinvoicer'
				),
				$problem->fact( 'line' )
			),
			ProblemCode::TaxSplitUnknown => sprintf(
				/* translators: %s: name of an order line. */
				__(
					'The line "%s" has taxes that cannot be told apart: taxes on taxes, or an amount without a base.',
					'orderinvoicer'
				),
				$problem->fact( 'line' )
			),
			ProblemCode::ExemptionUnmapped => sprintf(
				/* translators: 1: name of an order line, 2: why there is no VAT. */
				__(
					'The line "%1$s" carries no VAT (%2$s), and no exempt tax of Sellsy is assigned to that situation.',
					'orderinvoicer'
				),
				$problem->fact( 'line' ),
				$this->situations->text( $problem->fact( 'situation' ) )
			),
			ProblemCode::ExemptionUnfit => $this->unfit( $problem ),
			ProblemCode::ExemptionUnknown => sprintf(
				/* translators: %s: name of an order line. */
				__( 'The line "%s" carries no VAT, and nothing in the order says why.', 'orderinvoicer' ),
				$problem->fact( 'line' )
			),
			ProblemCode::RoundingTaxUnset => sprintf(
				/* translators: %s: amount of money. */
				__( 'The document needs a row "Rounding" of %s so that its total equals the total of the order, and no tax is chosen for it.', 'orderinvoicer' ),
				$problem->fact( 'amount' )
			),
			default => null,
		};
	}

	private function unfit( Problem $problem ): string {
		$text = $problem->fact( 'beside' ) === '1'
			/* translators: 1: name of an order line, 2: why there is no VAT, 3: tax of Sellsy, 4: its category. */
			? __( 'The line "%1$s" carries no VAT (%2$s). The tax "%3$s" that is assigned to it is of category %4$s, which may not stand beside other lines in a document.', 'orderinvoicer' )
			/* translators: 1: name of an order line, 2: why there is no VAT, 3: tax of Sellsy, 4: its category. */
			: __( 'The line "%1$s" carries no VAT (%2$s). The tax "%3$s" that is assigned to it is of category %4$s, which does not fit such a sale.', 'orderinvoicer' );
		return sprintf(
			$text,
			$problem->fact( 'line' ),
			$this->situations->text( $problem->fact( 'situation' ) ),
			$problem->fact( 'tax_label' ),
			$problem->fact( 'category' )
		);
	}

	public function next_step( Problem $problem ): ?string {
		return match ( $problem->code ) {
			ProblemCode::RateCategoryUnset => __(
				'Choose one for this kind of document under Documents in the settings, then retry.',
				'orderinvoicer'
			),
			ProblemCode::RateCategoryUnfit =>
				__( 'Create a rate category in that currency at Sellsy, without taxes included, and choose it in the settings; then retry.', 'orderinvoicer' ),
			ProblemCode::TaxUnmapped => __( 'Assign one under Taxes in the settings, then retry.', 'orderinvoicer' ),
			ProblemCode::TaxPercentDiffers =>
				__( 'Assign a tax of the same percentage under Taxes in the settings, then retry.', 'orderinvoicer' ),
			ProblemCode::TaxUnusable =>
				__( 'Assign another one under Taxes in the settings, then retry.', 'orderinvoicer' ),
			ProblemCode::TaxRateMissing, ProblemCode::TaxWithoutRate =>
				__( 'Recalculate the order in WooCommerce if it may still change, or make the document by hand at Sellsy and link it on the order.', 'orderinvoicer' ),
			ProblemCode::TaxSplitUnknown =>
				__( 'Make this document by hand at Sellsy and link it on the order.', 'orderinvoicer' ),
			ProblemCode::ExemptionUnmapped, ProblemCode::ExemptionUnfit =>
				$this->situations->advice_for( $problem->fact( 'situation' ), $problem->fact( 'country' ) ),
			ProblemCode::ExemptionUnknown =>
				__( 'Check the order: a domestic sale without VAT is often an import that lost it. Correct it and retry, or make the invoice by hand at Sellsy.', 'orderinvoicer' ),
			ProblemCode::RoundingTaxUnset =>
				__( 'Choose the exempt tax for roundings under Taxes in the settings, then retry.', 'orderinvoicer' ),
			default => null,
		};
	}
}
