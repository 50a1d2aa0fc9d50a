<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Doctor;

use OrderInvoicer\Features\Doctor\Kept\Finding;
use OrderInvoicer\Features\Doctor\Kept\Record;
use OrderInvoicer\Features\Doctor\Kept\Run;
use OrderInvoicer\Features\Doctor\Kept\State;
use OrderInvoicer\Features\Doctor\Kept\Thing;
use OrderInvoicer\Features\Doctor\Kept\Trace;
use PHPUnit\Framework\TestCase;

final class RecordTest extends TestCase {

	public function test_what_is_written_is_read_as_it_was(): void {
		$at     = new \DateTimeImmutable( '@1772445600' );
		$trace  = new Trace( Thing::Company, 'Order Invoicer doctor SHOP', $at );
		$run    = Run::of( $at, [ 'one', 'two' ] )->called( 3 )->noted( [ 'since' => 12 ] )->tried( 'one' );
		$record = Record::none()
			->found( self::finding( State::NotKnown ), self::finding( State::Otherwise ) )
			->with_trace( $trace )
			->with_trace( $trace->known_as( 7 ) )
			->with_run( $run->waiting( 'search', $at )->stopped_by( 'day' ) );

		$read = Record::from( json_decode( (string) json_encode( $record->to_array() ), true ) );

		self::assertEquals( $record, $read );
		self::assertSame( 'two', $read->run?->next() );
		self::assertCount( 1, $read->traces );
		self::assertSame( [], $read->without( $trace )->traces );
	}

	/** What it says is not known then, and a run begins. */
	public function test_what_cannot_be_read_is_nothing(): void {
		foreach ( [ null, 'x', [ 'findings' => 5 ], [ 'findings' => [ 'a' => [ 'state' => 'x' ] ] ] ] as $stored ) {
			self::assertEquals( Record::none(), Record::from( $stored ) );
		}
		$half = [
			'traces' => [ [ 'thing' => 'company' ], 3 ],
			'run'    => [ 'to_do' => [] ],
		];
		self::assertEquals( Record::none(), Record::from( $half ) );
	}

	/** @return iterable<string, array{State, string, bool}> known, seen now, and whether that stands. */
	public static function unseen(): iterable {
		foreach ( [ 'refused', 'not-seen', 'unreadable' ] as $seen ) {
			yield "as expected, now $seen" => [ State::AsExpected, $seen, true ];
			yield "otherwise, now $seen" => [ State::Otherwise, $seen, false ];
		}
		foreach ( [ 'no-answer', 'no-calls', 'no-right:items.write', 'too-few', 'no-draft' ] as $seen ) {
			yield "as expected, now $seen" => [ State::AsExpected, $seen, false ];
			yield "otherwise, now $seen" => [ State::Otherwise, $seen, false ];
			yield "not known, now $seen" => [ State::NotKnown, $seen, true ];
		}
	}

	/** @dataProvider unseen */
	public function test_another_answer_takes_back_what_was_as_expected_and_none_does_not(
		State $known,
		string $seen,
		bool $stands,
	): void {
		$record = Record::none()->found( self::finding( $known ) )->learnt( self::finding( State::NotKnown, $seen ) );

		self::assertSame( $stands ? $seen : 'at-once', $record->findings['search-lag']->seen );
	}

	public function test_what_had_no_answer_is_tried_again_by_a_run_that_goes_on(): void {
		$at  = new \DateTimeImmutable( '@1772445600' );
		$all = [ 'one', 'two', 'three', 'four' ];
		$run = Run::of( $at, $all )
			->tried( 'one' )->unanswered( 'one', 'refused' )
			->tried( 'two' )->unanswered( 'two', 'no-answer' )
			->tried( 'three' )->unanswered( 'three', 'no-calls' )
			->stopped_by( 'no-answer' );

		$run = Run::from( $run->to_array() )?->resumed( $all, $run->tried );

		self::assertSame( [ 'one' ], $run?->tried );
		self::assertSame( [], $run?->notes );
		self::assertSame( 'two', $run?->next() );
	}

	private static function finding( State $state, string $seen = 'at-once' ): Finding {
		return new Finding(
			assumption: 'search-lag',
			state: $state,
			seen: $seen,
			at: new \DateTimeImmutable( '@1772445600' ),
			version: '1.0.0',
			revision: 2
		);
	}
}
