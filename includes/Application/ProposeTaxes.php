<?php

declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Tax\ExemptSituation;
use OrderInvoicer\Domain\Tax\RemoteTax;

/**
 * Which Sellsy tax fits which rate and which situation without tax. Only a proposal: nothing is used before the owner
 * confirmed it.
 */
final class ProposeTaxes {

	/**
	 * @param array<int, Decimal>   $rates      WooCommerce rate id => percent.
	 * @param list<ExemptSituation> $situations
	 * @param list<RemoteTax>       $taxes
	 */
	public function propose( array $rates, array $situations, array $taxes ): TaxProposals {
		$usable  = array_values( array_filter( $taxes, static fn ( RemoteTax $tax ): bool => $tax->usable ) );
		$by_rate = array_map( fn ( Decimal $percent ): TaxProposal => $this->for_rate( $percent, $usable ), $rates );
		$exempt  = [];
		foreach ( $situations as $situation ) {
			$exempt[ $situation->value ] = $this->for_situation( $situation, $usable );
		}
		return new TaxProposals( $by_rate, $exempt, $this->of_category( 'E', $usable )->tax_id );
	}

	/**
	 * A rate of nothing has a reason, which only the owner knows.
	 *
	 * @param list<RemoteTax> $taxes
	 */
	private function for_rate( Decimal $percent, array $taxes ): TaxProposal {
		$same = array_filter( $taxes, static fn ( RemoteTax $tax ): bool => ! $tax->is_exempt() && $tax->rate->equals( $percent ) );
		return $this->best( array_values( $same ) );
	}

	/** @param list<RemoteTax> $taxes */
	private function for_situation( ExemptSituation $situation, array $taxes ): TaxProposal {
		return match ( $situation ) {
			ExemptSituation::ShopExempt, ExemptSituation::DomesticExemptCustomer, ExemptSituation::DomesticUntaxedItem => $this->of_category( 'E', $taxes ),
			ExemptSituation::EuBusiness => $this->of_category( 'K', $taxes ),
			ExemptSituation::OutsideEu  => $this->of_category( 'G', $taxes ),
			// Sold at the VAT of the destination or below a threshold: only the owner knows.
			ExemptSituation::EuConsumer => $this->best( [] ),
		};
	}

	/**
	 * @param string          $category EN 16931.
	 * @param list<RemoteTax> $taxes
	 */
	private function of_category( string $category, array $taxes ): TaxProposal {
		$fitting = array_filter( $taxes, static fn ( RemoteTax $tax ): bool => $tax->is_exempt() && $tax->category === $category );
		return $this->best( array_values( $fitting ) );
	}

	/** @param list<RemoteTax> $fitting in Sellsy's own order. */
	private function best( array $fitting ): TaxProposal {
		return match ( count( $fitting ) ) {
			0       => new TaxProposal( null, TaxProposal::NONE ),
			1       => new TaxProposal( $fitting[0]->id, TaxProposal::CERTAIN ),
			default => new TaxProposal( $fitting[0]->id, TaxProposal::LIKELY ),
		};
	}
}
