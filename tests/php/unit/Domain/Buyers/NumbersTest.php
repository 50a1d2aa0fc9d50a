<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Buyers;

use OrderInvoicer\Domain\Buyers\Siren;
use OrderInvoicer\Domain\Buyers\Siret;
use OrderInvoicer\Domain\Buyers\VatNumber;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class NumbersTest extends TestCase {

	#[DataProvider( 'sirens' )]
	public function test_siren_is_read_or_refused( string $typed, string $expected ): void {
		self::assertSame( $expected, Siren::read( $typed ) );
	}

	/** @return iterable<string, array{string, string}> */
	public static function sirens(): iterable {
		yield 'plain' => [ '732829320', '732829320' ];
		yield 'with spaces' => [ ' 732 829 320 ', '732829320' ];
		yield 'with no-break spaces' => [ "732\u{A0}829\u{202F}320", '732829320' ];
		yield 'one digit wrong' => [ '732829321', '' ];
		yield 'a digit short' => [ '73282932', '' ];
		yield 'two digits exchanged' => [ '738229320', '' ];
		yield 'letters' => [ 'RCS732829320', '' ];
		yield 'nothing' => [ '', '' ];
	}

	#[DataProvider( 'sirets' )]
	public function test_siret_is_read_or_refused( string $typed, string $expected ): void {
		self::assertSame( $expected, Siret::read( $typed ) );
	}

	/** @return iterable<string, array{string, string}> */
	public static function sirets(): iterable {
		yield 'plain' => [ '73282932000074', '73282932000074' ];
		yield 'with spaces' => [ '732 829 320 00074', '73282932000074' ];
		yield 'check digit wrong' => [ '73282932000075', '' ];
		yield 'the SIREN inside is wrong although Luhn holds' => [ '73282932100073', '' ];
		yield 'a SIREN is no SIRET' => [ '732829320', '' ];
		yield 'head office of La Poste' => [ '35600000000048', '35600000000048' ];
		yield 'La Poste, not Luhn, sum is a multiple of 5' => [ '35600000000006', '35600000000006' ];
		yield 'La Poste, neither' => [ '35600000000007', '' ];
		yield 'another company gets no such exception' => [ '73282932000001', '' ];
	}

	#[DataProvider( 'vat_numbers' )]
	public function test_vat_number_is_read_or_refused( string $typed, string $country, string $expected ): void {
		self::assertSame( $expected, VatNumber::read( $typed, $country ) );
	}

	/** @return iterable<string, array{string, string, string}> */
	public static function vat_numbers(): iterable {
		yield 'French' => [ 'FR44732829320', 'FR', 'FR44732829320' ];
		yield 'French, lower case and spaces' => [ 'fr 44 732 829 320', 'FR', 'FR44732829320' ];
		yield 'French without its prefix' => [ '44732829320', 'FR', 'FR44732829320' ];
		yield 'French, wrong key' => [ 'FR45732829320', 'FR', '' ];
		yield 'French, key with a letter' => [ 'FRK7399859412', 'FR', 'FRK7399859412' ];
		yield 'German' => [ 'DE 123 456 789', 'DE', 'DE123456789' ];
		yield 'German number of a buyer in France' => [ 'DE123456789', 'FR', 'DE123456789' ];
		yield 'Belgian with points' => [ 'BE 0123.456.789', 'BE', 'BE0123456789' ];
		yield 'Belgian without the leading digit' => [ 'BE123456789', 'BE', '' ];
		yield 'Greek, prefix EL' => [ 'EL123456789', 'GR', 'EL123456789' ];
		yield 'Greek, prefix as the country code' => [ 'GR123456789', 'GR', 'EL123456789' ];
		yield 'Greek without prefix' => [ '123456789', 'GR', 'EL123456789' ];
		yield 'Northern Ireland' => [ 'XI123456789', 'GB', 'XI123456789' ];
		yield 'Great Britain is outside' => [ 'GB123456789', 'GB', '' ];
		yield 'no country, no prefix' => [ '123456789', '', '' ];
		yield 'a sentence' => [ 'none', 'FR', '' ];
	}

	/**
	 * @testWith ["FR12", "FR", "FR", 2, 11, 11]
	 *           ["12", "FR", "FR", 2, 11, 11]
	 *           ["gr 123", "", "EL", 3, 9, 9]
	 *           ["LT1234567890123", "FR", "LT", 13, 9, 12]
	 */
	public function test_what_a_vat_number_would_have(
		string $typed,
		string $country,
		string $prefix,
		int $given,
		int $fewest,
		int $most,
	): void {
		self::assertSame(
			[ $prefix, $given, $fewest, $most ],
			array_values( VatNumber::expected( $typed, $country ) ?? [] )
		);
		self::assertSame( '', VatNumber::read( $typed, $country ) );
	}

	public function test_of_a_country_that_nobody_knows_nothing_is_expected(): void {
		self::assertNull( VatNumber::expected( 'ZZ1', '' ) );
	}

	/** Each as the tax office of its country gives it out; one character more is said to be too many. */
	#[TestWith( [ 'ATU12345678', 9, 9 ] )]
	#[TestWith( [ 'BE0123456789', 10, 10 ] )]
	#[TestWith( [ 'BE1123456789', 10, 10 ] )]
	#[TestWith( [ 'BG123456789', 9, 10 ] )]
	#[TestWith( [ 'BG1234567890', 9, 10 ] )]
	#[TestWith( [ 'CY12345678L', 9, 9 ] )]
	#[TestWith( [ 'CZ12345678', 8, 10 ] )]
	#[TestWith( [ 'CZ123456789', 8, 10 ] )]
	#[TestWith( [ 'CZ1234567890', 8, 10 ] )]
	#[TestWith( [ 'DE123456789', 9, 9 ] )]
	#[TestWith( [ 'DK12345678', 8, 8 ] )]
	#[TestWith( [ 'EE123456789', 9, 9 ] )]
	#[TestWith( [ 'EL123456789', 9, 9 ] )]
	#[TestWith( [ 'ESX1234567X', 9, 9 ] )]
	#[TestWith( [ 'FI12345678', 8, 8 ] )]
	#[TestWith( [ 'FR44732829320', 11, 11 ] )]
	#[TestWith( [ 'HR12345678901', 11, 11 ] )]
	#[TestWith( [ 'HU12345678', 8, 8 ] )]
	#[TestWith( [ 'IE1234567A', 8, 9 ] )]
	#[TestWith( [ 'IE1+34567WI', 8, 9 ] )]
	#[TestWith( [ 'IT12345678901', 11, 11 ] )]
	#[TestWith( [ 'LT123456789', 9, 12 ] )]
	#[TestWith( [ 'LT123456789012', 9, 12 ] )]
	#[TestWith( [ 'LU12345678', 8, 8 ] )]
	#[TestWith( [ 'LV12345678901', 11, 11 ] )]
	#[TestWith( [ 'MT12345678', 8, 8 ] )]
	#[TestWith( [ 'NL123456789B01', 12, 12 ] )]
	#[TestWith( [ 'PL1234567890', 10, 10 ] )]
	#[TestWith( [ 'PT123456789', 9, 9 ] )]
	#[TestWith( [ 'RO12', 2, 10 ] )]
	#[TestWith( [ 'RO1234567890', 2, 10 ] )]
	#[TestWith( [ 'SE123456789012', 12, 12 ] )]
	#[TestWith( [ 'SI12345678', 8, 8 ] )]
	#[TestWith( [ 'SK1234567890', 10, 10 ] )]
	#[TestWith( [ 'XI123456789', 5, 12 ] )]
	#[TestWith( [ 'XI123456789012', 5, 12 ] )]
	#[TestWith( [ 'XIGD123', 5, 12 ] )]
	#[TestWith( [ 'XIHA123', 5, 12 ] )]
	public function test_numbers_of_each_country( string $number, int $fewest, int $most ): void {
		$said = array_slice( array_values( VatNumber::expected( $number, '' ) ?? [] ), 2 );
		self::assertSame( [ $number, $fewest, $most ], [ VatNumber::read( $number, '' ), ...$said ] );
		self::assertSame( '', VatNumber::read( $number . str_repeat( '1', $most ), '' ) );
		self::assertSame( '', VatNumber::read( substr( $number, 0, 1 + $fewest ), '' ) );
		self::assertSame( '', VatNumber::read( "$number\n", '' ) );
	}

	/** Where it cannot be checked, it is not called wrong either. */
	#[TestWith( [ 'FR44732829320', 'CH', false ] )]
	#[TestWith( [ 'DE1', 'CH', false ] )]
	#[TestWith( [ 'CH1', 'FR', true ] )]
	#[TestWith( [ ' ch-123', 'FR', true ] )]
	#[TestWith( [ 'GR123', 'CH', false ] )]
	#[TestWith( [ 'EL123', 'CH', false ] )]
	#[TestWith( [ '123456', 'GR', false ] )]
	#[TestWith( [ '123456', 'FR', false ] )]
	#[TestWith( [ '123456', 'CH', true ] )]
	#[TestWith( [ '123456', '', true ] )]
	public function test_a_number_of_a_country_that_we_do_not_know_is_foreign(
		string $typed,
		string $country,
		bool $is_foreign,
	): void {
		self::assertSame( $is_foreign, VatNumber::is_foreign( $typed, $country ) );
	}
}
