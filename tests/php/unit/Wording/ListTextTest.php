<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Wording;

use OrderInvoicer\Domain\Settings\Trigger;
use OrderInvoicer\Wording\ListText;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\DocumentPage;
use OrderInvoicer\Wording\Names\EffectText;
use OrderInvoicer\Wording\Problems\ProblemText;
use OrderInvoicer\Wording\TaskText;
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
		$names = new DocumentNames();
		$tasks = new TaskText(
			new ProblemText(),
			new DocumentPage( 'https://sellsy.test' ),
			new EffectText( $names ),
			$names
		);
		self::assertSame( $says, ( new ListText( $tasks, $names ) )->awaited( $trigger ) );
	}
}
