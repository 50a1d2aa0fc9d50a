<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Wording;

use OrderInvoicer\Domain\Settings\Trigger;
use OrderInvoicer\Wording\ListText;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/untranslated.php';

final class ListTextTest extends TestCase {

	/** @return list<array{string, string}> */
	public static function triggers(): array {
		return [
			[ Trigger::PAID, 'Waits for payment' ],
			[ Trigger::STATUS . 'packed', 'Waits until the order is “Packed”' ],
			[ '', '' ],
		];
	}

	#[DataProvider( 'triggers' )]
	public function test_an_order_without_a_document_says_what_it_waits_for( string $trigger, string $says ): void {
		// Neither of what it is made of is needed for that.
		$text = ( new \ReflectionClass( ListText::class ) )->newInstanceWithoutConstructor();
		self::assertSame( $says, $text->awaited( $trigger ) );
	}
}
