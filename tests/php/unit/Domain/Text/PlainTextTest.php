<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Text;

use OrderInvoicer\Domain\Text\PlainText;
use PHPUnit\Framework\TestCase;

final class PlainTextTest extends TestCase {

	/** @return iterable<string, array{string, string}> */
	public static function names(): iterable {
		yield 'entities'            => [ 'Caf&eacute; &amp; th&#233; &#8211; 5&nbsp;€', 'Café & thé – 5 €' ];
		yield 'tags'                => [ '<strong>Big</strong> <a href="x">mug</a>', 'Big mug' ];
		yield 'script is no text'   => [ 'Mug<script>alert(1)</script>', 'Mug' ];
		yield 'less than is no tag' => [ 'size < 5 and > 3', 'size < 5 and > 3' ];
		yield 'arithmetic'          => [ '5 < 6 & 7 > 3', '5 < 6 & 7 > 3' ];
		yield 'arithmetic, stored'  => [ '5 &lt; 6 &amp; 7 &gt; 3', '5 < 6 & 7 > 3' ];
		yield 'without spaces'      => [ 'a<b, I <3 you', 'a‹b, I <3 you' ];
		yield 'a size'              => [ 'Taille <M>', 'Taille ‹M›' ];
		yield 'another size'        => [ 'Taille <S>', 'Taille ‹S›' ];
		yield 'struck through'      => [ '<S>12</S> 10', '12 10' ];
		yield 'an address'          => [ 'Bob <bob@example.com>', 'Bob ‹bob@example.com›' ];
		yield 'a tag as entities'   => [ 'Mug &lt;img src=x onerror=alert(1)&gt;', 'Mug' ];
		yield 'encoded twice'       => [ 'Mug &amp;lt;img src=x onerror=alert(1)&amp;gt;', 'Mug' ];
		yield 'encoded many times'  => [
			'Mug &' . str_repeat( 'amp;', 900 ) . 'lt;b&#38;#38;#x26;gt; &#38;#38;lt;i&gt;',
			'Mug',
		];
		yield 'never closed'        => [ 'Mug <img src=x onerror=alert(1)', 'Mug' ];
		yield 'closed by the next'  => [ 'Mug <img src=x onerror=alert(1) <b>big</b>', 'Mug big' ];
		yield 'brackets in quotes'  => [ 'Mug <img alt="a>b" onerror=\'x>y\'> big', 'Mug big' ];
		yield 'no element, an act'  => [ 'Mug <m onclick=alert(1)>', 'Mug' ];
		yield 'put together'        => [ 'Mug <scr<script>ipt>alert(1)', 'Mug alert(1)' ];
		yield 'put together anew'   => [ 'Mug &l<b></b>t;img src=x onerror=y&gt;', 'Mug' ];
		yield 'held apart'          => [ "Mug <\u{200B}i\u{202E}mg src=x onerror=y>", 'Mug' ];
		yield 'comments'            => [ 'Mug <!-- <b> --> big <!-- never', 'Mug big' ];
		yield 'no openings'         => [ 'a </ b <? c <!d', 'a ‹/ b ‹? c ‹!d' ];
		yield 'emoji and joiners'   => [ 'Gift 🎁 👩‍🚒 👩🏽‍🚒', 'Gift 🎁 👩‍🚒 👩🏽‍🚒' ];
		yield 'scripts with joiners' => [ "می\u{200C}خواهم क्\u{200D}ष", "می\u{200C}خواهم क्\u{200D}ष" ];
		yield 'line breaks'         => [ "one\r\n two\t three\u{2028}four", 'one two three four' ];
		yield 'no controls'         => [ "a\x00b\x07c", 'abc' ];
		yield 'nothing unseen'      => [
			"A\u{202E}l\u{2066}p\u{200F}h\u{200B}a\u{FEFF} \u{200D}S\u{AD}A\u{200C}S\u{3164}",
			'Alpha SAS',
		];
		yield 'unseen as entities'  => [ 'Al&#8238;p&#x200B;ha&zwj;', 'Alpha' ];
		yield 'broken characters'   => [ "Émile, caf\xE9 \x96 €", 'Émile, café – €' ];
	}

	/** @dataProvider names */
	public function test_names_as_people_read_them( string $stored, string $read ): void {
		$this->assertSame( $read, ( new PlainText() )->line( $stored, 250 ) );
		$this->assertSame( $read, ( new PlainText() )->line( $read, 250 ), 'Cleaning twice changes nothing.' );
	}

	public function test_a_block_reads_what_wordpress_made_of_lines(): void {
		$this->assertSame( "a\nb\n\nc", ( new PlainText() )->block( "<p>a<br />\nb</p>\n\n<p>c</p>\n", 250 ) );
	}

	public function test_codes_and_whole_texts_keep_their_own_spaces(): void {
		$this->assertSame( 'A  B C', ( new PlainText() )->code( " A  <b>B</b>\nC\u{202E} ", 250 ) );
		$this->assertSame( "A\u{A0}: B\nC", ( new PlainText() )->whole( "A\u{A0}: &lt;i&gt;B\nC", 250 ) );
	}

	/** Patterns that look ahead are what such texts are made for. Measured is the processor, not how busy it is. */
	public function test_no_text_takes_long_or_is_lost(): void {
		$begun = getrusage();
		foreach ( [
			'<script>',
			'<!--',
			'<a "',
			'<S>',
			'&amp;',
			'&lt;b',
			"<\u{200B}",
			'<img x=',
			'<m ',
			'<b ',
			'</script><script>',
			"\xFF",
		] as $piece ) {
			$this->assertLessThanOrEqual(
				250,
				mb_strlen( ( new PlainText() )->line( 'Mug ' . str_repeat( $piece, 60_000 ), 250 ) )
			);
			$this->assertStringStartsWith(
				'Mug',
				( new PlainText() )->line( 'Mug ' . str_repeat( $piece, 5_000 ) . str_repeat( '>', 5_000 ), 250 )
			);
		}
		$this->assertLessThan( 5, getrusage()['ru_utime.tv_sec'] - $begun['ru_utime.tv_sec'] );
	}

	public function test_cut_between_characters(): void {
		$this->assertSame( str_repeat( 'é', 250 ), ( new PlainText() )->line( str_repeat( 'é', 300 ), 250 ) );
	}

	public function test_a_block_keeps_its_lines(): void {
		$this->assertSame( "Thank you\nSee you", ( new PlainText() )->block( " Thank you <br> See  you\r\n", 250 ) );
	}
}
