<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TaxDoctor\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Taxes\RateZone;
use OrderInvoicer\Domain\Taxes\ShopRate;

/** Faults that show only when rates, or taxes, are compared with each other. */
final class RatesBesideEachOther {

	/** @return list<Finding> */
	public function findings( ShopTaxes $shop ): array {
		return [
			...$this->mapped_differently( $shop ),
			...$this->foreign_shared( $shop ),
			...$this->unusual( $shop ),
			...$this->several_at_sellsy( $shop ),
			...$this->unused( $shop ),
		];
	}

	/**
	 * The same percentage, country and class twice (for regions, say) but two taxes: the one that most orders use is
	 * proposed for all.
	 *
	 * @return list<Finding>
	 */
	private function mapped_differently( ShopTaxes $shop ): array {
		$findings = [];
		foreach ( $this->groups(
			$shop->rates,
			static fn( ShopRate $rate ): string => "{$rate->percent->to_string()}|{$rate->country}|{$rate->tax_class}"
		) as $rates ) {
			$mapped = array_values(
				array_filter( $rates, static fn( ShopRate $rate ): bool => $shop->chosen( $rate ) !== null )
			);
			usort(
				$mapped,
				static fn( ShopRate $one, ShopRate $other ): int =>
					[ $shop->orders( $other ), $one->id ] <=> [ $shop->orders( $one ), $other->id ]
			);
			$taxes = $this->taxes_of( $shop, $mapped );
			if ( count( $taxes ) > 1 ) {
				$findings[] = new Finding(
					code: FindingCode::MappedDifferently,
					rates: $mapped,
					taxes: $taxes,
					orders: $this->orders( $shop, $mapped ),
					fix: new TaxChoices( array_fill_keys( array_column( $mapped, 'id' ), $taxes[0]->id ) )
				);
			}
		}
		return $findings;
	}

	/**
	 * VAT owed to another country under the same tax as the shop's own: Sellsy's figures cannot tell them apart.
	 *
	 * @return list<Finding>
	 */
	private function foreign_shared( ShopTaxes $shop ): array {
		$own      = array_filter(
			$shop->rates,
			static fn( ShopRate $rate ): bool => RateZone::from_rate( $rate, $shop->country ) === RateZone::Domestic
		);
		$own_ids  = array_map(
			static fn( RemoteTax $tax ): int => $tax->id,
			$this->taxes_of( $shop, array_values( $own ) )
		);
		$findings = [];
		foreach ( $shop->rates as $rate ) {
			$tax = $shop->chosen( $rate );
			if (
				$tax !== null
				&& ! $rate->percent->is_zero()
				&& RateZone::from_rate( $rate, $shop->country ) === RateZone::OtherEu
				&& in_array( $tax->id, $own_ids, true )
			) {
				$findings[] = new Finding(
					code: FindingCode::ForeignShared,
					rates: [ $rate ],
					taxes: [ $tax ],
					orders: $shop->orders( $rate )
				);
			}
		}
		return $findings;
	}

	/** @return list<Finding> */
	private function unusual( ShopTaxes $shop ): array {
		$unusual = array_filter( $shop->rates, static fn( ShopRate $rate ): bool => ! RateZone::is_usual( $rate ) );
		return array_map(
			static fn( ShopRate $rate ): Finding =>
				new Finding( FindingCode::UnusualPercent, rates: [ $rate ], orders: $shop->orders( $rate ) ),
			array_values( $unusual )
		);
	}

	/**
	 * Several usable taxes of one percentage, category and reason: which of them the shop uses.
	 *
	 * @return list<Finding>
	 */
	private function several_at_sellsy( ShopTaxes $shop ): array {
		$usable   = array_filter( $shop->taxes, static fn( RemoteTax $tax ): bool => $tax->usable );
		$findings = [];
		foreach ( $this->groups(
			array_values( $usable ),
			static fn( RemoteTax $tax ): string => "{$tax->rate->to_string()}|{$tax->category}|{$tax->vatex}"
		) as $taxes ) {
			$ids   = array_map( static fn( RemoteTax $tax ): int => $tax->id, $taxes );
			$rates = array_values(
				array_filter(
					$shop->rates,
					static fn( ShopRate $rate ): bool => in_array( $shop->choices->rates[ $rate->id ] ?? 0, $ids, true )
				)
			);
			if ( count( $taxes ) > 1 && $rates !== [] ) {
				$findings[] = new Finding(
					code: FindingCode::SeveralAtSellsy,
					rates: $rates,
					taxes: $this->taxes_of( $shop, $rates ),
					orders: $this->orders( $shop, $rates )
				);
			}
		}
		return $findings;
	}

	/** @return list<Finding> nothing where orders could not be counted, or there are none to judge by. */
	private function unused( ShopTaxes $shop ): array {
		$unused = array_values(
			array_filter( $shop->rates, static fn( ShopRate $rate ): bool => $shop->orders( $rate ) === 0 )
		);
		return $unused === [] || ( $shop->orders ?? [] ) === []
			? []
			: [ new Finding( FindingCode::RatesUnused, rates: $unused ) ];
	}

	/**
	 * @param list<ShopRate> $rates
	 * @return list<RemoteTax> each once, in the order of the rates.
	 */
	private function taxes_of( ShopTaxes $shop, array $rates ): array {
		$taxes = [];
		foreach ( $rates as $rate ) {
			$tax = $shop->chosen( $rate );
			if ( $tax !== null ) {
				$taxes[ $tax->id ] = $tax;
			}
		}
		return array_values( $taxes );
	}

	/** @param list<ShopRate> $rates */
	private function orders( ShopTaxes $shop, array $rates ): int {
		return array_sum( array_map( $shop->orders( ... ), $rates ) );
	}

	/**
	 * @template T
	 * @param list<T>             $things
	 * @param \Closure(T): string $key
	 * @return list<non-empty-list<T>>
	 */
	private function groups( array $things, \Closure $key ): array {
		$groups = [];
		foreach ( $things as $thing ) {
			$groups[ $key( $thing ) ][] = $thing;
		}
		return array_values( $groups );
	}
}
