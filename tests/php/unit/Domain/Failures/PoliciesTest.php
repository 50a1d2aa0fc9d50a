<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Failures;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RepeatPolicy;
use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Domain\Work\RetryPolicy;
use PHPUnit\Framework\TestCase;

final class PoliciesTest extends TestCase {

	public function test_six_retries_over_a_day_and_a_half(): void {
		$policy = new RetryPolicy();
		self::assertSame(
			[ 60, 300, 1800, 7200, 21600, 86400, null ],
			array_map( static fn( int $attempt ): ?int => $policy->delay( $attempt, 0 ), range( 1, 7 ) )
		);
	}

	public function test_jitter_adds_a_fifth_at_most(): void {
		$policy = new RetryPolicy();
		self::assertSame(
			[ 66, 72, 360 ],
			[ $policy->delay( 1, 10 ), $policy->delay( 1, 20 ), $policy->delay( 2, 90 ) ]
		);
	}

	public function test_a_row_on_which_runners_die_ends_too(): void {
		$policy = new RetryPolicy();
		self::assertFalse( $policy->is_used_up( 7 ) );
		self::assertTrue( $policy->is_used_up( 8 ) );
	}

	public function test_two_empty_searches_two_minutes_apart(): void {
		$policy = new RepeatPolicy();
		$first  = new \DateTimeImmutable( '@1000000' );
		self::assertSame( 120, $policy->wait_before_create( null, $first ) );
		$noted = $policy->empty_search( null, $first );
		self::assertSame( 60, $policy->wait_before_create( $noted, new \DateTimeImmutable( '@1000060' ) ) );
		self::assertSame( 0, $policy->wait_before_create( $noted, new \DateTimeImmutable( '@1000120' ) ) );
		self::assertEquals(
			$noted,
			$policy->empty_search( $noted, new \DateTimeImmutable( '@1000060' ) ),
			'The first one counts.'
		);
		self::assertSame(
			120,
			$policy->wait_before_create( new Problem( ProblemCode::OutcomeUnknown ), $first ),
			'A failure in between starts again.'
		);
	}

	/**
	 * @testWith ["GET /taxes"]
	 *           ["POST /invoices/search"]
	 *           ["POST /invoices/compute"]
	 *           ["POST /deposit-invoices/prepare"]
	 *           ["POST v1 Document.getList"]
	 *           ["POST v1 Stock.getForItem"]
	 */
	public function test_nothing_is_unknown_of_a_read( string $route ): void {
		$lost    = new RemoteFailure( FailureKind::OutcomeUnknown, 503, $route );
		$problem = $lost->problem();
		self::assertSame( ProblemCode::SellsyDown, $problem->code );
		self::assertSame( '', $problem->fact( 'for' ) );
		self::assertSame( 'page', $lost->on_screen()->fact( 'for' ) );
	}

	/**
	 * @testWith ["POST /invoices"]
	 *           ["POST /taxes"]
	 *           ["DELETE /payments/{id}"]
	 *           ["POST /invoices/{id}/validate"]
	 *           ["POST v1 Document.create"]
	 */
	public function test_what_came_of_a_write_is_unknown( string $route ): void {
		$lost = new RemoteFailure( FailureKind::OutcomeUnknown, 0, $route );
		self::assertSame( ProblemCode::OutcomeUnknown, $lost->on_screen()->code );
	}

	/**
	 * @testWith ["OutcomeUnknown", ["amounts"], true]
	 *           ["OutcomeUnknown", [], false]
	 *           ["Rejected", ["amounts"], false]
	 *
	 * @param list<string> $fields
	 */
	public function test_an_answer_is_unreadable_where_a_field_of_it_is( string $kind, array $fields, bool $is ): void {
		$kind = constant( FailureKind::class . "::$kind" );
		self::assertSame( $is, ( new RemoteFailure( $kind, 200, 'GET /taxes', fields: $fields ) )->is_unreadable() );
	}

	/**
	 * @testWith ["POST /invoices", "OutcomeUnknown", true]
	 *           ["GET /invoices/{id}", "OutcomeUnknown", false]
	 *           ["POST /invoices", "Rejected", false]
	 *           ["POST /invoices", "NotSent", false]
	 */
	public function test_what_was_refused_or_never_left_has_no_unknown_outcome(
		string $route,
		string $kind,
		bool $is,
	): void {
		$failure = new RemoteFailure( constant( FailureKind::class . "::$kind" ), 0, $route );
		self::assertSame( $is, $failure->is_outcome_unknown() );
	}

	/**
	 * @testWith ["wanted", {"by": "rule"}, true, false]
	 *           ["wanted", {"by": "asked"}, false, false]
	 *           ["document_made", {"by": "rule"}, false, false]
	 *           ["sellsy_answered", {"status": "201"}, false, true]
	 *           ["sellsy_answered", {"status": "404"}, false, false]
	 *           ["sellsy_answered", {"status": "200", "failure": "rejected"}, false, false]
	 *           ["document_made", {"status": "201"}, false, false]
	 *
	 * @param array<string, string> $facts
	 */
	public function test_a_step_says_who_asked_and_whether_sellsy_did_it(
		string $code,
		array $facts,
		bool $is_by_rule,
		bool $is_good,
	): void {
		$step = new Step( StepCode::from( $code ), $facts );
		self::assertSame( [ $is_by_rule, $is_good ], [ $step->is_by_rule(), $step->is_good_answer() ] );
	}
}
