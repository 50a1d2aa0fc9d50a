<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Taxes;

defined( 'ABSPATH' ) || exit;

/** The shop's own table of rates, looked over for what is usually wrong with it. */
final class RateTable {

	/** @param list<ShopRate> $rates */
	public function __construct( private readonly array $rates ) {}

	/** @return list<ShopRate> rates without a name. */
	public function unnamed(): array {
		return $this->those( static fn ( ShopRate $rate ): bool => self::name( $rate ) === '' );
	}

	/**
	 * Rates that a buyer of one country sees under one name, whatever their percentage. What stands under that name in
	 * another country, or with the same percentage in another class, nobody confuses.
	 *
	 * @return list<ShopRate>
	 */
	public function of_one_name(): array {
		return $this->those(
			fn ( ShopRate $rate ): bool => self::name( $rate ) !== '' && $this->those(
				static fn ( ShopRate $other ): bool => self::name( $other ) === self::name( $rate )
					&& $other->country === $rate->country
					&& ! $other->percent->equals( $rate->percent )
			) !== []
		);
	}

	/**
	 * @param array<int, int> $mapped Sellsy's tax by rate id.
	 * @return list<ShopRate> rates of nothing for which no exemption is chosen.
	 */
	public function unexplained( array $mapped ): array {
		return $this->those(
			static fn ( ShopRate $rate ): bool => ! $rate->is_taxed() && ! isset( $mapped[ $rate->id ] )
		);
	}

	/**
	 * @param list<string> $countries
	 * @return list<string> those that no rate is for.
	 */
	public function untaxed( array $countries ): array {
		$taxed = array_map( static fn ( ShopRate $rate ): string => $rate->country, $this->rates );
		return in_array( '', $taxed, true ) ? [] : array_values( array_diff( $countries, $taxed ) );
	}

	/**
	 * @param \Closure( ShopRate ): bool $which
	 * @return list<ShopRate>
	 */
	private function those( \Closure $which ): array {
		return array_values( array_filter( $this->rates, $which ) );
	}

	private static function name( ShopRate $rate ): string {
		return mb_strtolower( trim( $rate->label ) );
	}
}
