<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Wording;

use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\StepText;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/untranslated.php';

final class StepTextTest extends TestCase {

	/** @return iterable<string, array{array<string, string|int>, string}> */
	public static function totals(): iterable {
		yield 'one line' => [
			[],
			'Invoice: 1 line, 33.17 EUR excl. VAT, VAT 20%: 6.63 EUR, 39.80 EUR incl. VAT.',
		];
		yield 'two rates, and a row that rounds' => [
			[
				'rows'     => 2,
				'vat'      => '20: 2.00; 5.5: 0.55',
				'rounding' => '-0.01',
			],
			'Invoice: 2 lines, 33.17 EUR excl. VAT, VAT 20%: 2.00 EUR, VAT 5.5%: 0.55 EUR, 39.80 EUR incl. VAT.'
				. ' Of which rounding: -0.01 EUR.',
		];
		yield 'a shop without VAT' => [
			[ 'vat' => '' ],
			'Invoice: 1 line, 33.17 EUR excl. VAT, VAT: 0.00 EUR, 39.80 EUR incl. VAT.',
		];
		yield 'a currency that is not the shop’s' => [
			[
				'currency' => 'JPY',
				'excl_tax' => '3317',
				'vat'      => '10: 331',
				'incl_tax' => '3648',
			],
			"Invoice: 1 line, 3\u{202F}317 JPY excl. VAT, VAT 10%: 331 JPY, 3\u{202F}648 JPY (JPY) incl. VAT.",
		];
	}

	/** @param array<string, string|int> $facts */
	#[DataProvider( 'totals' )]
	public function test_totals_are_written_as_money( array $facts, string $said ): void {
		$step = new Step(
			StepCode::Totals,
			$facts + [
				'kind'     => 'invoice',
				'rows'     => 1,
				'excl_tax' => '33.17',
				'vat'      => '20: 6.63',
				'rounding' => '0.00',
				'incl_tax' => '39.80',
				'currency' => 'EUR',
			]
		);
		self::assertSame( $said, ( new StepText( new DocumentNames() ) )->text( $step ) );
	}

	/** Whom a search cannot show is no reason to say that nobody is there. */
	public function test_a_customer_who_was_created_is_told_with_the_doubt_there_is(): void {
		$text = new StepText( new DocumentNames() );
		$id   = [ 'id' => 7 ];
		self::assertStringContainsString( 'none matched', $text->text( new Step( StepCode::Created, $id ) ) );
		$doubt = $text->text( new Step( StepCode::Created, $id + [ 'minds_case' => 1 ] ) );
		self::assertStringContainsString( 'other capitals in Sellsy may not be found', $doubt );
	}
}
