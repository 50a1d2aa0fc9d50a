<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Buyers;

use OrderInvoicer\Domain\Buyers\CompanyName;
use OrderInvoicer\Domain\Buyers\LegalNumbers;
use OrderInvoicer\Domain\Buyers\Likeness;
use OrderInvoicer\Domain\Buyers\PersonName;
use OrderInvoicer\Domain\Text\PlainName;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** When two names, or two sets of legal numbers, are those of one customer. */
final class NamesTest extends TestCase {

	#[DataProvider( 'companies' )]
	public function test_companies( string $one, string $other, Likeness $expected ): void {
		self::assertSame( $expected, CompanyName::from_name( $one )->likeness( CompanyName::from_name( $other ) ) );
		self::assertSame( $expected, CompanyName::from_name( $other )->likeness( CompanyName::from_name( $one ) ) );
		self::assertSame(
			$expected === Likeness::Equal,
			CompanyName::from_name( $one )->normalised() === CompanyName::from_name( $other )->normalised()
				&& ! CompanyName::from_name( $one )->says_nothing()
		);
	}

	/** @return iterable<string, array{string, string, Likeness}> */
	public static function companies(): iterable {
		yield 'case and spaces' => [ 'Alpha Conseil', ' ALPHA  conseil', Likeness::Equal ];
		yield 'accents' => [ 'Société Zoé', 'societe ZOE', Likeness::Equal ];
		yield 'accents of two code points' => [ "Cafe\u{301} Noir", 'Café Noir', Likeness::Equal ];
		yield 'hyphen' => [ 'Alpha-Conseil', 'Alpha Conseil', Likeness::Equal ];
		yield 'written as one word' => [ 'Alpha Conseil', 'AlphaConseil', Likeness::Equal ];
		yield '& is et' => [ 'Dupont & Fils', 'Dupont et fils', Likeness::Equal ];
		yield 'ligatures' => [ 'Cœur Æon', 'Coeur Aeon', Likeness::Equal ];
		yield 'sharp s' => [ 'Groß Handel', 'GROSS HANDEL', Likeness::Equal ];
		yield 'capital sharp s' => [ 'GROẞ', 'Gross', Likeness::Equal ];
		yield 'a gap between two digits' => [ 'Lot 1-2', 'Lot 12', Likeness::Other ];
		yield 'another gap between two digits' => [ 'Lot 1-2', 'Lot 1 2', Likeness::Equal ];
		yield 'a gap between letter and digit' => [ 'Lot 12', 'Lot12', Likeness::Equal ];
		yield 'an invisible character' => [ "Al\u{200B}pha", 'Alpha', Likeness::Equal ];
		yield 'nothing' => [ '---', '---', Likeness::Other ];
		yield 'nothing, and an ampersand' => [ '&', '&', Likeness::Other ];
		yield 'form with dots' => [ 'Alpha S.A.R.L.', 'Alpha SARL', Likeness::Equal ];
		yield 'form before the name' => [ 'SARL Alpha', 'Alpha SARL', Likeness::Equal ];
		yield 'form in words' => [ 'Alpha, société à responsabilité limitée', 'Alpha SARL', Likeness::Equal ];
		yield 'German form in words' => [ 'Beta Gesellschaft mit beschränkter Haftung', 'Beta GmbH', Likeness::Equal ];
		yield 'GmbH & Co. KG' => [ 'Beta GmbH & Co. KG', 'Beta GmbH und Co KG', Likeness::Equal ];
		yield 'GmbH & Co. KG is no GmbH' => [ 'Beta GmbH & Co. KG', 'Beta GmbH', Likeness::Other ];
		yield 'form missing' => [ 'Alpha', 'Alpha SAS', Likeness::Near ];
		yield 'form missing, before the name' => [ 'SCI Les Pins', 'Les Pins', Likeness::Near ];
		yield 'two forms' => [ 'Alpha SAS', 'Alpha SARL', Likeness::Other ];
		yield 'SAS and SASU' => [ 'Alpha SAS', 'Alpha SASU', Likeness::Other ];
		yield 'only a form' => [ 'SARL', 'SARL', Likeness::Equal ];
		yield 'only a form, and a company of that form' => [ 'SARL', 'Alpha SARL', Likeness::Other ];
		yield 'a word that holds a form' => [ 'Visas', 'Vi', Likeness::Other ];
		yield 'a form in the middle is a word' => [ 'Le Roi et sa Cour', 'Le Roi et Cour', Likeness::Other ];
		yield 'letters never slip' => [ 'Alphatech', 'Alphateck', Likeness::Other ];
		yield 'digits never slip' => [ 'Garage 21', 'Garage 22', Likeness::Other ];
		yield 'Chinese' => [ '阿尔法公司', '阿尔法公司', Likeness::Equal ];
		yield 'another Chinese' => [ '阿尔法公司', '贝塔公司', Likeness::Other ];
		yield 'Hindi: vowel signs count' => [ 'राम', 'रम', Likeness::Other ];
		yield 'Greek accents' => [ 'Αθήνα', 'ΑΘΗΝΑ', Likeness::Equal ];
		yield 'Cyrillic' => [ 'Ёлка', 'ЕЛКА', Likeness::Equal ];
	}

	/** @param array{string, string} $one @param array{string, string} $other */
	#[DataProvider( 'persons' )]
	public function test_persons( array $one, array $other, Likeness $expected ): void {
		self::assertSame(
			$expected,
			PersonName::from_names( ...$one )->likeness( PersonName::from_names( ...$other ) )
		);
		self::assertSame(
			$expected,
			PersonName::from_names( ...$other )->likeness( PersonName::from_names( ...$one ) )
		);
	}

	/** @return iterable<string, array{array{string, string}, array{string, string}, Likeness}> */
	public static function persons(): iterable {
		yield 'accents' => [ [ 'Zoé', 'Lefèvre' ], [ 'ZOE', 'lefevre' ], Likeness::Equal ];
		yield 'swapped' => [ [ 'Jean', 'Dupont' ], [ 'Dupont', 'Jean' ], Likeness::Equal ];
		yield 'in one field' => [ [ 'Jean', 'Dupont' ], [ '', 'Jean Dupont' ], Likeness::Equal ];
		yield 'hyphen' => [ [ 'Jean-Paul', 'Martin' ], [ 'Jean Paul', 'Martin' ], Likeness::Equal ];
		yield 'title' => [ [ 'M. Jean', 'Dupont' ], [ 'Jean', 'Dupont' ], Likeness::Equal ];
		yield 'two titles' => [ [ 'Mme le Dr Anne', 'Petit' ], [ 'le Dr Anne', 'Petit' ], Likeness::Equal ];
		yield 'a title alone tells a couple apart' => [ [ 'Mme', 'Roy' ], [ 'M.', 'Roy' ], Likeness::Other ];
		yield 'a first name never slips' => [ [ 'Michel', 'Roy' ], [ 'Michèle', 'Roy' ], Likeness::Other ];
		yield 'the order of first names' => [ [ 'Marie Anne', 'Durand' ], [ 'Anne Marie', 'Durand' ], Likeness::Other ];
		yield 'one letter other in a long surname' => [
			[ 'Anne', 'Lefebvre' ],
			[ 'Anne', 'Lefabvre' ],
			Likeness::Near,
		];
		yield 'one letter more' => [ [ 'Anne', 'Lefevre' ], [ 'Anne', 'Lefebvre' ], Likeness::Near ];
		yield 'one letter more at the end' => [ [ 'Anne', 'Durand' ], [ 'Anne', 'Durands' ], Likeness::Near ];
		yield 'the shorter has five letters' => [ [ 'Anne', 'Petit' ], [ 'Anne', 'Petits' ], Likeness::Other ];
		yield 'two letters' => [ [ 'Anne', 'Lefevre' ], [ 'Anne', 'Lefebvres' ], Likeness::Other ];
		yield 'two letters changed places' => [ [ 'Anne', 'Lefevre' ], [ 'Anne', 'Lefveer' ], Likeness::Other ];
		yield 'slip and swapped' => [ [ 'Anne', 'Lefevre' ], [ 'Lefebvre', 'Anne' ], Likeness::Other ];
		yield 'initial' => [ [ 'M.', 'Roy' ], [ 'Michel', 'Roy' ], Likeness::Near ];
		yield 'two initials' => [ [ 'J.-P.', 'Martin' ], [ 'Jean-Paul', 'Martin' ], Likeness::Near ];
		yield 'an initial of another' => [ [ 'P.', 'Roy' ], [ 'Michel', 'Roy' ], Likeness::Other ];
		yield 'initial and slip' => [ [ 'A.', 'Lefevre' ], [ 'Anne', 'Lefebvre' ], Likeness::Other ];
		yield 'surname alone' => [ [ '', 'Roy' ], [ 'Michel', 'Roy' ], Likeness::Other ];
		yield 'nothing' => [ [ '.', '-' ], [ '.', '-' ], Likeness::Other ];
		yield 'Arabic' => [ [ 'محمد', 'علي' ], [ 'علي', 'محمد' ], Likeness::Equal ];
	}

	public function test_a_swapped_name_is_remembered_as_the_same(): void {
		self::assertSame(
			PersonName::from_names( 'Mme Zoé', 'Roy' )->normalised(),
			PersonName::from_names( 'ROY', 'Zoe' )->normalised()
		);
		self::assertSame(
			[ '', 'michel', '' ],
			array_map(
				static fn ( string $first ): string => PersonName::from_names( $first, 'Roy' )->whole_first_name(),
				[ 'M.', 'Michel', '' ]
			)
		);
	}

	/** @param array{string, string, string} $one @param array{string, string, string} $other */
	#[DataProvider( 'numbers' )]
	public function test_numbers( array $one, array $other, Likeness $expected, bool $shares = false ): void {
		foreach ( [ [ $one, $other ], [ $other, $one ] ] as [ $left, $right ] ) {
			self::assertSame(
				$expected,
				LegalNumbers::from_numbers( ...$left )->likeness( LegalNumbers::from_numbers( ...$right ) )
			);
			self::assertSame(
				$shares,
				LegalNumbers::from_numbers( ...$left )->shares_siren( LegalNumbers::from_numbers( ...$right ) )
			);
		}
	}

	/**
	 * @return iterable<string, array{
	 *     0: array{string, string, string},
	 *     1: array{string, string, string},
	 *     2: Likeness,
	 *     3?: bool
	 * }>
	 */
	public static function numbers(): iterable {
		yield 'equal SIRET' => [
			[ '', '732 829 320 00074', '' ],
			[ '732829320', '73282932000074', '' ],
			Likeness::Equal,
			true,
		];
		yield 'two sites' => [ [ '', '73282932000074', '' ], [ '', '73282932000082', '' ], Likeness::Never ];
		yield 'SIRET and its SIREN' => [ [ '', '73282932000074', '' ], [ '732829320', '', '' ], Likeness::Other, true ];
		yield 'another SIREN' => [ [ '732829320', '', '' ], [ '552100554', '', '' ], Likeness::Never ];
		yield 'a French VAT number is its SIREN' => [
			[ '', '', 'FR44732829320' ],
			[ '732829320', '', '' ],
			Likeness::Other,
			true,
		];
		yield 'a French VAT number of another' => [
			[ '', '', 'FR44732829320' ],
			[ '552100554', '', '' ],
			Likeness::Never,
		];
		yield 'equal foreign VAT numbers' => [
			[ '', '', 'DE123456789' ],
			[ '', '', 'de 123 456 789' ],
			Likeness::Equal,
		];
		yield 'two foreign VAT numbers' => [ [ '', '', 'DE123456789' ], [ '', '', 'DE987654321' ], Likeness::Never ];
		yield 'foreign and French' => [ [ '', '', 'DE123456789' ], [ '', '', 'FR44732829320' ], Likeness::Never ];
		yield 'foreign, of a country without a known form' => [
			[ '', '', 'DE123456789' ],
			[ '', '', 'CHE-123.456.788' ],
			Likeness::Never,
		];
		yield 'equal SIRET despite two VAT numbers' => [
			[ '', '73282932000074', 'DE123456789' ],
			[ '', '73282932000074', 'FR44732829320' ],
			Likeness::Equal,
			true,
		];
		yield 'no number on one side' => [ [ '732829320', '', '' ], [ '', '', '' ], Likeness::Other ];
		yield 'what is no number' => [ [ '732829320', '', '' ], [ 'unknown', 'n/a', 'none' ], Likeness::Other ];
		yield 'a foreign VAT number says nothing of a SIREN' => [
			[ '', '', 'DE123456789' ],
			[ '732829320', '', '' ],
			Likeness::Other,
		];
	}

	public function test_names_that_say_something(): void {
		self::assertSame(
			[ true, true, false, false, false ],
			array_map( PlainName::says_something( ... ), [ 'A', '7', '', ' . ', '&' ] )
		);
	}
}
