<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Taxes;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Taxes\RateTable;
use OrderInvoicer\Domain\Taxes\ShopRate;
use PHPUnit\Framework\TestCase;

final class RateTableTest extends TestCase {

	private static function rate(
		int $id,
		string $label,
		string $percent,
		string $country,
		string $of = '',
	): ShopRate {
		return new ShopRate(
			id: $id,
			label: $label,
			percent: Decimal::from_string( $percent ),
			country: $country,
			tax_class: $of
		);
	}

	/**
	 * @param list<ShopRate> $rates
	 * @return list<int>
	 */
	private static function ids( array $rates ): array {
		return array_map( static fn ( ShopRate $rate ): int => $rate->id, $rates );
	}

	public function test_a_rate_without_a_name_is_found(): void {
		$table = new RateTable(
			[
				self::rate( 1, 'TVA 20', '20', 'FR' ),
				self::rate( 2, ' ', '5.5', 'FR' ),
				self::rate( 3, '', '10', 'FR' ),
			]
		);
		self::assertSame( [ 2, 3 ], self::ids( $table->unnamed() ) );
		self::assertSame( [], $table->of_one_name(), 'Without a name they share none.' );
	}

	public function test_two_percentages_of_one_name_are_found_within_a_country(): void {
		$table = new RateTable(
			[
				self::rate( 1, 'TVA', '20', 'FR' ),
				self::rate( 2, 'tva ', '5.5', 'FR', 'reduced' ),
				self::rate( 3, 'TVA', '19', 'DE' ),
				self::rate( 4, 'VAT', '21', 'BE' ),
				self::rate( 5, 'VAT', '21.00', 'BE', 'reduced' ),
			]
		);
		self::assertSame( [ 1, 2 ], self::ids( $table->of_one_name() ) );
	}

	public function test_a_rate_of_nothing_wants_its_exemption(): void {
		$table = new RateTable(
			[
				self::rate( 1, 'TVA', '20', 'FR' ),
				self::rate( 2, 'Exempt', '0.0000', 'FR' ),
				self::rate( 3, 'Exempt too', '0', 'FR' ),
			]
		);
		self::assertSame( [ 2 ], self::ids( $table->unexplained( [ 3 => 77 ] ) ) );
		self::assertSame(
			[],
			$table->unexplained(
				[
					2 => 77,
					3 => 77,
				]
			)
		);
	}

	public function test_a_country_without_a_rate_is_found(): void {
		$french = new RateTable( [ self::rate( 1, 'TVA', '20', 'FR' ) ] );
		self::assertSame( [ 'DE', 'BE' ], $french->untaxed( [ 'FR', 'DE', 'BE' ] ) );
		self::assertSame( [], $french->untaxed( [ 'FR' ] ) );
		self::assertSame( [ 'FR' ], ( new RateTable( [] ) )->untaxed( [ 'FR' ] ) );
		$of_all = new RateTable( [ self::rate( 1, 'TVA', '20', '' ) ] );
		self::assertSame( [], $of_all->untaxed( [ 'FR', 'DE' ] ), 'A rate for all countries.' );
	}
}
