<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Text;

use OrderInvoicer\Domain\Text\CsvLine;
use PHPUnit\Framework\TestCase;

final class CsvLineTest extends TestCase {

	public function test_amounts_have_a_comma_and_what_is_unknown_is_empty(): void {
		$line = ( new CsvLine() )
			->text( 'Carte' )
			->count( 3 )
			->amount( -123456, 2 )
			->amount( null, 2 )
			->amount( 500, 0 );
		self::assertSame( "Carte;3;-1234,56;;500\r\n", $line->to_string() );
	}

	public function test_what_is_no_formula_is_none_and_cells_stay_cells(): void {
		$line = new CsvLine();
		foreach ( [ '=1+1', '+33', '-2', '@SUM(A1)', "\t=1", 'a;b', 'say "no"', "two\nlines" ] as $text ) {
			$line->text( $text );
		}
		self::assertSame(
			"'=1+1;'+33;'-2;'@SUM(A1);\"'\t=1\";\"a;b\";\"say \"\"no\"\"\";\"two\nlines\"\r\n",
			$line->to_string()
		);
	}
}
