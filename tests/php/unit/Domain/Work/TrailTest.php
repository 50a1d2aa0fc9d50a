<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Work;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What can be told afterwards of how a document came about. */
final class TrailTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World();
	}

	/** @return list<string> */
	private function codes(): array {
		return array_map( static fn( Step $step ): string => $step->code->value, $this->world->shop->steps );
	}

	public function test_a_try_leaves_its_decisions_in_their_order(): void {
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->process->process( 1 );

		self::assertSame(
			[ 'wanted', 'customer_created', 'totals', 'totals_agreed', 'document_made' ],
			$this->codes()
		);
		self::assertSame( 'rule', $this->world->shop->steps[0]->fact( 'by' ) );
		self::assertSame( 'processing', $this->world->shop->steps[0]->fact( 'status' ) );
		self::assertSame(
			[
				'kind'     => 'invoice',
				'rows'     => 1,
				'excl_tax' => '10.00',
				'vat'      => '20: 2.00',
				'rounding' => '0.00',
				'incl_tax' => '12.00',
				'currency' => 'EUR',
			],
			$this->world->shop->steps[2]->facts
		);
	}

	public function test_the_next_order_of_a_buyer_says_that_the_customer_was_remembered(): void {
		foreach ( [ 1, 2 ] as $id ) {
			$this->world->order( $id );
			$this->world->fire( $id );
			$this->world->process->process( $id );
		}

		self::assertSame(
			[ 'wanted', 'customer_remembered', 'totals', 'totals_agreed', 'document_made' ],
			$this->codes()
		);
	}

	public function test_no_step_holds_who_the_buyer_is(): void {
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->process->process( 1 );

		$kept = (string) json_encode( array_column( $this->world->shop->steps, 'facts' ) );
		self::assertStringNotContainsString( 'client@example.com', $kept );
		self::assertStringNotContainsString( 'Client', $kept );
	}

	/** @return iterable<string, array{FailureKind, list<array<string, int|string>>}> */
	public static function fates(): iterable {
		$try = static fn ( string $outcome, string $code ): array => [
			'task'    => 1,
			'attempt' => 1,
			'outcome' => $outcome,
			'code'    => $code,
		];
		yield 'it costs a try' => [ FailureKind::OutcomeUnknown, [ $try( 'released', 'outcome_unknown' ) ] ];
		yield 'it is no fault of its own' => [ FailureKind::RateLimited, [ $try( 'released', 'rate_limited' ) ] ];
		yield 'a person is needed' => [ FailureKind::Rejected, [ $try( 'attention', 'rejected' ) ] ];
	}

	/** @param list<array<string, int|string>> $tries */
	#[DataProvider( 'fates' )]
	public function test_what_came_of_a_try_is_kept( FailureKind $kind, array $tries ): void {
		$this->world->sellsy->plan( 'create', $kind );
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->process->process( 1 );
		self::assertSame( $tries, $this->world->shop->tries );
	}

	public function test_one_that_was_left_out_says_so_too(): void {
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->order( 1, status: 'cancelled' );
		$this->world->process->process( 1 );
		self::assertSame( [ 'skipped' ], array_column( $this->world->shop->tries, 'outcome' ) );
	}

	/** Its message may hold anything: the name of a buyer, a key. */
	public function test_what_nobody_foresaw_is_in_the_log_by_its_place_alone_and_tried_again(): void {
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->sellsy->each_call = static fn () => throw new \DomainException( 'Client Test' );
		$this->world->process->process( 1 );
		$errors = implode( $this->world->shop->errors );
		self::assertStringContainsString( 'A task failed unexpectedly.', $errors );
		self::assertStringContainsString( 'DomainException TrailTest.php:', $errors );
		self::assertStringNotContainsString( 'Client Test', $errors );
		self::assertSame( [ 'unexpected_error' ], array_column( $this->world->shop->tries, 'code' ) );
	}

	public function test_when_all_tries_are_used_up_a_person_reads_what_went_wrong_last(): void {
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->sellsy->each_call = static fn () => throw new \DomainException( 'Client Test' );
		for ( $try = 1; $try <= 7; $try++ ) {
			$this->world->clock->advance( 200_000 );
			$this->world->process->process( 1 );
		}
		self::assertTrue( $this->world->row()->asks( ProblemCode::TriesUsedUp ) );
		$detail = $this->world->row()->problem?->fact( 'detail' );
		self::assertStringStartsWith( 'DomainException TrailTest.php:', (string) $detail );
	}

	/** Whoever was away for longer than its lease may have been replaced: its work is dropped. */
	public function test_a_runner_whose_row_another_one_has_taken_says_so_and_writes_nothing(): void {
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->sellsy->each_call = function (): void {
			$this->world->sellsy->each_call = null;
			$this->world->clock->advance( 3600 );
			$now = $this->world->clock->now();
			$this->world->ledger->claim( 1, $now, 'another', $now->modify( '+5 minutes' ) );
		};
		$this->world->process->process( 1 );
		self::assertSame( 'another', $this->world->row()->lock_token );
		self::assertSame( 0, $this->world->sellsy->count( 'create' ) );
		self::assertContains( 'Another runner has taken over the task. {"sync_id":1}', $this->world->shop->infos );
		self::assertSame( [], $this->world->shop->tries );
	}
}
