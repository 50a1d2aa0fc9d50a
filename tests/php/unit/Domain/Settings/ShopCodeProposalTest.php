<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Settings;

use OrderInvoicer\Domain\Settings\ShopCodeProposal;
use PHPUnit\Framework\TestCase;

final class ShopCodeProposalTest extends TestCase {

	/** @return list<array{string, string}> */
	public static function hosts(): array {
		return [
			[ 'www.acme-sarl.fr', 'ACMESARL' ],
			[ 'boutique.example.com', 'BOUTIQUE' ],
			[ 'localhost', 'LOCALHOS' ],
			[ 'x.fr', 'SHOP' ],
			[ '', 'SHOP' ],
			[ '127.0.0.1', '127' ],
		];
	}

	/** @dataProvider hosts */
	public function test_the_code_comes_from_the_host( string $host, string $code ): void {
		self::assertSame( $code, ( new ShopCodeProposal() )->from_host( $host ) );
	}
}
