<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Buyers;

use OrderInvoicer\Domain\Buyers\AddressComparison;
use OrderInvoicer\Domain\Buyers\RemoteAddress;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class AddressComparisonTest extends TestCase {

	private const PLACE = [ '1 rue de la Paix', 'Bâtiment B', '75002', 'Saint-Étienne', 'FR' ];

	/** @param array{string, string, string, string, string} $other */
	#[DataProvider( 'places' )]
	public function test_places( bool $same, array $other ): void {
		self::assertSame(
			$same,
			AddressComparison::is_same_place(
				new RemoteAddress( 1, 'A', ...self::PLACE ),
				new RemoteAddress( 2, 'B', ...$other )
			)
		);
		self::assertSame(
			$same,
			AddressComparison::key( new RemoteAddress( 1, 'A', ...self::PLACE ), true )
				=== AddressComparison::key( new RemoteAddress( 2, 'A', ...$other ), true )
		);
	}

	/** @return iterable<string, array{bool, array{string, string, string, string, string}}> */
	public static function places(): iterable {
		yield 'case, accents, punctuation and spaces' => [
			true,
			[ '1, RUE de la PAIX', 'batiment B', '75 002', 'SAINT ETIENNE', 'fr' ],
		];
		yield 'one line instead of two' => [
			true,
			[ '1 rue de la Paix, bâtiment B', '', '75002', 'Saint-Étienne', 'FR' ],
		];
		yield 'another number' => [ false, [ '11 rue de la Paix', 'Bâtiment B', '75002', 'Saint-Étienne', 'FR' ] ];
		yield 'a gap between two digits' => [
			false,
			[ '1 1 rue de la Paix', 'Bâtiment B', '75002', 'Saint-Étienne', 'FR' ],
		];
		yield 'no second line' => [ false, [ '1 rue de la Paix', '', '75002', 'Saint-Étienne', 'FR' ] ];
		yield 'another postcode' => [ false, [ '1 rue de la Paix', 'Bâtiment B', '75003', 'Saint-Étienne', 'FR' ] ];
		yield 'another city' => [ false, [ '1 rue de la Paix', 'Bâtiment B', '75002', 'Étienne', 'FR' ] ];
		yield 'another country' => [ false, [ '1 rue de la Paix', 'Bâtiment B', '75002', 'Saint-Étienne', 'BE' ] ];
	}

	#[DataProvider( 'names' )]
	public function test_names( bool $same, string $one, string $other, bool $of_company ): void {
		self::assertSame( $same, AddressComparison::is_same_name( $one, $other, $of_company ) );
	}

	/** @return iterable<string, array{bool, string, string, bool}> */
	public static function names(): iterable {
		yield 'a person in either order' => [ true, 'Zoé Roy', 'ROY Zoe', false ];
		yield 'a title before the first name' => [ true, 'Zoé Roy', 'Mme Zoé Roy', false ];
		yield 'another first name' => [ false, 'Michel Roy', 'Michèle Roy', false ];
		yield 'a company with its form elsewhere' => [ true, 'SAS Alpha', 'Alpha S.A.S.', true ];
		yield 'a form is missing' => [ false, 'Alpha SAS', 'Alpha', true ];
		yield 'the words of a company in another order' => [ false, 'Paris Optique', 'Optique Paris', true ];
		yield 'names of nothing' => [ false, '--', '--', false ];
	}
}
