<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Preview\CreditPreview;
use OrderInvoicer\Domain\Preview\DryTax;
use OrderInvoicer\Domain\Preview\DryTotals;
use OrderInvoicer\Domain\Preview\PreviewOutcome;

/**
 * A foreseen credit note as the schema `credit-note-preview` shows it.
 *
 * @phpstan-import-type ProblemAnswer from ProblemView
 *
 * @phpstan-type CreditTotalsAnswer array{
 *     excl_tax: string,
 *     vat: string,
 *     incl_tax: string,
 *     // The row "Arrondi"; it stands under one of the taxes too.
 *     rounding: string,
 *     taxes: list<array{
 *         label: string,
 *         percent: string,
 *         excl_tax: string,
 *         vat: string,
 *         incl_tax: string,
 *     }>,
 * }
 * @phpstan-type CreditNotePreviewAnswer array{
 *     // held: the credit note would say this, but `problem` keeps it from being made now. lowers_draft: the draft
 *     // invoice is lowered instead.
 *     outcome: value-of<PreviewOutcome>,
 *     currency: string,
 *     // Of the credit note; null where there would be none.
 *     totals: CreditTotalsAnswer|null,
 *     // What the invoice holds afterwards, incl. tax; null where that is not known.
 *     remaining: string|null,
 *     // Whether Sellsy computed the same; it is asked only where it knows the customer.
 *     sellsy: 'agrees'|'not_asked',
 *     problem: ProblemAnswer|null,
 * }
 */
final class CreditPreviewView {

	public function __construct( private readonly ProblemView $problems ) {}

	/** @return CreditNotePreviewAnswer */
	public function view( CreditPreview $preview ): array {
		return [
			'outcome'   => $preview->outcome->value,
			'currency'  => $preview->currency->code,
			'totals'    => $preview->totals === null ? null : $this->totals( $preview->totals, $preview->currency ),
			'remaining' => $preview->left === null ? null : $preview->currency->minor_text( $preview->left ),
			'sellsy'    => $preview->sellsy_agrees ? 'agrees' : 'not_asked',
			'problem'   => $this->problems->view( $preview->problem, $preview->currency->code ),
		];
	}

	/** @return CreditTotalsAnswer */
	private function totals( DryTotals $totals, Currency $currency ): array {
		return [
			...$this->amounts( $totals->excl_tax, $totals->incl_tax - $totals->excl_tax, $currency ),
			'rounding' => $currency->minor_text( $totals->rounding ),
			'taxes'    => array_map(
				fn ( DryTax $tax ): array => [
					'label'   => $tax->label,
					'percent' => $tax->percent->to_string(),
					...$this->amounts( $tax->base, $tax->vat, $currency ),
				],
				$totals->taxes
			),
		];
	}

	/** @return array{excl_tax: string, vat: string, incl_tax: string} */
	private function amounts( int $excl_tax, int $vat, Currency $currency ): array {
		return [
			'excl_tax' => $currency->minor_text( $excl_tax ),
			'vat'      => $currency->minor_text( $vat ),
			'incl_tax' => $currency->minor_text( $excl_tax + $vat ),
		];
	}
}
