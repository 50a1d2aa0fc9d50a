<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TaxDoctor\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Taxes\ShopRate;

/** Everything that the tax doctor looks at. */
final class ShopTaxes {

	/** @var array<int, RemoteTax> by id. */
	public readonly array $taxes;

	/**
	 * @param list<ShopRate>     $rates      of WooCommerce today.
	 * @param list<ShopRate>     $gone       rates that recent orders carry and WooCommerce no longer has.
	 * @param list<RemoteTax>    $taxes      of Sellsy.
	 * @param TaxChoices         $choices
	 * @param array<int, int>|null $orders   recent orders by rate id; null where they could not be counted.
	 * @param array<string, int> $situations recent orders by ExemptSituation value.
	 * @param bool               $tax_enabled in WooCommerce: rates may be left from before.
	 */
	public function __construct(
		public readonly string $country,
		public readonly array $rates,
		public readonly array $gone,
		array $taxes,
		public readonly TaxChoices $choices,
		public readonly ?array $orders,
		public readonly array $situations,
		private readonly bool $tax_enabled,
	) {
		$by_id = [];
		foreach ( $taxes as $tax ) {
			$by_id[ $tax->id ] = $tax;
		}
		$this->taxes = $by_id;
	}

	public function orders( ShopRate $rate ): int {
		return $this->orders[ $rate->id ] ?? 0;
	}

	/** @return list<ShopRate> */
	public function all_rates(): array {
		return [ ...$this->rates, ...$this->gone ];
	}

	/** @return list<ShopRate> */
	public function charged(): array {
		return $this->tax_enabled ? $this->rates : [];
	}

	public function chosen( ShopRate $rate ): ?RemoteTax {
		return $this->taxes[ $this->choices->rates[ $rate->id ] ?? 0 ] ?? null;
	}

	/**
	 * What new documents may use, of that percentage.
	 *
	 * @return list<RemoteTax>
	 */
	public function usable( ShopRate $rate ): array {
		return array_values(
			array_filter(
				$this->taxes,
				static fn( RemoteTax $tax ): bool => $tax->usable && $tax->rate->equals( $rate->percent )
			)
		);
	}

	/** The only one that fits, where its percentage says all; null where a person must choose. */
	public function certain( ShopRate $rate ): ?RemoteTax {
		$usable = $rate->percent->is_zero() ? [] : $this->usable( $rate );
		return count( $usable ) === 1 ? $usable[0] : null;
	}
}
