<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TaxDoctor\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Account\TaxRefusal;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Taxes\Confidence;
use OrderInvoicer\Domain\Taxes\ExemptionTable;
use OrderInvoicer\Domain\Taxes\ShopRate;
use OrderInvoicer\Domain\Taxes\TaxProposals;

/** Choices that are no longer right: Sellsy no longer has or accepts the tax, or its percentage is another. */
final class ChosenTaxes {

	/** @return list<Finding> */
	public function findings( ShopTaxes $shop ): array {
		return array_values(
			array_filter(
				[
					...array_map(
						fn( ShopRate $rate ): ?Finding => $this->of_rate( $shop, $rate ),
						$shop->all_rates()
					),
					...array_map(
						fn( ExemptSituation $situation ): ?Finding => $this->of_situation( $shop, $situation ),
						ExemptSituation::cases()
					),
					$this->of_rounding( $shop ),
					$this->of_franchise( $shop ),
				]
			)
		);
	}

	private function of_rate( ShopTaxes $shop, ShopRate $rate ): ?Finding {
		$tax_id = $shop->choices->rates[ $rate->id ] ?? null;
		if ( $tax_id === null ) {
			return null;
		}
		$tax     = $shop->taxes[ $tax_id ] ?? null;
		$code    = $this->fault( $tax ) ?? $this->mismatch( $tax, $rate );
		$certain = $shop->certain( $rate );
		return $code === null ? null : new Finding(
			code: $code,
			rates: [ $rate ],
			taxes: $tax === null ? [] : [ $tax ],
			tax_id: $tax_id,
			orders: $shop->orders( $rate ),
			fix: $certain === null ? new TaxChoices() : new TaxChoices( [ $rate->id => $certain->id ] ),
		);
	}

	private function of_situation( ShopTaxes $shop, ExemptSituation $situation ): ?Finding {
		$orders = $shop->situations[ $situation->value ] ?? 0;
		$own    = $shop->choices->exempt[ $situation->value ] ?? null;
		$tax_id = $own ?? ( $orders > 0 ? $situation->chosen( $shop->choices->exempt ) : null );
		if ( $tax_id === null ) {
			return null;
		}
		$tax  = $shop->taxes[ $tax_id ] ?? null;
		$code = $this->fault( $tax ) ?? match ( true ) {
			$tax === null             => null,
			! $this->is_exempt( $tax ) => FindingCode::ZeroNotExempt,
			! ExemptionTable::fits( $tax, $situation ) && $situation->chosen( $shop->choices->reasons ) === null =>
				FindingCode::SituationUnfit,
			default                   => null,
		};
		return $code === null
			? null
			: new Finding(
				code: $code,
				taxes: $tax === null ? [] : [ $tax ],
				situation: $situation,
				tax_id: $tax_id,
				orders: $orders
			);
	}

	/** Only category E may stand beside other rates in an e-invoice (EN 16931, BR-O-11). */
	private function of_rounding( ShopTaxes $shop ): ?Finding {
		$tax_id = $shop->choices->rounding;
		$tax    = $shop->taxes[ $tax_id ?? 0 ] ?? null;
		$code   = match ( true ) {
			$tax_id === null => FindingCode::RoundingUnset,
			$tax === null || ! $tax->usable || ! $tax->is_exempt() || $tax->category !== 'E' =>
				FindingCode::RoundingUnfit,
			default => null,
		};
		$proposed = ( new TaxProposals( array_values( $shop->taxes ), $shop->charged() ) )->for_rounding();
		$fix      = $proposed->confidence === Confidence::Certain
			? new TaxChoices( rounding: $proposed->tax?->id )
			: new TaxChoices();
		return $code === null
			? null
			: new Finding( code: $code, taxes: $tax === null ? [] : [ $tax ], tax_id: $tax_id, fix: $fix );
	}

	private function fault( ?RemoteTax $tax ): ?FindingCode {
		if ( $tax === null ) {
			return FindingCode::TaxGone;
		}
		return match ( $tax->refusal ) {
			TaxRefusal::Inactive     => FindingCode::TaxInactive,
			TaxRefusal::NotCompliant => FindingCode::TaxNotCompliant,
			TaxRefusal::EcoTax       => FindingCode::TaxIsEcoTax,
			null                     => null,
		};
	}

	private function mismatch( ?RemoteTax $tax, ShopRate $rate ): ?FindingCode {
		return match ( true ) {
			$tax === null => null,
			! $tax->rate->equals( $rate->percent ) => FindingCode::PercentDiffers,
			$rate->percent->is_zero() && ! $this->is_exempt( $tax ) => FindingCode::ZeroNotExempt,
			default => null,
		};
	}

	/** A 0 % tax of category S, or of none, says no reason. */
	private function is_exempt( RemoteTax $tax ): bool {
		return $tax->is_exempt() && ! in_array( $tax->category, [ '', 'S' ], true );
	}

	/** A tax that says that the seller charges no VAT was chosen in a shop that charges VAT. */
	private function of_franchise( ShopTaxes $shop ): ?Finding {
		$taxed = array_filter( $shop->charged(), static fn( ShopRate $rate ): bool => $rate->is_taxed() );
		$said  = array_filter( $this->chosen( $shop ), static fn( RemoteTax $tax ): bool => $tax->is_franchise() );
		return $taxed === [] || $said === []
			? null
			: new Finding( FindingCode::FranchiseCharged, taxes: array_values( $said ) );
	}

	/** @return array<int, RemoteTax> each once. */
	private function chosen( ShopTaxes $shop ): array {
		$ids = [
			...array_values( $shop->choices->rates ),
			...array_values( $shop->choices->exempt ),
			$shop->choices->rounding ?? 0,
		];
		return array_intersect_key( $shop->taxes, array_flip( $ids ) );

	}
}
