<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Preview\CreditPreview;
use OrderInvoicer\Domain\Preview\DryTax;
use OrderInvoicer\Domain\Preview\DryTotals;

/** A foreseen credit note as the schema `credit-note-preview` shows it. */
final class CreditPreviewView {

	public function __construct( private readonly ProblemView $problems ) {}

	/** @return array<string, mixed> */
	public function view( CreditPreview $preview ): array {
		return [
			'outcome'   => $preview->outcome->value,
			'currency'  => $preview->currency->code,
			'totals'    => $preview->totals === null ? null : $this->totals( $preview->totals, $preview->currency ),
			'remaining' => $preview->left === null ? null : $this->minor( $preview->left, $preview->currency ),
			'sellsy'    => $preview->sellsy_agrees ? 'agrees' : 'not_asked',
			'problem'   => $this->problems->view( $preview->problem, $preview->currency->code ),
		];
	}

	/** @return array<string, mixed> */
	private function totals( DryTotals $totals, Currency $currency ): array {
		return [
			...$this->amounts( $totals->excl_tax, $totals->incl_tax - $totals->excl_tax, $currency ),
			'rounding' => $this->minor( $totals->rounding, $currency ),
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
			'excl_tax' => $this->minor( $excl_tax, $currency ),
			'vat'      => $this->minor( $vat, $currency ),
			'incl_tax' => $this->minor( $excl_tax + $vat, $currency ),
		];
	}

	private function minor( int $minor, Currency $currency ): string {
		return Decimal::of_minor( $minor, $currency->decimals )->to_scale( $currency->decimals );
	}
}
