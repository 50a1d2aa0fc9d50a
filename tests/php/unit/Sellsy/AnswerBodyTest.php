<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Sellsy\Transport\AnswerBody;
use OrderInvoicer\Sellsy\Transport\TransportFailure;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What of an answer may be read at all. */
final class AnswerBodyTest extends TestCase {

	private const PACKED = [ 'x-orderinvoicer-encoding' => 'gzip' ];

	/** @param array<string, string> $headers */
	#[DataProvider( 'whole_ones' )]
	public function test_reads_what_is_whole( string $body, array $headers, string $read ): void {
		self::assertSame( $read, ( new AnswerBody( 'test' ) )->read( $body, $headers ) );
	}

	/** @return iterable<string, array{string, array<string, string>, string}> */
	public static function whole_ones(): iterable {
		$longest = str_repeat( ' ', AnswerBody::MAX - 2 ) . '{}';
		yield 'plain' => [ '{"id":7}', [], '{"id":7}' ];
		yield 'packed' => [ (string) gzencode( '{"id":7}' ), self::PACKED, '{"id":7}' ];
		yield 'unpacked on its way' => [ '{"id":7}', self::PACKED, '{"id":7}' ];
		yield 'as long as may be' => [ $longest, [], $longest ];
		yield 'as long as may be, packed' => [ (string) gzencode( $longest ), self::PACKED, $longest ];
	}

	/** @param array<string, string> $headers */
	#[DataProvider( 'spoilt_ones' )]
	public function test_what_is_too_long_or_not_whole_is_no_answer( string $body, array $headers ): void {
		try {
			( new AnswerBody( 'test' ) )->read( $body, $headers );
			self::fail( 'It was read.' );
		} catch ( TransportFailure $failure ) {
			self::assertTrue( $failure->may_have_been_sent, 'Unknown is never none.' );
		}
	}

	/** @return iterable<string, array{string, array<string, string>}> */
	public static function spoilt_ones(): iterable {
		$too_long = str_repeat( ' ', AnswerBody::MAX - 1 ) . '{}';
		yield 'too long' => [ $too_long, [] ];
		yield 'too long once it is unpacked' => [ (string) gzencode( $too_long ), self::PACKED ];
		yield 'cut off behind its last word' => [ substr( (string) gzencode( '{"id":7}' ), 0, -8 ), self::PACKED ];
		yield 'another check sum' => [ substr( (string) gzencode( '{"id":7}' ), 0, -8 ) . 'somewhat', self::PACKED ];
		yield 'not packed at all' => [ "\x1f\x8bnonsense", self::PACKED ];
	}
}
