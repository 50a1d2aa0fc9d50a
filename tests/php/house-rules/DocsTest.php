<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\HouseRules;

use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/Docs.php';

/** Pages for people name what is there. */
final class DocsTest extends TestCase {

	public function test_what_pages_name_is_there(): void {
		$docs  = new Docs();
		$pages = Docs::pages();
		$this->assertArrayHasKey( 'docs/ORDERS.md', $pages );
		$lost = [];
		foreach ( $pages as $page => $text ) {
			$lost = [ ...$lost, ...$docs->unknown( $page, $text ) ];
		}
		$this->assertSame( [], $lost );
	}

	public function test_what_is_not_there_is_found(): void {
		$good = "`Domain/Money` `Settings::workflow()` `TaskKey` `src/admin` docs/LEDGER.md\n"
			. "[b](LEDGER.md#the-states) `npm run zip`\n"
			. "```\nTaskRunner → WordPress\n```\n";
		$bad  = "`Domain/Nothing` `Settings::nothing()` `Domain/Drafts/Settings::workflow` `NoSuchClass`\n"
			. "`src/nothing.ts` docs/NOTHING.md `npm run nothing`\n"
			. "[a](NOTHING.md) [b](LEDGER.md#nothing)\n```\nNoSuchHandler →\n```\n";
		$lost = [
			'Domain/Nothing',
			'Settings::nothing()',
			'Domain/Drafts/Settings::workflow',
			'NoSuchClass',
			'src/nothing.ts',
			'docs/NOTHING.md',
			'NoSuchHandler',
			'NOTHING.md',
			'LEDGER.md#nothing',
			'nothing',
		];
		$this->assertSame( [], ( new Docs() )->unknown( 'docs/X.md', $good ) );
		$this->assertSame(
			array_map( static fn ( string $name ): string => "docs/X.md: $name", $lost ),
			( new Docs() )->unknown( 'docs/X.md', $bad )
		);
	}
}
