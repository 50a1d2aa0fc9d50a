<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Content\RowKind;
use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Taxes\TaxMap;

/** The totals that a document should have, as one step of its trail: HT, VAT by rate, the rounding row and TTC. */
final class TotalsStep {

	public function step( DocumentDraft $draft, TaxMap $taxes ): Step {
		$decimals = $draft->currency->decimals;
		$priced   = array_filter( $draft->rows, static fn( DraftRow $row ): bool => $row->kind === RowKind::Priced );
		return new Step(
			StepCode::Totals,
			[
				'kind'     => $draft->kind->value,
				'rows'     => count( $priced ),
				'excl_tax' => self::amount( $draft->totals->excl_tax, $decimals ),
				'vat'      => $this->vat( $draft, $taxes ),
				'rounding' => self::amount( $this->rounding( $draft, $taxes ), $decimals ),
				'incl_tax' => self::amount( $draft->totals->incl_tax, $decimals ),
				'currency' => $draft->currency->code,
			]
		);
	}

	/** @return string "20: 2.00; 5.5: 0.55" */
	private function vat( DocumentDraft $draft, TaxMap $taxes ): string {
		$by_rate = [];
		$known   = [ ...array_values( $taxes->rates ), ...array_values( $taxes->exempt ) ];
		foreach ( array_column( $known, null, 'id' ) as $id => $tax ) {
			$vat = $draft->totals->by_tax[ $id ]['vat'] ?? 0;
			if ( $vat !== 0 ) {
				$rate             = $tax->rate->to_string();
				$by_rate[ $rate ] = ( $by_rate[ $rate ] ?? 0 ) + $vat;
			}
		}
		$parts = array_map(
			static fn( int|string $rate, int $vat ): string =>
				$rate . ': ' . self::amount( $vat, $draft->currency->decimals ),
			array_keys( $by_rate ),
			$by_rate
		);
		return implode( '; ', $parts );
	}

	/** The builder puts what is left last, under a tax of its own. */
	private function rounding( DocumentDraft $draft, TaxMap $taxes ): int {
		$last = array_values( $draft->rows )[ count( $draft->rows ) - 1 ] ?? null;
		return $last !== null
			&& $taxes->rounding !== null
			&& $last->tax_id === $taxes->rounding->id
			&& $last->item === null
				? $last->total ?? 0
				: 0;
	}

	private static function amount( int $minor, int $decimals ): string {
		return Decimal::of_minor( $minor, $decimals )->to_scale( $decimals );
	}
}
