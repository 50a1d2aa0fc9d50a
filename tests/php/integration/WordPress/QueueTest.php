<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Domain\Account\SiteCopy;
use OrderInvoicer\Domain\FollowUps\OrderEventHandler;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Tests\Integration\HttpGuard;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Unit\World\World;
use OrderInvoicer\WordPress\Queue\ActionSchedulerQueue;
use OrderInvoicer\WordPress\Queue\AfterResponse;
use OrderInvoicer\WordPress\Queue\RunnerEndpoint;
use OrderInvoicer\WordPress\Queue\Wakeups;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskTable;
use OrderInvoicer\WordPress\Tables\WpdbLedger;
use OrderInvoicer\WordPress\Tables\WpdbRemoteIds;

/** Wake-up calls on the real Action Scheduler. */
final class QueueTest extends IntegrationTestCase {

	private World $world;
	private WpdbLedger $ledger;
	private AfterResponse $after_response;
	private RunnerEndpoint $endpoint;
	private ActionSchedulerQueue $queue;
	private OrderEventHandler $open;

	protected function setUp(): void {
		parent::setUp();
		remove_all_actions( 'shutdown' );
		$clock                = new SystemClock();
		$sql                  = new Sql( $GLOBALS['wpdb'] );
		$this->ledger         = new WpdbLedger( new TaskTable( $sql, $clock ) );
		$this->world          = new World( ledger: $this->ledger, links: new WpdbRemoteIds( $sql, $clock ) );
		$this->after_response = new AfterResponse();
		$this->endpoint       = new RunnerEndpoint(
			runner: $this->world->alone,
			after_response: $this->after_response,
			read_events: static function (): void {},
			sql: $sql
		);
		$this->queue          = new ActionSchedulerQueue( $this->after_response, fn () => $this->world->shop );
		$this->open           = new OrderEventHandler(
			$this->world->shop,
			new WorkflowSelector(),
			$this->ledger,
			$this->queue,
			$this->world->clock,
			fn () => new SiteCopy( $this->world->shop, $this->world->pauses, $this->world->clock )
		);
	}

	public function test_one_action_with_one_integer_wakes_whatever_the_request_opened(): void {
		$this->queue->wake( 900001 );
		$this->queue->wake( 900002 );
		self::assertFalse(
			as_has_scheduled_action( ActionSchedulerQueue::HOOK, [ 900002 ] ),
			'Not before the response.'
		);
		do_action( 'shutdown' );
		self::assertTrue(
			as_has_scheduled_action( ActionSchedulerQueue::HOOK, [ 900002 ], ActionSchedulerQueue::GROUP )
		);
		self::assertFalse(
			as_has_scheduled_action( ActionSchedulerQueue::HOOK, [ 900001 ], ActionSchedulerQueue::GROUP )
		);
	}

	public function test_an_event_costs_four_queries(): void {
		global $wpdb;
		// The group's own row, once in a shop's life.
		as_enqueue_async_action( ActionSchedulerQueue::HOOK, [ 1 ], ActionSchedulerQueue::GROUP );
		$before = $wpdb->num_queries;
		$this->fire( OrderEvent::STATUS );
		self::assertSame( 1, $wpdb->num_queries - $before, 'One insert inside the save.' );
		do_action( 'shutdown' );
		self::assertLessThanOrEqual( 4, $wpdb->num_queries - $before, 'And one wake-up after the response.' );
		self::assertNotNull( $this->ledger->find_by_key( new TaskKey( 900001, Effect::CreateInvoice ) ) );

		$before = $wpdb->num_queries;
		$this->fire( OrderEvent::PAYMENT );
		self::assertSame( $before, $wpdb->num_queries, 'The payment that follows its own status change asks nothing.' );
	}

	public function test_the_runner_is_asked_for_once_and_only_at_shutdown(): void {
		$this->queue->wake( 900001 );
		$this->queue->wake( 900002 );
		self::assertSame( [], HttpGuard::requests() );
		do_action( 'shutdown' );
		self::assertSame( [ admin_url( 'admin-ajax.php' ) ], array_column( HttpGuard::requests(), 'url' ) );
	}

	public function test_a_request_without_the_sites_signature_runs_nothing(): void {
		$_POST = [
			'moment' => (string) time(),
			'signature' => 'forged',
		];
		$this->dies( '403' );
		self::assertSame( [], $this->world->sellsy->calls );
	}

	public function test_the_sweep_is_scheduled_once_and_deactivation_removes_all(): void {
		$schedule = new Wakeups();
		as_unschedule_all_actions( Wakeups::SWEEP );
		$schedule->reconcile();
		$schedule->reconcile();
		self::assertCount(
			1,
			as_get_scheduled_actions(
				[
					'hook' => Wakeups::SWEEP,
					'status' => 'pending',
				]
			)
		);
		as_unschedule_all_actions( '', [], ActionSchedulerQueue::GROUP );
		self::assertCount(
			0,
			as_get_scheduled_actions(
				[
					'group' => ActionSchedulerQueue::GROUP,
					'status' => 'pending',
				]
			)
		);
	}

	public function test_a_signed_request_works_through_what_is_due(): void {
		$this->world->order( 900001 );
		$this->fire( OrderEvent::STATUS );
		$sent = [];
		add_filter(
			'pre_http_request',
			$keep = static function ( $answer, array $arguments ) use ( &$sent ): array {
				$sent = $arguments['body'];
				return [];
			},
			10,
			2
		);
		$this->after_response->start_runner();
		remove_filter( 'pre_http_request', $keep );
		$_POST = array_map( 'strval', $sent );
		$this->dies( '200' );

		self::assertCount( 1, $this->world->sellsy->documents );
	}

	public function test_what_can_wait_is_done_once_and_after_the_answer_even_where_one_of_it_fails(): void {
		$done  = [];
		$queue = new ActionSchedulerQueue( new AfterResponse( 'fpm-fcgi' ), fn () => $this->world->shop );
		$queue->once_answered( 'broken', static fn () => throw new \RuntimeException() );
		foreach ( [ 'first', 'last' ] as $time ) {
			$queue->once_answered(
				'follow 1',
				static function () use ( &$done, $queue, $time ): void {
					$done[] = $time;
					$queue->wake( 900001 );
				}
			);
		}
		self::assertSame( [], $done );
		do_action( 'shutdown' );
		self::assertSame( [ 'last' ], $done );
		self::assertTrue( as_has_scheduled_action( ActionSchedulerQueue::HOOK, [ 900001 ] ), 'And woken for.' );
	}

	public function test_nobody_waits_at_the_command_line_nor_in_the_background(): void {
		self::assertFalse( ( new AfterResponse( 'cli' ) )->is_awaited() );
		$by_web = new AfterResponse( 'fpm-fcgi' );
		self::assertTrue( $by_web->is_awaited() );
		$by_web->do_not_start();
		self::assertFalse( $by_web->is_awaited() );
	}

	private function dies( string $status ): void {
		add_filter(
			'wp_die_handler',
			$die = static fn(): callable => static function ( $message, $title, $arguments ): void {
			throw new \DomainException( (string) $arguments['response'] );
			}
		);
		try {
			$this->endpoint->handle_wp_ajax_orderinvoicer_run();
			self::fail( 'It did not end.' );
		} catch ( \DomainException $died ) {
			self::assertSame( $status, $died->getMessage() );
		} finally {
			remove_filter( 'wp_die_handler', $die );
		}
	}

	private function fire( string $kind ): void {
		$this->open->for_event(
			new OrderEvent(
				order_id: 900001,
				kind: $kind,
				to: 'processing',
				is_paid: true,
				created_at: new \DateTimeImmutable(),
				urls: [],
				has_date_paid: true
			)
		);
	}
}
