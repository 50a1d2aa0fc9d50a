<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Sellsy\Mapping\Text;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class TextTest extends TestCase {

	public function test_cuts_characters_never_bytes(): void {
		self::assertSame( 'éé', Text::line( ' ééé', 2 ) );
		self::assertSame( '🙂', Text::line( '🙂🙂', 1 ) );
	}

	#[TestWith( [ '', '--' ] )]
	#[TestWith( [ 'Y', 'Y-' ] )]
	#[TestWith( [ 'Eu', 'Eu' ] )]
	#[TestWith( [ '75002', '75002' ] )]
	#[TestWith( [ 'É', 'É-' ] )]
	public function test_fills_up_and_back( string $given, string $filled ): void {
		self::assertSame( $filled, Text::filled( $given, 30 ) );
		self::assertSame( $given, Text::unfilled( $filled ) );
	}

	public function test_the_longest_note_fits_whatever_it_holds(): void {
		self::assertSame( 'a &lt; b &amp; c<br>d<br>e', Text::html( "a < <b>b</b> & c\nd\r\ne" ) );
		self::assertLessThanOrEqual( 65_535, mb_strlen( Text::html( str_repeat( '"', 70_000 ) ) ) );
	}
}
