<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Settings;

use OrderInvoicer\Domain\Settings\ShopCodeProposal;
use PHPUnit\Framework\TestCase;

final class ShopCodeProposalTest extends TestCase {

	/** @return list<array{string, string}> */
	public static function addresses(): array {
		return [
			[ 'https://www.acme-sarl.fr', 'ACMESARL' ],
			[ 'https://boutique.example.com/', 'BOUTIQUE' ],
			[ 'http://localhost:8080', 'LOCALHOS' ],
			[ 'https://x.fr', 'SHOP' ],
			[ '', 'SHOP' ],
			[ 'http://127.0.0.1', '127' ],
			[ 'https://acme-sarl.fr/lyon', 'ACMELYON' ],
			[ 'https://acme-sarl.fr/marseille/', 'ACMEMARS' ],
			[ 'https://x.fr/b', 'XB' ],
		];
	}

	/** @dataProvider addresses */
	public function test_the_code_comes_from_the_address( string $url, string $code ): void {
		self::assertSame( $code, ( new ShopCodeProposal() )->from_url( $url ) );
	}
}
