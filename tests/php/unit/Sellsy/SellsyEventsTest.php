<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Features\TalkBack\SellsyEvents;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * Inferred: how Sellsy signs what it sends, and where the document stands in it.
 *
 * @assumes signature
 */
final class SellsyEventsTest extends TestCase {

	public function test_the_signature_is_sha1_of_key_and_body(): void {
		$events = new SellsyEvents();
		$body   = '{"relatedtype":"invoice"}';
		self::assertTrue( $events->is_signed( $body, sha1( "key$body" ), 'key' ) );
		self::assertTrue( $events->is_signed( $body, strtoupper( sha1( "key$body" ) ), 'key' ) );
		self::assertFalse( $events->is_signed( $body, hash_hmac( 'sha1', $body, 'key' ), 'key' ) );
		self::assertFalse( $events->is_signed( $body, sha1( $body ), '' ) );
	}

	/** @return array<string, array{string, array{DocumentKind, int}|null}> */
	public static function bodies(): array {
		return [
			'a payment'    => [
				'{"eventType":"docslog","event":"paymentadd","relatedtype":"invoice","relatedid":"7001"}',
				[ DocumentKind::Invoice, 7001 ],
			],
			'a number'     => [ '{"relatedtype":"estimate","relatedid":7001}', [ DocumentKind::Estimate, 7001 ] ],
			'a proforma'   => [ '{"relatedtype":"proforma","relatedid":"1"}', [ DocumentKind::Proforma, 1 ] ],
			'a customer'   => [ '{"relatedtype":"third","relatedid":"1"}', null ],
			'below zero'   => [ '{"relatedtype":"invoice","relatedid":"-1"}', null ],
			'zero'         => [ '{"relatedtype":"invoice","relatedid":"0"}', null ],
			'too large'    => [ '{"relatedtype":"invoice","relatedid":"99999999999999999999"}', null ],
			'deep'         => [ str_repeat( '[', 40 ) . str_repeat( ']', 40 ), null ],
			'a text'       => [ '"invoice"', null ],
			'a form'       => [ 'notif={}', null ],
		];
	}

	/** @param array{DocumentKind, int}|null $document */
	#[DataProvider( 'bodies' )]
	public function test_of_the_body_two_fields_are_read( string $body, ?array $document ): void {
		self::assertSame( $document, ( new SellsyEvents() )->document( $body ) );
	}
}
