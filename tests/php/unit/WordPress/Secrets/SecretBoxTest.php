<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\WordPress\Secrets;

use OrderInvoicer\WordPress\Secrets\SecretBox;
use PHPUnit\Framework\TestCase;

final class SecretBoxTest extends TestCase {

	public function test_gives_back_what_it_was_given(): void {
		$box = new SecretBox( 'key of the site' );

		self::assertSame( 'très secret 🔑', $box->decrypt( $box->encrypt( 'très secret 🔑' ) ) );
		self::assertSame( '', $box->decrypt( $box->encrypt( '' ) ) );
	}

	public function test_stored_text_shows_nothing_and_is_never_the_same_twice(): void {
		$box    = new SecretBox( 'key of the site' );
		$stored = $box->encrypt( 'client-secret' );

		self::assertStringStartsWith( 'orderinvoicer:v1:', $stored );
		self::assertStringNotContainsString(
			'client-secret',
			$stored . sodium_base642bin( substr( $stored, 17 ), SODIUM_BASE64_VARIANT_ORIGINAL )
		);
		self::assertNotSame( $stored, $box->encrypt( 'client-secret' ) );
	}

	public function test_another_key_reads_nothing(): void {
		$stored = ( new SecretBox( 'key of the site' ) )->encrypt( 'client-secret' );

		self::assertNull( ( new SecretBox( 'another key' ) )->decrypt( $stored ) );
		self::assertNull( ( new SecretBox( '' ) )->decrypt( $stored ) );
	}

	public function test_a_changed_text_reads_as_nothing(): void {
		$box    = new SecretBox( 'key of the site' );
		$stored = $box->encrypt( 'client-secret' );
		$last   = substr( $stored, -6, 1 );

		self::assertNull( $box->decrypt( substr_replace( $stored, $last === 'A' ? 'B' : 'A', -6, 1 ) ) );
		self::assertNull( $box->decrypt( 'orderinvoicer:v1:short' ) );
		self::assertNull( $box->decrypt( 'never encrypted' ) );
		self::assertNull( $box->decrypt( '' ) );
	}

	public function test_refuses_without_a_key(): void {
		$this->expectException( \RuntimeException::class );
		( new SecretBox( '' ) )->encrypt( 'client-secret' );
	}

	public function test_never_encrypts_twice(): void {
		$box    = new SecretBox( 'key of the site' );
		$stored = $box->encrypt( 'client-secret' );

		$this->expectException( \RuntimeException::class );
		$box->encrypt( $stored );
	}
}
