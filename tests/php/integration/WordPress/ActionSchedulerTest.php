<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Tests\Integration\IntegrationTestCase;

/** What the plugin may rely on, and what not: the real Action Scheduler and the stand-in must agree. */
final class ActionSchedulerTest extends IntegrationTestCase {

	private const HOOK  = 'orderinvoicer_test_action';
	private const GROUP = 'orderinvoicer_test';

	/** @var list<mixed> arguments of each call. */
	private array $calls = [];

	protected function setUp(): void {
		parent::setUp();
		global $wpdb;
		$wpdb->query(
			"UPDATE {$wpdb->prefix}actionscheduler_actions SET status = 'canceled' WHERE status = 'pending'"
		);
	}

	protected function tearDown(): void {
		remove_all_actions( self::HOOK );
		parent::tearDown();
	}

	public function test_uniqueness_is_blind_to_arguments(): void {
		self::assertGreaterThan( 0, $this->enqueue_unique( [ 1 ] ) );
		self::assertSame( 0, $this->enqueue_unique( [ 2 ] ) );
		self::assertGreaterThan( 0, as_enqueue_async_action( self::HOOK, [ 1 ], self::GROUP ) );
		self::assertTrue( as_has_scheduled_action( self::HOOK, [ 1 ], self::GROUP ) );
		self::assertFalse( as_has_scheduled_action( self::HOOK, [ 2 ], self::GROUP ) );
	}

	public function test_an_action_without_arguments_is_unique_in_every_store(): void {
		self::assertGreaterThan( 0, as_enqueue_async_action( self::HOOK, [], self::GROUP, true ) );
		self::assertSame( 0, as_enqueue_async_action( self::HOOK, [], self::GROUP, true ) );
	}

	public function test_what_is_due_runs_with_its_arguments_and_what_is_not_due_waits(): void {
		$this->listen();
		as_enqueue_async_action( self::HOOK, [ 7 ], self::GROUP );
		as_schedule_single_action( time() + 600, self::HOOK, [ 8 ], self::GROUP );

		$this->run_queue();

		self::assertSame( [ 7 ], $this->calls );
		self::assertSame(
			[
				'[7]' => 'complete',
				'[8]' => 'pending',
			],
			$this->states()
		);
	}

	public function test_what_throws_has_failed_and_is_never_tried_again(): void {
		$this->listen( static fn () => throw new \RuntimeException( 'no' ) );
		as_enqueue_async_action( self::HOOK, [ 1 ], self::GROUP );

		$this->run_queue();
		$this->run_queue();

		self::assertSame( [ 1 ], $this->calls );
		self::assertSame( [ '[1]' => 'failed' ], $this->states() );
	}

	public function test_what_runs_longer_than_five_minutes_has_failed(): void {
		$this->listen();
		$this->set_running( as_enqueue_async_action( self::HOOK, [ 1 ], self::GROUP ), 299 );
		$this->set_running( as_enqueue_async_action( self::HOOK, [ 2 ], self::GROUP ), 301 );

		$this->run_queue();

		self::assertSame( [], $this->calls );
		self::assertSame(
			[
				'[1]' => 'in-progress',
				'[2]' => 'failed',
			],
			$this->states()
		);
	}

	public function test_a_recurring_action_comes_again_once_it_has_run(): void {
		$this->listen( fn () => self::assertSame( [ '[]' => 'in-progress' ], $this->states() ) );
		as_schedule_recurring_action( time() - 1, 300, self::HOOK, [], self::GROUP, true );

		$this->run_queue();

		self::assertCount( 1, $this->calls );
		self::assertCount(
			1,
			as_get_scheduled_actions(
				[
					'hook' => self::HOOK,
					'status' => 'complete',
				],
				'ids'
			)
		);
		self::assertCount(
			1,
			as_get_scheduled_actions(
				[
					'hook' => self::HOOK,
					'status' => 'pending',
				],
				'ids'
			)
		);
	}

	public function test_a_recurring_action_whose_process_died_does_not_come_again(): void {
		$this->set_running( as_schedule_recurring_action( time() - 1, 300, self::HOOK, [], self::GROUP ), 301 );

		$this->run_queue();

		self::assertSame( [ '[]' => 'failed' ], $this->states() );
		self::assertFalse( as_has_scheduled_action( self::HOOK, [], self::GROUP ) );
	}

	public function test_a_recurring_action_that_fails_five_times_is_given_up(): void {
		$this->listen( static fn () => throw new \RuntimeException( 'no' ) );
		as_schedule_recurring_action( time() - 1, 1, self::HOOK, [], self::GROUP );
		for ( $run = 0; $run < 7; ++$run ) {
			$this->make_due();
			$this->run_queue();
		}

		self::assertCount( 5, $this->calls );
		self::assertFalse( as_has_scheduled_action( self::HOOK, [], self::GROUP ) );
	}

	public function test_a_hook_with_its_group_is_unscheduled_where_the_arguments_are_the_same_only(): void {
		as_enqueue_async_action( self::HOOK, [], self::GROUP );
		as_enqueue_async_action( self::HOOK, [ 1 ], self::GROUP );
		as_unschedule_all_actions( self::HOOK, [], self::GROUP );
		self::assertSame(
			[
				'[]' => 'canceled',
				'[1]' => 'pending',
			],
			$this->states()
		);

		as_unschedule_all_actions( '', [], self::GROUP );
		self::assertSame(
			[
				'[]' => 'canceled',
				'[1]' => 'canceled',
			],
			$this->states()
		);
	}

	private function listen( ?callable $then = null ): void {
		add_action(
			self::HOOK,
			function ( mixed $argument = null ) use ( $then ): void {
				$this->calls[] = $argument;
				if ( $then !== null ) {
					$then();
				}
			}
		);
	}

	/**
	 * A new shop keeps its actions in `ActionScheduler_HybridStore`, which does look at the arguments, until Action
	 * Scheduler has migrated it; the store of every other shop is asked here.
	 *
	 * @param list<int> $args
	 */
	private function enqueue_unique( array $args ): int {
		return $this->is_standin()
			? as_enqueue_async_action( self::HOOK, $args, self::GROUP, true )
			: ( new \ActionScheduler_DBStore() )->save_unique_action(
				new \ActionScheduler_Action( self::HOOK, $args, new \ActionScheduler_NullSchedule(), self::GROUP )
			);
	}

	private function run_queue(): void {
		do_action( 'action_scheduler_run_queue', 'WP Cron' );
	}

	private function set_running( int $id, int $seconds_ago ): void {
		global $wpdb;
		$wpdb->update(
			"{$wpdb->prefix}actionscheduler_actions",
			[
				'status'           => 'in-progress',
				'last_attempt_gmt' => gmdate( 'Y-m-d H:i:s', time() - $seconds_ago ),
			],
			[ 'action_id' => $id ]
		);
	}

	private function make_due(): void {
		global $wpdb;
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE {$wpdb->prefix}actionscheduler_actions SET scheduled_date_gmt = %s"
					. " WHERE hook = %s AND status = 'pending'",
				gmdate( 'Y-m-d H:i:s', time() - 1 ),
				self::HOOK
			)
		);
	}

	/** @return array<string, string> by arguments. */
	private function states(): array {
		global $wpdb;
		return array_column(
			(array) $wpdb->get_results(
				$wpdb->prepare(
					"SELECT args, status FROM {$wpdb->prefix}actionscheduler_actions"
						. ' WHERE hook = %s ORDER BY action_id',
					self::HOOK
				)
			),
			'status',
			'args'
		);
	}
}
