<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TaxDoctor\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Taxes\ShopRate;

/**
 * Looks over rates, mapping and Sellsy's taxes, and names what stops orders, what misleads and what is good to know.
 */
final class TaxDoctor {

	/** @return list<Finding> the gravest first. */
	public function examine( ShopTaxes $shop ): array {
		$findings = [
			...( new ChosenTaxes() )->findings( $shop ),
			...$this->missing_choices( $shop ),
			...( new RatesBesideEachOther() )->findings( $shop ),
		];
		$order    = array_flip(
			array_map( static fn( FindingCode $code ): string => $code->value, FindingCode::cases() )
		);
		usort(
			$findings,
			static fn( Finding $one, Finding $other ): int =>
				$order[ $one->code->value ] <=> $order[ $other->code->value ]
		);
		return $findings;
	}

	/** @return list<Finding> */
	private function missing_choices( ShopTaxes $shop ): array {
		return [ ...$this->gone_rates( $shop ), ...$this->zero_rates( $shop ), ...$this->situations( $shop ) ];
	}

	/** @return list<Finding> */
	private function gone_rates( ShopTaxes $shop ): array {
		$findings = [];
		foreach ( $this->unset( $shop, $shop->gone ) as $rate ) {
			$certain    = $shop->certain( $rate );
			$findings[] = new Finding(
				code: FindingCode::RateGone,
				rates: [ $rate ],
				orders: $shop->orders( $rate ),
				fix: $certain === null ? new TaxChoices() : new TaxChoices( [ $rate->id => $certain->id ] )
			);
		}
		return $findings;
	}

	/** @return list<Finding> */
	private function zero_rates( ShopTaxes $shop ): array {
		$zero = array_filter(
			$this->unset( $shop, $shop->rates ),
			static fn( ShopRate $rate ): bool => $rate->percent->is_zero()
		);
		return array_map(
			static fn( ShopRate $rate ): Finding =>
				new Finding( FindingCode::ZeroUnset, rates: [ $rate ], orders: $shop->orders( $rate ) ),
			array_values( $zero )
		);
	}

	/** @return list<Finding> */
	private function situations( ShopTaxes $shop ): array {
		$findings = [];
		foreach ( ExemptSituation::cases() as $situation ) {
			$orders = $shop->situations[ $situation->value ] ?? 0;
			if ( $orders > 0 && $situation->chosen( $shop->choices->exempt ) === null ) {
				$findings[] = new Finding( FindingCode::SituationUnset, situation: $situation, orders: $orders );
			}
		}
		return $findings;
	}

	/**
	 * @param list<ShopRate> $rates
	 * @return list<ShopRate>
	 */
	private function unset( ShopTaxes $shop, array $rates ): array {
		return array_values(
			array_filter( $rates, static fn( ShopRate $rate ): bool => ! isset( $shop->choices->rates[ $rate->id ] ) )
		);
	}
}
