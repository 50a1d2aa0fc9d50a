<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Work;

use OrderInvoicer\Domain\Content\Agreements;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Tests\Unit\World\HeldTask;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Runners die, answers are lost: one invoice, always, and nothing that is not there in the end. */
final class CrashTest extends TestCase {

	/** @return iterable<string, array{callable( World ): void}> what Sellsy is like. */
	public static function accounts(): iterable {
		$agreed = static function ( World $world ): void {
			$world->agreements->otherwise = Agreements::ENOUGH;
		};
		yield 'an account that is new' => [ static fn () => null ];
		yield 'one that agreed often' => [ $agreed ];
		yield 'one that agreed often, and computes otherwise by now' => [
			static function ( World $world ) use ( $agreed ): void {
				$agreed( $world );
				$ten                       = Decimal::from_string( '10' );
				$world->sellsy->made_worth = new ComputedDocument( [], $ten, Decimal::from_string( '12.01' ) );
			},
		];
	}

	/**
	 * Before and after each call to the outside: database, order, Sellsy.
	 *
	 * @param callable( World ): void $account
	 */
	#[DataProvider( 'accounts' )]
	public function test_killed_at_every_step_and_resumed_there_is_one_invoice( callable $account ): void {
		$steps = $this->steps_of_a_whole_run( $account );
		self::assertGreaterThan( 40, $steps );
		for ( $step = 1; $step <= $steps; $step++ ) {
			$world                = $this->world();
			$account( $world );
			$world->fate->kill_at = $step;
			$this->run_and_die( $world );
			$world->fate->revive();
			$world->fire( 1 );
			$world->pass_time( 20 );
			$this->assert_one_invoice( $world, "killed at step $step" );
		}
	}

	/** @param callable( World ): void $account */
	#[DataProvider( 'accounts' )]
	public function test_killed_twice_in_a_row_there_is_one_invoice( callable $account ): void {
		$steps = $this->steps_of_a_whole_run( $account );
		for ( $first = 1; $first <= $steps; $first += 3 ) {
			$world = $this->world();
			$account( $world );
			$world->fate->kill_at = $first;
			$this->run_and_die( $world );
			$world->fate->revive();
			$world->fire( 1 );
			$world->clock->advance( 600 );
			$world->fate->kill_at = $world->fate->steps + 17;
			$this->run_and_die( $world );
			$world->fate->revive();
			$world->pass_time( 30 );
			$this->assert_one_invoice( $world, "killed at step $first and 17 steps later" );
		}
	}

	public function test_a_pass_leaves_the_copies_to_the_runner_that_is_at_them(): void {
		$world = $this->world();
		$world->fire( 1 );
		$id = $world->row()->id;
		$now = $world->clock->now();
		$world->ledger->claim( $id, $now, 'runner', $now->modify( '+5 minutes' ) );
		$made = new RemoteDocument(
			kind: DocumentKind::Invoice,
			id: 7,
			number: '',
			status: 'draft',
			key: 'SHOP-1',
			amounts: new ComputedDocument( [], Decimal::from_string( '10' ), Decimal::from_string( '12' ) ),
			created: ''
		);
		$world->ledger->save(
			TaskTransitions::made( HeldTask::by( $world->ledger, $id, 'runner' ), $made, $world->clock->now() )
		);
		$world->sellsy->documents[7] = $made;
		$world->sweep->run();
		self::assertSame( [], $world->shop->urls );

		$world->pass_time( 1 );
		self::assertSame( [ 1 => 'https://sellsy.example.com/7' ], $world->shop->urls );
	}

	/** The runner died right after the ledger was written. Nothing has to be asked for that. */
	public function test_a_pass_numbers_the_draft_that_was_made_final(): void {
		$world = new World();
		$world->order( 1 );
		$world->fire( 1 );
		$world->due->run( 20 );
		$draft = $world->row();
		$now   = $world->clock->now();
		$id    = $world->ledger->open( new TaskKey( 1, Effect::ValidateInvoice ), $now, $draft->id ) ?? 0;
		$world->ledger->claim( $id, $now, 'runner', $now->modify( '+5 minutes' ) );
		$world->invoicing->finalised( $world->sellsy->documents[ $draft->remote_id ] );
		$final = $world->sellsy->documents[ $draft->remote_id ];
		$world->ledger->save( TaskTransitions::made( HeldTask::by( $world->ledger, $id, 'runner' ), $final, $now ) );
		$world->clock->advance( 60 );
		$world->sellsy->is_down = true;
		$world->sweep->run();
		self::assertSame( [ '', $final->number ], [ $draft->remote_number, $world->row()->remote_number ] );
	}

	#[DataProvider( 'lost_answers' )]
	public function test_an_unknown_outcome_is_looked_up( string $method, bool $after_effect, int $agreed ): void {
		$world = $this->world();

		$world->agreements->otherwise = $agreed;
		$world->sellsy->plan( $method, FailureKind::OutcomeUnknown, $after_effect );
		$world->fire( 1 );
		$world->pass_time( 20 );
		$this->assert_one_invoice( $world, "$method, " . ( $after_effect ? 'done' : 'not done' ) );
	}

	/** @return iterable<string, array{string, bool, int}> */
	public static function lost_answers(): iterable {
		foreach ( [
			'find_by_reference',
			'find_by_email',
			'create_customer',
			'addresses',
			'add_address',
			'find_item',
			'create_item',
			'compute',
			'create',
			'get_document',
			'validate',
		] as $method ) {
			foreach ( [ 0, Agreements::ENOUGH ] as $agreed ) {
				yield "$method, not done, $agreed" => [ $method, false, $agreed ];
				yield "$method, done, answer lost, $agreed" => [ $method, true, $agreed ];
			}
		}
	}

	public function test_a_search_without_answer_never_creates(): void {
		$world = $this->world();
		$world->sellsy->plan( 'create', FailureKind::OutcomeUnknown, true );
		$world->sellsy->plan( 'find_by_key', FailureKind::OutcomeUnknown );
		$world->sellsy->plan( 'find_by_key', FailureKind::RateLimited, false, 90 );
		$world->fire( 1 );
		$world->pass_time( 30 );
		$this->assert_one_invoice( $world, 'searches failed' );
	}

	public function test_created_again_only_after_two_empty_searches_two_minutes_apart(): void {
		$world = $this->world();
		$world->sellsy->plan( 'create', FailureKind::OutcomeUnknown );
		$world->fire( 1 );
		$world->due->run( 20 );
		$world->clock->advance( 61 );
		$world->due->run( 20 );
		self::assertSame( [ 1, 1 ], [ $world->sellsy->count( 'find_by_key' ), $world->sellsy->count( 'create' ) ] );

		$world->clock->advance( 60 );
		$world->ledger->save( TaskTransitions::due_again( $world->row( 1 ), $world->clock->now() ) );
		$world->due->run( 20 );
		self::assertSame(
			[ 2, 1 ],
			[ $world->sellsy->count( 'find_by_key' ), $world->sellsy->count( 'create' ) ],
			'A person cannot shorten the two minutes.'
		);

		$world->clock->advance( 61 );
		$world->due->run( 20 );
		self::assertSame( [ 3, 2 ], [ $world->sellsy->count( 'find_by_key' ), $world->sellsy->count( 'create' ) ] );
	}

	public function test_each_creation_has_its_own_two_searches(): void {
		$world = $this->world();
		$world->sellsy->plan( 'create', FailureKind::OutcomeUnknown );
		$world->fire( 1 );
		$world->due->run( 20 );
		$world->clock->advance( 61 );
		$world->due->run( 20 );
		$world->clock->advance( 121 );
		$world->sellsy->dies_at( 'create' );
		$this->run_and_die( $world );
		$world->fate->revive();
		self::assertSame( 2, $world->sellsy->count( 'create' ) );

		$world->clock->advance( 301 );
		$world->due->run( 20 );
		self::assertSame(
			2,
			$world->sellsy->count( 'create' ),
			'What was searched before the second creation says nothing about it.'
		);
		$world->pass_time( 20 );
		$this->assert_one_invoice( $world, 'second creation died' );
	}

	public function test_the_document_is_found_by_the_key_that_was_sent_though_the_order_is_numbered_anew(): void {
		$world = $this->world();
		$world->sellsy->plan( 'create', FailureKind::OutcomeUnknown, true );
		$world->fire( 1 );
		$world->due->run( 20 );
		$world->renumber( 1, '2026-0001' );
		$world->pass_time( 20 );
		$this->assert_one_invoice( $world, 'numbered anew' );
	}

	public function test_two_orders_of_one_number_are_two_invoices(): void {
		$world = $this->world();
		$world->order( 2 );
		$world->renumber( 2, '1' );
		$world->fire( 1 );
		$world->due->run( 20 );
		$world->sellsy->plan( 'create', FailureKind::OutcomeUnknown );
		$world->fire( 2 );
		$world->pass_time( 20 );

		self::assertCount( 2, $world->sellsy->documents );
		self::assertCount( 2, array_unique( $world->shop->urls ) );
	}

	public function test_an_order_edited_before_its_document_is_found_again_is_told_to_a_person(): void {
		$world = $this->world();
		$world->sellsy->plan( 'create', FailureKind::OutcomeUnknown, true );
		$world->fire( 1 );
		$world->due->run( 20 );
		$world->order( 1, null, 'processing', 'SKU-1', '11.00', '2.20' );
		$world->pass_time( 20 );

		$document = array_values( $world->sellsy->documents )[0];
		self::assertSame(
			[ TaskState::Attention, ProblemCode::TotalsDiffer ],
			[ $world->row()->state, $world->row()->problem?->code ]
		);
		self::assertSame( $document->id, $world->row()->remote_id );
		self::assertArrayHasKey( 1, $world->shop->urls, 'The person is led to the document.' );
		self::assertContains( '1 totals_differ', $world->shop->notes );
		self::assertNull( $world->ledger->find( 2 ), 'Nothing follows.' );

		$world->order( 1 );
		$world->retry->retry( 1 );
		$world->pass_time( 5 );
		$this->assert_one_invoice( $world, 'mended' );
	}

	public function test_a_slow_first_runner_cannot_write_after_its_lease(): void {
		$world = $this->world();
		$world->fire( 1 );
		$late = $world->ledger->claim( 1, $world->clock->now(), 'late', $world->clock->now()->modify( '+5 minutes' ) );
		self::assertNotNull( $late );
		$world->clock->advance( 301 );
		$world->due->run( 20 );
		self::assertFalse(
			$world->ledger->save(
				TaskTransitions::sent( HeldTask::by( $world->ledger, 1, 'late' ), new Intent(), $world->clock->now() )
			)
		);
		$this->assert_one_invoice( $world, 'lease lost' );
	}

	private function world(): World {
		$world = new World( finalise: true, create_items: true );
		$world->order( 1 );
		return $world;
	}

	/** @param callable( World ): void $account */
	private function steps_of_a_whole_run( callable $account ): int {
		$world = $this->world();
		$account( $world );
		$world->fire( 1 );
		$world->due->run( 20 );
		return $world->fate->steps;
	}

	private function run_and_die( World $world ): void {
		try {
			$world->fire( 1 );
			$world->due->run( 20 );
		} catch ( Killed ) {
			return;
		}
	}

	private function assert_one_invoice( World $world, string $when ): void {
		self::assertCount( 1, $world->sellsy->documents, $when );
		self::assertCount( 1, $world->sellsy->customers, $when );
		self::assertCount( 1, $world->sellsy->items, $when );
		self::assertCount( 1, array_merge( ...array_values( $world->sellsy->addresses ) ), $when );
		$document = array_values( $world->sellsy->documents )[0];
		self::assertSame( '12', $document->amounts->incl_tax->to_string(), $when );
		self::assertSame( TaskState::Done, $world->row( 1 )->state, $when );
		self::assertSame( TaskState::Done, $world->row( 2 )->state, $when );
		self::assertSame( 'F-0001', $document->number, $when );
		self::assertSame( 'F-0001', $world->row( 1 )->remote_number, $when );
		self::assertSame( "https://sellsy.example.com/{$document->id}", $world->shop->urls[1] ?? '', $when );
		self::assertContains( '1 finalised F-0001', $world->shop->notes, $when );
	}
}
