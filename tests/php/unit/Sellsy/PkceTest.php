<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Sellsy\Auth\Pkce;
use PHPUnit\Framework\TestCase;

final class PkceTest extends TestCase {

	/** The example of RFC 7636, appendix B. */
	public function test_challenge_is_the_one_of_the_standard(): void {
		self::assertSame(
			'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
			Pkce::from_verifier( 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk' )->challenge
		);
	}

	public function test_every_verifier_is_new_and_has_the_allowed_form(): void {
		$one = Pkce::create();

		self::assertMatchesRegularExpression( '/^[A-Za-z0-9_-]{43}$/', $one->verifier );
		self::assertNotSame( $one->verifier, Pkce::create()->verifier );
		self::assertSame( $one->challenge, Pkce::from_verifier( $one->verifier )->challenge );
	}
}
