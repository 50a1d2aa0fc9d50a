<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Content;

use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;

/**
 * What Sellsy answers to a draft: each row's HT half up, VAT once per rate on the sum, unit prices kept with so many
 * decimals.
 */
final class SellsyArithmetic {

	/** @param array<int, string> $percents by Sellsy tax id. */
	public function __construct(
		private readonly int $unit_decimals,
		private readonly array $percents,
	) {}

	public static function of( Shop $shop, int $unit_decimals ): self {
		$percents = [];
		foreach ( [ ...$shop->rates, ...$shop->exempt, $shop->rounding ] as $tax ) {
			if ( $tax !== null ) {
				$percents[ $tax->id ] = $tax->rate->to_string();
			}
		}
		return new self( $unit_decimals, $percents );
	}

	public function compute( DocumentDraft $draft ): ComputedDocument {
		$totals  = [];
		$by_rate = [];
		foreach ( $draft->rows as $row ) {
			if ( $row->unit_amount === null || $row->quantity === null || $row->tax_id === null ) {
				$totals[] = null;
				continue;
			}
			$total              = $this->rounded(
				$row->unit_amount->round( $this->unit_decimals, Rounding::HalfUp )->times( $row->quantity ),
				$draft
			);
			$totals[]           = $total;
			$percent            = $this->percents[ $row->tax_id ];
			$by_rate[ $percent ] = ( $by_rate[ $percent ] ?? Decimal::zero() )->plus( $total );
		}
		$ht  = Decimal::zero();
		$vat = Decimal::zero();
		foreach ( $by_rate as $percent => $sum ) {
			$ht  = $ht->plus( $sum );
			$vat = $vat->plus(
				$this->rounded(
					$sum->times( Decimal::from_string( (string) $percent ) )->times( Decimal::from_string( '0.01' ) ),
					$draft
				)
			);
		}
		return new ComputedDocument( $totals, $ht, $ht->plus( $vat ) );
	}

	private function rounded( Decimal $amount, DocumentDraft $draft ): Decimal {
		return $amount->round( $draft->currency->decimals, Rounding::HalfUp );
	}
}
