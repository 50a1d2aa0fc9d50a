<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use OrderInvoicer\Domain\Report\Filled;
use OrderInvoicer\Sellsy\Transport\HttpResponse;
use OrderInvoicer\Sellsy\Transport\Quota;
use OrderInvoicer\Sellsy\Transport\SeenQuota;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\WordPress\Queue\ActionSchedulerQueue;
use OrderInvoicer\WordPress\Queue\Heartbeat;
use OrderInvoicer\WordPress\Queue\Wakeups;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\UtcTime;
use OrderInvoicer\WordPress\Tables\WpdbReport;

final class OverviewControllerTest extends RestTestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->sign_in_as_admin();
	}

	/** @return array<mixed> */
	private function overview(): array {
		return $this->valid( $this->call( 'GET', '/overview' ), 'overview' );
	}

	/** @param array<string, mixed> $columns */
	private function row( array $columns ): void {
		global $wpdb;
		static $order = 910000;
		$now = gmdate( 'Y-m-d H:i:s' );
		$wpdb->insert(
			$wpdb->prefix . 'orderinvoicer_sync',
			$columns + [
				'order_id'      => ++$order,
				'effect'        => 'create_invoice',
				'state'         => 'done',
				'due_at'        => $now,
				'created_at'    => $now,
				'updated_at'    => $now,
				'error_message' => '',
			]
		);
		$id = $wpdb->insert_id;
		( new WpdbReport( new Sql( $wpdb ), new SystemClock() ) )->reconcile( $id, $id + 1 ); // As the pass does.
		$wpdb->insert_id = $id;
	}

	/** @param string $moment of the shop's clock, as strtotime() reads it. */
	private function made( string $moment, string $kind = 'invoice' ): void {
		$this->row(
			[
				'effect'      => "create_$kind",
				'remote_type' => $kind,
				'remote_id'   => 5,
				'made_at'     => UtcTime::to_column( new \DateTimeImmutable( $moment, wp_timezone() ) ),
			]
		);
	}

	public function test_a_new_shop_has_nothing(): void {
		$overview = $this->overview();

		self::assertSame(
			[ 'unconfigured', false, null, null ],
			[ $overview['connection'], $overview['at_work'], $overview['last_document'], $overview['quota'] ]
		);
		self::assertSame(
			[
				'orders' => 0,
				'groups' => [],
				'mended' => null,
			],
			$overview['needs_you']
		);
		self::assertFalse( $overview['money']['filling'], 'There is no document that could be read.' );
		self::assertCount( 30, $overview['days'] );
		self::assertSame(
			0,
			array_sum( array_merge( ...array_map( 'array_values', array_column( $overview['days'], 'counts' ) ) ) )
		);
	}

	public function test_what_needs_a_person_is_grouped_by_cause(): void {
		$order = wc_create_order()->get_id();
		$taxed = [
			'state'         => 'attention',
			'error_code'    => 'tax_unmapped',
			'error_message' => '{"rate_id":3,"rate_label":"TVA","percent":"8.5"}',
		];
		array_map( fn () => $this->row( $taxed ), range( 1, 3 ) );
		$this->row( [ 'order_id' => $order ] + $taxed );
		$refused = [
			'state'      => 'attention',
			'error_code' => 'rejected',
		];
		$this->row(
			[
				'order_id' => $order,
				'effect'   => 'record_payment',
			] + $refused
		);
		$this->row(
			[
				'order_id' => $order,
				'effect'   => 'send_document',
			] + $refused
		);
		$this->row( [ 'state' => 'queued' ] + $taxed );
		$this->row( [ 'error_code' => 'written_by_a_newer_release' ] + $taxed );
		$this->row( [ 'effect' => 'follow_order' ] + $taxed );

		$needs_you = $this->overview()['needs_you'];

		self::assertSame( 5, $needs_you['orders'], 'An order with two causes is one order.' );
		$counted = static fn ( array $group ): array => [ $group['code'], $group['orders'], $group['tasks'] ];
		self::assertSame(
			[ [ 'tax_unmapped', 4, 4 ], [ 'rejected', 1, 2 ] ],
			array_map( $counted, $needs_you['groups'] )
		);
		self::assertCount( 3, $needs_you['groups'][0]['examples'] );
		self::assertSame( $order, $needs_you['groups'][0]['examples'][0]['order']['id'], 'The newest comes first.' );
		self::assertStringContainsString( 'TVA', $needs_you['groups'][0]['examples'][0]['problem']['text'] );
		self::assertNull( $needs_you['mended'], 'No setting was changed.' );

		update_option( 'orderinvoicer_settings_mended_at', time() + 5, false );
		$mended = $this->overview()['needs_you']['mended'];
		self::assertSame( 4, $mended['tasks'] );
		self::assertStringContainsString( '4 tasks can go on', $mended['says'] );
	}

	public function test_money_of_this_month_and_the_last_one_is_counted_by_currency(): void {
		update_option( 'timezone_string', 'Europe/Paris' );
		$this->done_filling();
		$first = new \DateTimeImmutable( 'first day of this month 00:00:00', wp_timezone() );
		$last  = $first->modify( '-1 second' );
		$this->worth( $first, 12000, [ 'order_paid_at' => UtcTime::to_column( $first ) ] );
		$this->worth( $first, 5000 );
		$this->worth( $first, 999, [ 'number' => '' ] );
		$draft = [
			'kind'        => 'creditnote',
			'number'      => '',
			'order_total' => null,
		];
		$this->worth( $first, 500, $draft );
		$this->worth( $first, 700, [], 'USD' );
		$this->worth( $first, 1000, [], 'JPY' );
		$this->worth( $last, 3000 );
		$this->worth( $last, 8000, [ 'document_date' => $first->modify( '-2 months' )->format( 'Y-m-d' ) ] );

		$money = $this->overview()['money'];

		self::assertSame( [ null, false, 0 ], [ $money['counted_at'], $money['filling'], $money['unknown'] ] );
		self::assertSame(
			[ $first->format( 'Y-m' ), $last->format( 'Y-m' ) ],
			array_column( $money['months'], 'month' )
		);
		self::assertSame( [ 'EUR', 'JPY', 'USD' ], array_column( $money['months'][0]['currencies'], 'currency' ) );
		self::assertSame(
			[
				'currency'     => 'EUR',
				'orders'       => 3,
				'ordered'      => '179.99',
				'invoices'     => 2,
				'invoiced'     => '170.00',
				'credit_notes' => 0,
				'credited'     => '0.00',
				'paid'         => '120.00',
				'open'         => '50.00',
				'drafts'       => 1,
				'credit_note_drafts' => 1,
			],
			$money['months'][0]['currencies'][0]
		);
		self::assertSame( '1000', $money['months'][0]['currencies'][1]['invoiced'], 'Yen have no decimals.' );
		self::assertSame(
			[ '110.00', '30.00', '30.00' ],
			array_values(
				array_intersect_key(
					$money['months'][1]['currencies'][0],
					array_flip( [ 'ordered', 'invoiced', 'open' ] )
				)
			)
		);
	}

	public function test_what_is_paid_and_open_is_left_after_credit_notes(): void {
		$this->done_filling();
		$now  = new \DateTimeImmutable();
		$paid = [ 'order_paid_at' => UtcTime::to_column( $now ) ];
		$this->worth( $now, 10000, [ 'order_id' => 1 ] + $paid );
		$this->worth( $now, 3000, [ 'order_id' => 1 ] + [ 'kind' => 'creditnote' ] + $paid );
		// Credited in full and issued anew.
		$this->worth( $now, 5000, [ 'order_id' => 2 ] );
		$this->worth( $now, 5000, [ 'order_id' => 2 ] + [ 'kind' => 'creditnote' ] );
		$this->worth( $now, 6000, [ 'order_id' => 2 ] );
		$this->worth( $now, 2000, [ 'order_id' => 3 ] );
		$this->worth( $now, 2000, [ 'order_id' => 3 ] + [ 'kind' => 'creditnote' ] );

		$month = $this->overview()['money']['months'][0]['currencies'][0];

		self::assertSame(
			[ 3, 4, '230.00', 3, '100.00', '70.00', '60.00' ],
			[
				$month['orders'],
				$month['invoices'],
				$month['invoiced'],
				$month['credit_notes'],
				$month['credited'],
				$month['paid'],
				$month['open'],
			]
		);
	}

	public function test_what_is_left_to_pay_is_what_sellsy_says_where_that_was_seen(): void {
		$this->done_filling();
		$now     = new \DateTimeImmutable();
		$earlier = UtcTime::to_column( $now->modify( '-1 hour' ) );
		$seen    = static fn ( int $due ): array => [
			'seen_due' => $due,
			'seen_at'  => UtcTime::to_column( $now ),
		];
		$this->worth( $now, 6000, [ 'order_id' => 1 ] + $seen( 2000 ) ); // Paid in part there.
		$this->worth( $now, 5000, [ 'order_id' => 2 ] + [ 'order_paid_at' => $earlier ] + $seen( 5000 ) );
		// Seen before it became paid here.
		$this->worth(
			$now,
			4000,
			[
				'order_id'      => 3,
				'order_paid_at' => UtcTime::to_column( $now ),
				'seen_due'      => 4000,
				'seen_at'       => $earlier,
			]
		);
		$month = $this->overview()['money']['months'][0]['currencies'][0];
		self::assertSame( [ '80.00', '70.00' ], [ $month['paid'], $month['open'] ] );
	}

	public function test_what_was_cancelled_at_sellsy_is_no_money(): void {
		$this->done_filling();
		$now       = new \DateTimeImmutable();
		$cancelled = [ 'seen_status' => 'cancelled' ];
		$this->worth( $now, 9000, [ 'order_id' => 1 ] + $cancelled );
		$this->worth( $now, 4000, [ 'order_id' => 1 ] );
		$this->worth( $now, 1000, [ 'order_id' => 2 ] );
		$this->worth( $now, 1000, [ 'order_id' => 2 ] + $cancelled );
		$this->worth( $now, 500, [ 'order_id' => 2 ] + [ 'kind' => 'creditnote' ] + $cancelled );
		$this->worth( $now, 7000, [ 'order_id' => 3 ] + $cancelled );

		$month = $this->overview()['money']['months'][0]['currencies'][0];

		self::assertSame(
			[ 3, 2, '50.00', 0, '0.00', '0.00', '50.00' ],
			[
				$month['orders'],
				$month['invoices'],
				$month['invoiced'],
				$month['credit_notes'],
				$month['credited'],
				$month['paid'],
				$month['open'],
			]
		);
	}

	public function test_what_is_not_known_yet_is_said_and_is_not_0(): void {
		$this->made( 'now' );
		self::assertSame(
			[ true, 1, [] ],
			[
				$this->overview()['money']['filling'],
				$this->overview()['money']['unknown'],
				$this->overview()['money']['months'][0]['currencies'],
			]
		);
	}

	/** A new shop, in its first minutes: no pass has looked whether anything is left to be read. */
	public function test_what_is_known_from_the_start_is_not_said_to_be_incomplete(): void {
		$this->made( 'now' );
		global $wpdb;
		$id = (int) $wpdb->get_var( "SELECT MAX( id ) FROM {$wpdb->prefix}orderinvoicer_sync" );
		$wpdb->delete( $wpdb->prefix . WpdbReport::TABLE, [ 'sync_id' => $id ] );
		$this->worth( new \DateTimeImmutable(), 1200, [ 'sync_id' => $id ] );

		self::assertFalse( $this->overview()['money']['filling'] );
	}

	private function done_filling(): void {
		update_option( Filled::OPTION, '0.done.' );
	}

	/** @param array<string, string|int> $columns */
	private function worth( \DateTimeImmutable $at, int $total, array $columns = [], string $currency = 'EUR' ): void {
		global $wpdb;
		static $task = 930000;
		++$task;
		$made = UtcTime::to_column( $at );
		$wpdb->insert(
			$wpdb->prefix . WpdbReport::TABLE,
			$columns + [
				'sync_id'          => $task,
				'order_id'         => $task,
				'kind'             => 'invoice',
				'remote_id'        => $task,
				'made_at'          => $made,
				'read_at'          => $made,
				'number'           => "F-$task",
				'document_date'    => $at->setTimezone( wp_timezone() )->format( 'Y-m-d' ),
				'currency'         => $currency,
				'incl_tax'         => $total,
				'order_read_at'    => $made,
				'order_created_at' => $made,
				'order_currency'   => $currency,
				'order_total'      => $total,
			]
		);
	}

	public function test_documents_are_counted_on_the_shops_day(): void {
		update_option( 'timezone_string', 'Europe/Paris' );
		$this->made( 'today 00:00:00' );
		$this->made( 'today 00:00:00', 'creditnote' );
		$this->made( 'yesterday 23:59:59' );
		$this->made( '-29 days 00:00:00' );
		$this->made( '-30 days 23:59:59' );
		$this->row(
			[
				'effect'  => 'record_payment',
				'made_at' => null,
			]
		);

		$days = $this->overview()['days'];
		$sums = array_map( static fn ( array $day ): int => array_sum( $day['counts'] ), $days );

		self::assertSame( wp_date( 'Y-m-d' ), $days[29]['day'] );
		self::assertSame( [ 1, 1 ], [ $days[29]['counts']['invoice'], $days[29]['counts']['creditnote'] ] );
		self::assertSame( [ 1, 1, 2, 4 ], [ $sums[0], $sums[28], $sums[29], array_sum( $sums ) ] );
	}

	/** @dataProvider zones */
	public function test_a_change_of_the_clock_moves_no_document_to_another_day(
		string $zone,
		string $today,
		string $change,
		string $before_utc,
		string $after_utc,
	): void {
		update_option( 'timezone_string', is_numeric( $zone ) ? '' : $zone );
		update_option( 'gmt_offset', $zone ); // Counts where there is no name.
		$days = $this->days_at( $today, [ $before_utc, $after_utc ] );

		self::assertCount( 30, array_unique( array_column( $days, 'day' ) ) );
		$on = array_column( $days, 'counts', 'day' );
		self::assertSame(
			[ 1, 1 ],
			[
				$on[ ( new \DateTimeImmutable( $change ) )->modify( '-1 day' )->format( 'Y-m-d' ) ]['invoice'],
				$on[ $change ]['invoice'],
			]
		);
	}

	/**
	 * @return array<string, array{string, string, string, string, string}> the last second of the day before, the first
	 *         of the day on which the clock changes.
	 */
	public static function zones(): array {
		return [
			'an hour less, in Paris'         =>
				[ 'Europe/Paris', '2026-04-05 10:00:00', '2026-03-30', '2026-03-29 21:59:59', '2026-03-29 22:00:00' ],
			'an hour more, in Paris'         =>
				[ 'Europe/Paris', '2026-11-05 10:00:00', '2026-10-26', '2026-10-25 22:59:59', '2026-10-25 23:00:00' ],
			'no midnight, in Beirut'         =>
				[ 'Asia/Beirut', '2026-04-05 10:00:00', '2026-03-29', '2026-03-28 21:59:59', '2026-03-28 22:00:00' ],
			'a quarter of an hour, in Nepal' =>
				[ 'Asia/Kathmandu', '2026-04-05 10:00:00', '2026-03-29', '2026-03-28 18:14:59', '2026-03-28 18:15:00' ],
			'by offset only'                 =>
				[ '-3.5', '2026-04-05 10:00:00', '2026-03-29', '2026-03-29 03:29:59', '2026-03-29 03:30:00' ],
		];
	}

	/**
	 * @param list<string> $made_utc
	 * @return list<array<string, mixed>>
	 */
	private function days_at( string $today, array $made_utc ): array {
		foreach ( $made_utc as $moment ) {
			$this->row(
				[
					'remote_type' => 'invoice',
					'remote_id'   => 5,
					'made_at'     => $moment,
				]
			);
		}
		return DocumentDays::at( $today );
	}

	public function test_a_document_that_is_gone_from_sellsy_does_not_count(): void {
		global $wpdb;
		$this->made( 'today 00:00:00' );
		$this->made( 'today 00:00:00' );
		( new WpdbReport( new Sql( $wpdb ), new SystemClock() ) )->forget( $wpdb->insert_id, 5 );
		self::assertSame( 1, $this->overview()['days'][29]['counts']['invoice'] );
	}

	public function test_the_last_document_names_its_order(): void {
		$order = wc_create_order()->get_id();
		$this->made( '-2 days' );
		$this->row(
			[
				'order_id'      => $order,
				'remote_type'   => 'invoice',
				'remote_id'     => 77,
				'remote_number' => 'F-1',
				'made_at'       => gmdate( 'Y-m-d H:i:s' ),
			]
		);

		$last = $this->overview()['last_document'];

		self::assertSame( [ 'Invoice F-1', $order ], [ $last['name'], $last['order']['id'] ] );
		self::assertStringEndsWith( 'id=77', $last['url'] );
		self::assertEqualsWithDelta( time(), strtotime( $last['made_at'] ), 5 );
	}

	public function test_a_lost_hook_is_named(): void {
		global $wp_filter;
		self::assertSame( [], $this->overview()['missing_hooks'] );

		$kept = $wp_filter['woocommerce_payment_complete']->callbacks;
		remove_all_actions( 'woocommerce_payment_complete' );
		$missing = $this->overview()['missing_hooks'];
		foreach ( $kept as $priority => $callbacks ) {
			foreach ( $callbacks as $callback ) {
				add_action(
					'woocommerce_payment_complete',
					$callback['function'],
					$priority,
					$callback['accepted_args']
				);
			}
		}

		self::assertSame( [ 'woocommerce_payment_complete' ], $missing );
	}

	public function test_the_pass_is_judged_as_under_diagnostics(): void {
		update_option( 'cron', [ 'version' => 2 ] ); // Nothing that the suite's WP-Cron left undone.
		delete_option( Heartbeat::SWEEP_OPTION );
		as_unschedule_all_actions( Wakeups::SWEEP, [], ActionSchedulerQueue::GROUP );
		self::assertSame( [ 'missing', 'critical' ], $this->pass() );

		( new Wakeups() )->reconcile();
		self::assertSame( [ 'first', 'unknown' ], $this->pass(), 'A new shop is no fault, and no green one.' );

		do_action( Wakeups::SWEEP );
		self::assertSame( [ 'on_time', 'good' ], $this->pass() );

		update_option( Heartbeat::SWEEP_OPTION, time() - HOUR_IN_SECONDS );
		self::assertSame( [ 'late', 'recommended' ], $this->pass() );

		update_option( Heartbeat::SWEEP_OPTION, time() - DAY_IN_SECONDS );
		self::assertSame( [ 'stopped', 'critical' ], $this->pass() );
	}

	/** @return array{string, string} what the overview and what the diagnostics say. */
	private function pass(): array {
		$health = array_column(
			$this->valid( $this->call( 'GET', '/diagnostics' ), 'diagnostics' )['health'],
			'status',
			'name'
		);
		return [ $this->overview()['scheduler'], $health['pass'] ];
	}

	public function test_only_tries_that_went_wrong_and_are_repeated_count(): void {
		global $wpdb;
		$rows = [
			'queued'    => [ [ 'released', 'not_sent' ], [ 'released', 'waits_for_parent' ] ],
			'done'      => [ [ 'released', 'sellsy_down' ], [ 'done', '' ] ],
			'attention' =>
				[ [ 'released', 'not_sent' ], [ 'attention', 'tries_used_up' ], [ 'attention', 'rejected' ] ],
		];
		foreach ( $rows as $state => $tries ) {
			$this->row( [ 'state' => $state ] );
			$id = $wpdb->insert_id;
			foreach ( $tries as [ $outcome, $code ] ) {
				$this->tried( $id, $outcome, $code, time() - 60 );
				$this->tried( $id, $outcome, $code, time() - 2 * DAY_IN_SECONDS );
			}
		}

		self::assertSame( 2, $this->overview()['failed_tries'] );
	}

	/** Nothing is well while it waits for its next try. */
	public function test_a_try_that_failed_is_told_until_the_next_one(): void {
		foreach (
			[
				[ 'queued', 'not_sent' ],
				[ 'working', 'sellsy_down' ],
				[ 'queued', 'waits_for_parent' ],
				[ 'queued', null ],
				[ 'attention', 'unexpected_error' ],
			] as [ $state, $code ]
		) {
			$this->row(
				[
					'state'      => $state,
					'error_code' => $code,
				]
			);
		}

		self::assertSame( 2, $this->overview()['failing'] );
	}

	public function test_a_sellsy_that_did_not_answer_is_not_called_connected(): void {
		( new SandboxShop( $this->allow_sandbox() ) )->connect();
		self::assertSame( 'connected', $this->overview()['connection'] );

		update_option( 'orderinvoicer_failures_in_a_row', 1 );

		self::assertSame( 'silent', $this->overview()['connection'] );
	}

	private function tried( int $task, string $outcome, string $code, int $at ): void {
		global $wpdb;
		$wpdb->insert(
			$wpdb->prefix . 'orderinvoicer_attempts',
			[
				'sync_id'       => $task,
				'attempt'       => 1,
				'outcome'       => $outcome,
				'error_code'    => $code,
				'error_message' => '',
				'created_at'    => gmdate( 'Y-m-d H:i:s', $at ),
			]
		);
	}

	public function test_the_allowance_is_what_sellsy_said_last(): void {
		$quota = new SeenQuota( new SystemClock() );
		$quota->saw(
			Quota::from_response(
				new HttpResponse(
					200,
					'',
					[
						'x-quota-remaining-by-minute' => '59',
						'x-quota-remaining-by-month'  => '99000',
						'x-quota-remaining-by-day'    => 'many',
					]
				)
			)->remaining()
		);
		$quota->saw( Quota::from_response( new HttpResponse( 502, 'A proxy.' ) )->remaining() );
		$quota->handle_shutdown();
		remove_action( 'shutdown', [ $quota, 'handle_shutdown' ] );

		$seen = $this->overview()['quota'];

		self::assertSame(
			[ null, 59, null, 99000 ],
			[ $seen['second'], $seen['minute'], $seen['day'], $seen['month'] ]
		);
		self::assertEqualsWithDelta( time(), strtotime( $seen['at'] ), 5 );
	}
}
