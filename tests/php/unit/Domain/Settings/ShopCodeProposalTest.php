<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Settings;

use OrderInvoicer\Domain\Settings\ShopCodeProposal;
use PHPUnit\Framework\TestCase;

final class ShopCodeProposalTest extends TestCase {

	/** @return list<array{string, string, string}> */
	public static function addresses(): array {
		return [
			[ 'www.acme-sarl.fr', '', 'ACMESARL' ],
			[ 'WWW.Acme-Sarl.fr', '', 'ACMESARL' ],
			[ 'boutique.example.com', '/', 'BOUTIQUE' ],
			[ 'localhost', '', 'LOCALHOS' ],
			[ 'x.fr', '', 'SHOP' ],
			[ '', '', 'SHOP' ],
			[ '127.0.0.1', '', 'LACAVE' ],
			[ '[::1]', '/lyon', 'LACALYON' ],
			[ 'acme-sarl.fr', '/lyon', 'ACMELYON' ],
			[ 'acme-sarl.fr', '/marseille/', 'ACMEMARS' ],
			[ 'x.fr', '/b', 'XB' ],
		];
	}

	/** @dataProvider addresses */
	public function test_the_code_comes_from_the_address( string $host, string $path, string $code ): void {
		self::assertSame( $code, ( new ShopCodeProposal() )->from_home( $host, $path, 'La Cave' ) );
	}

	public function test_a_shop_without_a_name_behind_a_number_gets_a_code_too(): void {
		self::assertSame( 'SHOP', ( new ShopCodeProposal() )->from_home( '192.0.2.7', '', '!' ) );
	}
}
