<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\unit\Domain\Document;

use OrderInvoicer\Domain\Document\PlainText;
use PHPUnit\Framework\TestCase;

final class PlainTextTest extends TestCase {

	/** @return iterable<string, array{string, string}> */
	public static function names(): iterable {
		yield 'entities'            => [ 'Caf&eacute; &amp; th&#233; &#8211; 5&nbsp;€', 'Café & thé – 5 €' ];
		yield 'tags'                => [ '<strong>Big</strong> <a href="x">mug</a>', 'Big mug' ];
		yield 'script is no text'   => [ 'Mug<script>alert(1)</script>', 'Mug' ];
		yield 'less than is no tag' => [ 'size < 5 and > 3', 'size < 5 and > 3' ];
		yield 'a tag meant to be read' => [ 'how to write &lt;b&gt;', 'how to write <b>' ];
		yield 'emoji and joiners'   => [ 'Gift 🎁 👩‍🚒', 'Gift 🎁 👩‍🚒' ];
		yield 'line breaks'         => [ "one\r\n two\t three", 'one two three' ];
		yield 'no controls'         => [ "a\x00b\x07c", 'abc' ];
		yield 'broken characters'   => [ "caf\xE9", 'caf?' ];
	}

	/** @dataProvider names */
	public function test_names_as_people_read_them( string $stored, string $read ): void {
		$this->assertSame( $read, ( new PlainText() )->line( $stored, 250 ) );
	}

	public function test_cut_between_characters(): void {
		$this->assertSame( str_repeat( 'é', 250 ), ( new PlainText() )->line( str_repeat( 'é', 300 ), 250 ) );
	}

	public function test_a_block_keeps_its_lines(): void {
		$this->assertSame( "Thank you\nSee you", ( new PlainText() )->block( " Thank you <br> See  you\r\n", 250 ) );
	}
}
