<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Backfill;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Order\OrderFilter;
use OrderInvoicer\Features\Backfill\Rules\Backfill;
use OrderInvoicer\Features\Backfill\Rules\BackfillState;
use OrderInvoicer\Tests\Unit\World\HeldTask;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

final class BackfillTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World();
	}

	/** Orders of before the start date, one a minute. */
	private function old_orders( int $count, string $status = 'completed' ): void {
		$now = $this->world->clock->now();
		for ( $i = 1; $i <= $count; $i++ ) {
			$order = $this->world->order( $i, World::buyer( 0, "client$i@example.com" ), $status );

			$this->world->shop->orders[ $i ] = new ( $order::class )(
				...[ 'created_at' => $now->modify( '-1 year' )->modify( "+$i minutes" ) ] + get_object_vars( $order )
			);
		}
	}

	/** @param list<DocumentKind> $kinds */
	private function start(
		bool $drafts = true,
		array $kinds = [ DocumentKind::Invoice ],
		string $from = '2000-01-01',
	): void {
		$this->world->old->steer->start(
			new OrderFilter(
				from: $from,
				to: '2099-01-01',
				statuses: [ 'completed' ],
				before: $this->world->clock->now()
			),
			$kinds,
			$drafts
		);
	}

	/** @return array{done: int, failed: int, left_out: int, waiting: int} */
	private function counts(): array {
		$counts = $this->world->old->progress->counts( $this->current() ?? self::fail() );
		return [
			'done'     => $counts->done,
			'failed'   => $counts->failed,
			'left_out' => $counts->left_out,
			'waiting'  => $counts->waiting,
		];
	}

	private function invoice_row( int $order_id ): ?\OrderInvoicer\Domain\Ledger\Task {
		return $this->world->ledger->find_by_key( new TaskKey( $order_id, Effect::CreateInvoice ) );
	}

	public function test_every_old_order_gets_one_draft_whatever_start_date_and_finalising_say(): void {
		$this->world->change_settings(
			[
				'invoice' => [
					'enabled'  => false,
					'finalise' => 'at_once',
					'email'    => true,
				],
			]
		);
		$this->old_orders( 50 );
		$this->start();
		$this->world->due->run( 20 );

		self::assertSame( 50, $this->world->sellsy->count( 'create' ) );
		self::assertSame( 0, $this->world->sellsy->count( 'validate' ) );
		// phpcs:ignore WordPress.Arrays
		self::assertSame( [ 'done' => 50, 'failed' => 0, 'left_out' => 0, 'waiting' => 0 ], $this->counts() );
		self::assertSame( BackfillState::Walked, $this->current()?->state );
		self::assertSame( [ 50, 50 ], [ $this->current()->passed, $this->current()->total ] );
		self::assertFalse( $this->world->old->progress->is_going_on( $this->current() ) );
		self::assertNull(
			$this->world->ledger->find_by_key(
				new TaskKey( order_id: 1, effect: Effect::SendDocument, refund_id: 0, part: 'invoice' )
			),
			'Nobody gets an e-mail about last year.'
		);
	}

	public function test_a_runner_is_called_for_the_rows_that_are_opened(): void {
		$this->old_orders( 3 );
		$this->start();
		self::assertSame( [ $this->invoice_row( 1 )?->id ], $this->world->shop->woken );
	}

	public function test_they_become_final_where_the_owner_asks_for_it_and_still_nobody_is_written_to(): void {
		$this->world->change_settings(
			[
				'invoice' => [
					'finalise' => 'at_once',
					'email'    => true,
				],
			]
		);
		$this->old_orders( 3 );
		$this->start( false );
		$this->world->due->run( 20 );

		self::assertSame( 3, $this->world->sellsy->count( 'validate' ) );
		self::assertTrue(
			$this->world->ledger->find_by_key( new TaskKey( 1, Effect::ValidateInvoice ) )?->origin->is_backfill(),
			'What follows stands in the same queue.'
		);
		self::assertNull(
			$this->world->ledger->find_by_key(
				new TaskKey( order_id: 1, effect: Effect::SendDocument, refund_id: 0, part: 'invoice' )
			)
		);
	}

	public function test_parents_that_stopped_do_not_hold_it_up_and_their_documents_say_so(): void {
		$this->world->change_settings(
			[
				'order'     => [ 'enabled' => true ],
				'tax_rates' => [],
			]
		);
		$this->old_orders( 210 );
		$this->start( kinds: [ DocumentKind::Order, DocumentKind::Invoice ] );
		$this->world->pass_time( 4 );
		// phpcs:ignore WordPress.Arrays
		self::assertSame( [ 'done' => 0, 'failed' => 420, 'left_out' => 0, 'waiting' => 0 ], $this->counts() );
		self::assertSame( 'waits_for_parent', $this->invoice_row( 1 )?->problem?->code->value );

		$this->world->shop->settings = World::settings( false, false );
		$this->world->change_settings( [ 'order' => [ 'enabled' => true ] ] );
		$this->world->retry->retry(
			$this->world->ledger->find_by_key( new TaskKey( 1, Effect::CreateOrder ) )->id ?? 0
		);
		$this->world->pass_time( 10 );
		self::assertSame( TaskState::Done, $this->invoice_row( 1 )?->state );
	}

	public function test_few_rows_wait_at_a_time_and_orders_of_today_go_first(): void {
		$this->old_orders( 100 );
		$this->start();
		self::assertSame( 20, $this->counts()['waiting'] );

		$this->world->order( 500, null, 'processing' );
		$this->world->fire( 500 );

		self::assertSame(
			$this->invoice_row( 500 )?->id,
			$this->world->ledger->due( $this->world->clock->now(), 1 )[0] ?? 0
		);
		self::assertFalse( $this->invoice_row( 500 )->origin->is_backfill() );
	}

	public function test_what_has_a_document_or_was_made_elsewhere_is_left_alone(): void {
		$this->old_orders( 3 );
		$this->world->sync_order->now( 1 );
		$this->world->shop->urls[2] = 'https://elsewhere.example.com/2';
		$this->start();
		$this->world->due->run( 20 );

		self::assertSame( 2, $this->world->sellsy->count( 'create' ), 'One before, one now.' );
		self::assertSame( [ 1, 1 ], [ $this->counts()['done'], $this->counts()['left_out'] ] );
		self::assertFalse( $this->invoice_row( 1 )?->origin->is_backfill() );
	}

	public function test_a_sale_that_fell_through_meanwhile_is_left_out(): void {
		$this->old_orders( 1 );
		$this->start();
		$this->world->order( 1, null, 'cancelled' );
		$this->world->due->run( 20 );

		self::assertSame(
			[ 0, TaskState::Skipped ],
			[ $this->world->sellsy->count( 'create' ), $this->invoice_row( 1 )?->state ]
		);
	}

	public function test_what_was_left_out_before_is_taken_up_once(): void {
		$this->old_orders( 1 );
		$this->start();
		$cancelled = $this->world->shop->orders[1];
		$this->world->order( 1, null, 'cancelled' );
		$this->world->due->run( 20 );
		$this->world->shop->orders[1] = $cancelled;
		$this->start();
		$this->world->due->run( 20 );

		self::assertSame(
			[ 2, TaskState::Done ],
			[ $this->invoice_row( 1 )?->origin->backfill_id, $this->invoice_row( 1 )?->state ]
		);
	}

	public function test_a_pause_holds_what_is_not_begun_and_resuming_goes_on(): void {
		$this->old_orders( 30 );
		$this->start();
		$this->world->old->steer->pause();
		$this->world->pass_time( 10 );
		self::assertSame( 0, $this->world->sellsy->count( 'create' ) );
		self::assertSame( BackfillState::Paused, $this->current()?->state );

		$this->world->old->steer->resume();
		$this->world->due->run( 20 );
		self::assertSame( 30, $this->world->sellsy->count( 'create' ) );
	}

	public function test_cancelling_takes_back_what_is_not_begun_and_leaves_the_rest(): void {
		$this->old_orders( 30 );
		$this->start();
		$this->world->process->process( $this->invoice_row( 1 )?->id ?? 0 );
		$this->world->old->steer->cancel();
		$this->world->pass_time( 5 );

		self::assertSame( 1, $this->world->sellsy->count( 'create' ) );
		self::assertSame( [ 1, 0 ], [ $this->counts()['done'], $this->counts()['waiting'] ] );
		self::assertNull( $this->invoice_row( 2 ) );
		$this->world->old->steer->resume();
		self::assertSame( BackfillState::Cancelled, $this->current()?->state, 'Over is over.' );
	}

	public function test_what_stopped_is_not_made_after_cancelling_either(): void {
		$this->world->change_settings( [ 'tax_rates' => [] ] );
		$this->old_orders( 3 );
		$this->start();
		$this->world->due->run( 20 );
		$this->world->retry->retry( $this->invoice_row( 1 )->id ?? 0 );
		$this->world->sync_order->now( 2 );
		self::assertSame( 3, $this->counts()['failed'] + $this->counts()['waiting'] );

		$this->world->old->steer->cancel();
		$this->world->shop->settings = World::settings( false, false );
		$this->world->retry->retry_all();
		$this->world->pass_time( 5 );

		self::assertSame(
			[ null, TaskState::Done, null ],
			[ $this->invoice_row( 1 )?->state, $this->invoice_row( 2 )?->state, $this->invoice_row( 3 )?->state ],
			'But what a person asked for.'
		);
	}

	public function test_a_cause_that_is_gone_does_not_end_a_pause(): void {
		$this->old_orders( 1 );
		$this->start();
		$row = $this->invoice_row( 1 )->id ?? 0;
		$now = $this->world->clock->now();
		$this->world->ledger->claim( $row, $now, 'runner', $now->modify( '+5 minutes' ) );
		$this->world->ledger->save(
			TaskTransitions::released(
				HeldTask::by( $this->world->ledger, $row, 'runner' ),
				$now,
				new Problem( ProblemCode::AccountBlocked ),
				false
			)
		);
		$this->world->old->steer->pause();

		self::assertSame( 0, $this->world->ledger->requeue_problem( 'account_blocked', $now ) );
		$this->world->pass_time( 5 );
		self::assertSame( 0, $this->world->sellsy->count( 'create' ) );
	}

	public function test_a_setting_that_is_mended_does_not_end_a_pause_and_counts_once_it_ended(): void {
		$this->old_orders( 1 );
		$this->start();
		$row = $this->invoice_row( 1 )->id ?? 0;
		$now = $this->world->clock->now();
		$this->world->ledger->claim( $row, $now, 'runner', $now->modify( '+5 minutes' ) );
		$this->world->ledger->save(
			TaskTransitions::stopped(
				HeldTask::by( $this->world->ledger, $row, 'runner' ),
				new Problem( ProblemCode::TaxUnmapped )
			)
		);
		$this->world->old->steer->pause();

		self::assertSame( 0, $this->world->ledger->requeue_problem( 'tax_unmapped', $now ) );
		$this->world->pass_time( 5 );
		self::assertSame( 0, $this->world->sellsy->count( 'create' ) );

		$this->world->old->steer->resume();
		$this->world->pass_time( 5 );
		self::assertSame( TaskState::Done, $this->invoice_row( 1 )?->state );
	}

	/**
	 * @testWith ["pause"]
	 *           ["cancel"]
	 */
	public function test_a_runner_that_feeds_at_that_moment_obeys( string $act ): void {
		$this->old_orders( 60 );
		$this->start();
		$this->world->kept->before_swap = fn() => $this->world->old->steer->$act();
		$this->world->due->run( 20 );

		self::assertSame( 20, $this->world->sellsy->count( 'create' ), 'What was open before.' );
		self::assertSame( $act === 'pause' ? 20 : 0, $this->counts()['waiting'] );
	}

	public function test_an_event_takes_an_order_out_of_the_back_fill(): void {
		$this->old_orders( 2 );
		$this->start();
		$this->world->change_settings( [ 'invoice' => [ 'start_date' => '2000-01-01' ] ] );
		$this->world->fire( 2 );
		$this->world->old->steer->cancel();
		$this->world->due->run( 20 );

		self::assertSame(
			[ null, TaskState::Done ],
			[ $this->invoice_row( 1 )?->state, $this->invoice_row( 2 )?->state ]
		);
		self::assertFalse( $this->invoice_row( 2 )?->origin->is_backfill() );
	}

	public function test_only_one_at_a_time(): void {
		$this->old_orders( 2 );
		$this->start();
		$this->expectExceptionObject( new Refused( Refused::BACKFILL_RUNNING ) );
		$this->start();
	}

	public function test_no_second_document_wherever_a_runner_dies(): void {
		$step = 0;
		do {
			$this->world = new World();
			$this->old_orders( 3 );
			$this->world->fate->kill_at = ++$step;
			try {
				$this->start();
				$this->world->due->run( 20 );
				$died = false;
			} catch ( Killed ) {
				$died = true;
			}
			$this->world->fate->revive();
			$this->world->pass_time( 20 );
			self::assertSame(
				[ 3, 3 ],
				[ count( $this->world->sellsy->documents ), $this->counts()['done'] ],
				"Killed at step $step."
			);
			self::assertSame( 3, $this->current()?->passed );
		} while ( $died );
		self::assertGreaterThan( 40, $step );
	}

	public function test_a_sellsy_that_is_down_stops_the_feeding_too(): void {
		$this->old_orders( 100 );
		$this->world->sellsy->plan( 'create', FailureKind::NotSent );
		$this->start();
		$this->world->due->run( 20 );
		self::assertLessThanOrEqual( 100, $this->counts()['done'] );

		$this->world->pass_time( 60 );
		self::assertSame( 100, $this->counts()['done'] );
	}

	private function current(): ?Backfill {
		return $this->world->engine->backfills()->current();
	}
}
