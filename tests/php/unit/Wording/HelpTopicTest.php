<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Wording;

use OrderInvoicer\Wording\HelpTopic;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/untranslated.php';

/** A newcomer's screens say what they are for, what to do first, what happens then, and where to look when it stops. */
final class HelpTopicTest extends TestCase {

	/** @return iterable<string, array{HelpTopic, string}> with a word of where one looks then. */
	public static function of_newcomers(): iterable {
		yield 'connection' => [ HelpTopic::Connection, 'Test the connection' ];
		yield 'documents' => [ HelpTopic::Documents, 'in the box “Sellsy”' ];
		yield 'payments' => [ HelpTopic::Payments, 'the history shows' ];
		yield 'taxes' => [ HelpTopic::Taxes, 'the history shows' ];
		yield 'old orders' => [ HelpTopic::OldOrders, 'under “To do”' ];
		yield 'to do' => [ HelpTopic::ToDo, 'the timeline of a line' ];
	}

	#[DataProvider( 'of_newcomers' )]
	public function test_it_leads_from_the_purpose_to_what_stopped( HelpTopic $topic, string $where ): void {
		$paragraphs = $topic->paragraphs();

		self::assertCount( 4, $paragraphs );
		self::assertStringContainsString( $where, $paragraphs[3] );
	}
}
