<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Settings;

use OrderInvoicer\Domain\Settings\DefaultSettings;
use PHPUnit\Framework\TestCase;

final class ShopCodeTest extends TestCase {

	/** @return list<array{string, string, string}> */
	public static function addresses(): array {
		return [
			[ 'www.acme-sarl.fr', '', 'ACMES234' ],
			[ 'WWW.Acme-Sarl.fr', '', 'ACMES234' ],
			[ 'boutique.example.com', '/', 'BOUTIX5U' ],
			[ 'localhost', '', 'LOCALVJ4' ],
			[ 'x.fr', '', 'SHOPZTJ' ],
			[ '', '', 'SHOPQB9' ],
			[ '127.0.0.1', '', 'LACAVAPJ' ],
			[ '[::1]', '/lyon', 'LACLY5E3' ],
			[ 'acme-sarl.fr', '/lyon', 'ACMLYFKB' ],
			[ 'acme-sarl.fr', '/marseille/', 'ACMMA9M8' ],
			[ 'x.fr', '/b', 'XB6T4' ],
		];
	}

	/** @dataProvider addresses */
	public function test_the_code_comes_from_the_address( string $host, string $path, string $code ): void {
		self::assertSame( $code, ( new DefaultSettings() )->shop_code( $host, $path, 'La Cave' ) );
	}

	public function test_a_shop_without_a_name_behind_a_number_gets_a_code_too(): void {
		self::assertStringStartsWith( 'SHOP', ( new DefaultSettings() )->shop_code( '192.0.2.7', '', '!' ) );
	}

	public function test_two_shops_of_one_owner_get_two_codes(): void {
		$codes = array_map(
			static fn ( string $host ): string => ( new DefaultSettings() )->shop_code( $host, '', 'Boutique' ),
			[ 'boutique-lyon.fr', 'boutique-paris.fr', 'boutique.fr', 'boutique.com', 'lyon.boutique.fr', '192.0.2.7' ]
		);
		self::assertSame( $codes, array_unique( $codes ) );
		self::assertSame( [], array_filter( $codes, static fn ( string $code ): bool => strlen( $code ) > 8 ) );
	}
}
