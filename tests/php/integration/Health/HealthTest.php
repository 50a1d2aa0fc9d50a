<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Health;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Pauses\FailureCount;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Sellsy\Transport\HttpRequest;
use OrderInvoicer\Sellsy\Transport\QuotaTransport;
use OrderInvoicer\Sellsy\Transport\SeenQuota;
use OrderInvoicer\Sellsy\Transport\TransportFailure;
use OrderInvoicer\Sellsy\Transport\WordPressTransport;
use OrderInvoicer\WooCommerce\OrderListener;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Options\OptionConnection;
use OrderInvoicer\WordPress\Options\OptionPauses;
use OrderInvoicer\WordPress\Queue\Heartbeat;
use OrderInvoicer\WordPress\Queue\Wakeups;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\Tables\Sql;

final class HealthTest extends HealthTestCase {

	private function connect( string $type = 'personal' ): void {
		$request = new \WP_REST_Request( 'POST', '/orderinvoicer/v1/connection' );
		$request->set_body_params(
			[
				'type'          => $type,
				'client_id'     => 'a-client-of-the-shop',
				'client_secret' => 'a-secret-of-the-shop',
			]
		);
		self::assertSame( 200, rest_do_request( $request )->get_status() );
	}

	/** @param array<string, mixed> $columns */
	private function row( array $columns ): void {
		global $wpdb;
		$old = gmdate( 'Y-m-d H:i:s', time() - 2 * HOUR_IN_SECONDS );
		$wpdb->insert(
			$wpdb->prefix . 'orderinvoicer_sync',
			$columns + [
				'order_id'      => 1,
				'effect'        => 'create_invoice',
				'due_at'        => $old,
				'created_at'    => $old,
				'updated_at'    => $old,
				'error_message' => '',
			]
		);
	}

	private function last_pass( int $ago ): void {
		update_option( Heartbeat::SWEEP_OPTION, time() - $ago, false );
	}

	public function test_calls_that_fail_are_seen_before_everything_pauses(): void {
		$this->connect();
		( new OptionConnection() )->remember(
			'a-client-of-the-shop',
			[
				'id'    => 1,
				'name'  => 'Somebody',
				'email' => 'somebody@shop.example',
			]
		);
		$failures = new FailureCount( new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ) );
		$failures->reset();
		$before = $this->verdict( 'connection' )['label'];
		$failures->add();
		self::assertSame( 'Sellsy did not answer when it was last asked', $this->verdict( 'connection' )['label'] );
		$failures->reset();
		self::assertSame( $before, $this->verdict( 'connection' )['label'] );
	}

	/** The lists of a pass belong to no task: nobody counts their failures. */
	public function test_a_call_of_the_pass_that_fails_is_seen_too(): void {
		$this->connect();
		$sandbox = $this->allow_sandbox();
		( new OptionConnection() )->remember(
			'a-client-of-the-shop',
			[
				'id'    => 1,
				'name'  => 'Somebody',
				'email' => 'somebody@shop.example',
			]
		);
		( new FailureCount( new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ) ) )->reset();
		$before = $this->verdict( 'connection' )['label'];
		$this->call( 'http://127.0.0.1:1/' );
		self::assertSame( 'Sellsy did not answer when it was last asked', $this->verdict( 'connection' )['label'] );
		$this->call( $sandbox->url . '/v2/taxes' );
		self::assertSame( $before, $this->verdict( 'connection' )['label'], 'It refused, and was there.' );
	}

	/** As another process does. */
	private function call( string $url ): void {
		$quota = new SeenQuota( new SystemClock() );
		try {
			( new QuotaTransport( new WordPressTransport( 'test' ), $quota ) )->send(
				new HttpRequest( method: 'GET', url: $url, headers: [], body: null )
			);
		} catch ( TransportFailure ) {
			self::assertTrue( $quota->is_silent() );
		}
		$quota->handle_shutdown();
		remove_action( 'shutdown', [ $quota, 'handle_shutdown' ] );
	}

	public function test_a_plugin_that_numbers_invoices_itself_is_named_where_invoices_are_made(): void {
		$active = array_filter( (array) get_option( 'active_plugins' ), is_string( ... ) );
		self::assertSame( 'good', $this->status_of( 'other_invoices' ) );
		update_option( 'active_plugins', [ ...$active, 'woocommerce-pip/woocommerce-pip.php' ] );
		self::assertSame( 'good', $this->status_of( 'other_invoices' ), 'No invoices are made here.' );
		update_option( 'orderinvoicer_settings', [ 'invoice' => [ 'enabled' => true ] ] );
		$verdict = $this->verdict( 'other_invoices' );
		self::assertSame( 'recommended', $verdict['status'] );
		self::assertStringContainsString( 'WooCommerce Print Invoices', $verdict['label'] );
	}

	public function test_every_test_has_the_form_that_site_health_reads(): void {
		$direct = array_filter(
			$this->tests( 'direct' ),
			static fn ( string $name ): bool => str_starts_with( $name, 'orderinvoicer_' ),
			ARRAY_FILTER_USE_KEY
		);
		self::assertGreaterThan( 6, count( $direct ) );
		foreach ( $direct as $name => $test ) {
			$result = ( $test['test'] )();
			self::assertSame( $name, $result['test'] );
			self::assertContains( $result['status'], [ 'good', 'recommended', 'critical' ] );
			self::assertNotSame( '', $result['label'] );
			self::assertTrue( $result['status'] === 'good' || $result['description'] !== '', "$name says what to do" );
		}
		self::assertSame( [ 'orderinvoicer_loopback' ], array_keys( $this->tests( 'async' ) ) );
	}

	public function test_a_shop_without_connection_is_told_so(): void {
		delete_option( 'orderinvoicer_secret_credentials' );

		self::assertSame( 'recommended', $this->status_of( 'connection' ) );
	}

	public function test_a_permission_that_ended_is_critical_and_one_that_was_never_given_is_not(): void {
		$this->connect( 'private' );
		self::assertSame( 'recommended', $this->status_of( 'connection' ) );

		$pauses = new OptionPauses( new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ) );
		$pauses->begin(
			new Pause( new Problem( ProblemCode::Unauthorized ), new \DateTimeImmutable(), new \DateTimeImmutable() )
		);

		self::assertSame( 'critical', $this->status_of( 'connection' ) );
	}

	public function test_secrets_that_cannot_be_read_are_critical(): void {
		$this->connect();
		self::assertSame( 'good', $this->status_of( 'secrets' ) );

		$stored = (string) get_option( 'orderinvoicer_secret_credentials' );
		update_option( 'orderinvoicer_secret_credentials', substr( $stored, 0, -8 ) . 'AAAAAAAA' );

		self::assertSame( 'critical', $this->status_of( 'secrets' ) );
	}

	public function test_an_order_that_waits_too_long_is_critical(): void {
		self::assertSame( 'good', $this->status_of( 'waiting' ) );

		$this->row( [ 'state' => 'queued' ] );

		self::assertSame( 'critical', $this->status_of( 'waiting' ) );
	}

	public function test_what_waits_for_a_person_says_what_to_do(): void {
		update_option(
			'orderinvoicer_pause_other_account',
			wp_json_encode(
				[
					'problem' => [
						'error_code' => 'other_account',
						'error_message' => '[]',
					],
					'since' => '2026-11-01 10:00:00',
					'until' => '',
					'only' => '',
				]
			)
		);

		self::assertSame( 'critical', $this->status_of( 'waiting' ) );
		self::assertStringContainsString(
			'Connect the former account again',
			$this->verdict( 'waiting' )['description']
		);
	}

	public function test_attention_is_recommended_with_a_link(): void {
		self::assertSame( 'good', $this->status_of( 'attention' ) );

		$this->row( [ 'state' => 'attention' ] );

		self::assertSame( 'recommended', $this->status_of( 'attention' ) );
		self::assertStringContainsString( 'page=orderinvoicer', $this->verdict( 'attention' )['actions'] );
	}

	/** The suite switches WP-Cron off, as many hosts do. */
	public function test_wp_cron_that_is_off_needs_something_in_its_place(): void {
		( new Wakeups() )->reconcile();
		$this->wp_cron_is_due( time() );
		$this->last_pass( 2 * MINUTE_IN_SECONDS );
		self::assertSame( 'good', $this->status_of( 'pass' ) );
		self::assertStringContainsString( 'something else runs in its place', $this->verdict( 'pass' )['description'] );

		$this->last_pass( 20 * MINUTE_IN_SECONDS );
		self::assertSame( 'recommended', $this->status_of( 'pass' ) );
		self::assertStringContainsString( 'DISABLE_WP_CRON', $this->verdict( 'pass' )['description'] );

		$this->last_pass( 3 * HOUR_IN_SECONDS );
		self::assertSame( 'critical', $this->status_of( 'pass' ) );
		self::assertStringContainsString( 'DISABLE_WP_CRON', $this->verdict( 'pass' )['description'] );
	}

	/** Whoever looks is in wp-admin, and Action Scheduler works at each visit there. */
	public function test_a_pass_that_visits_alone_start_is_not_in_order(): void {
		( new Wakeups() )->reconcile();
		$this->last_pass( MINUTE_IN_SECONDS );
		$this->wp_cron_is_due( time() - 3 * HOUR_IN_SECONDS );
		self::assertSame( 'recommended', $this->status_of( 'pass' ) );
		self::assertStringContainsString( 'DISABLE_WP_CRON', $this->verdict( 'pass' )['description'] );

		$this->wp_cron_is_due( time() - 5 * MINUTE_IN_SECONDS );
		self::assertSame( 'good', $this->status_of( 'pass' ) );
	}

	private function wp_cron_is_due( int $at ): void {
		update_option(
			'cron',
			[
				$at       => [
					'wp_version_check' => [
						'key' => [
							'schedule' => false,
							'args'     => [],
						],
					],
				],
				'version' => 2,
			]
		);
	}

	public function test_the_pass_itself_is_the_sign_of_life(): void {
		( new Wakeups() )->reconcile();
		$this->wp_cron_is_due( time() );
		$this->last_pass( DAY_IN_SECONDS );
		self::assertSame( 'critical', $this->status_of( 'pass' ) );

		do_action( Wakeups::SWEEP );

		self::assertSame( 'good', $this->status_of( 'pass' ) );
	}

	public function test_a_shop_that_waits_for_its_first_pass_has_no_fault(): void {
		delete_option( Heartbeat::SWEEP_OPTION );
		( new Wakeups() )->reconcile();

		self::assertSame( 'unknown', $this->shown( 'pass' )['status'] );
		self::assertStringContainsString( 'must run in its place', $this->shown( 'pass' )['why'] );
	}

	public function test_a_missing_index_is_critical_and_named(): void {
		self::assertSame( 'good', $this->status_of( 'tables' ) );
		$without = static fn ( string $query ): string =>
			str_contains( $query, 'SHOW INDEX FROM' ) && str_contains( $query, 'orderinvoicer_sync' )
				? "$query WHERE Key_name <> 'effect_once'"
				: $query;
		add_filter( 'query', $without );

		$verdict = $this->verdict( 'tables' );
		remove_filter( 'query', $without );

		self::assertSame( 'critical', $verdict['status'] );
		self::assertStringContainsString( 'orderinvoicer_sync.effect_once', $verdict['description'] );
	}

	/** @dataProvider hooks */
	public function test_a_hook_that_was_taken_away_is_critical_and_named( string $hook ): void {
		global $wp_filter;
		self::assertSame( 'good', $this->status_of( 'hooks' ) );
		$before = clone $wp_filter[ $hook ];
		remove_all_actions( $hook );

		$verdict            = $this->verdict( 'hooks' );
		// phpcs:ignore WordPress.WP.GlobalVariablesOverride -- As it was before the test.
		$GLOBALS['wp_filter'][ $hook ] = $before;

		self::assertSame( 'critical', $verdict['status'] );
		self::assertStringContainsString( $hook, $verdict['description'] );
	}

	/** @return iterable<string, array{string}> */
	public static function hooks(): iterable {
		foreach ( [ ...OrderListener::HOOKS, Wakeups::SWEEP ] as $hook ) {
			yield $hook => [ $hook ];
		}
	}

	public function test_the_list_of_hooks_is_what_the_listener_listens_to(): void {
		global $wp_filter;
		$heard = [];
		foreach ( $wp_filter as $hook => $registered ) {
			foreach ( array_merge( ...array_values( $registered->callbacks ) ) as $callback ) {
				if ( is_array( $callback['function'] ) && $callback['function'][0] instanceof OrderListener ) {
					$heard[] = $hook;
				}
			}
		}

		self::assertEqualsCanonicalizing( OrderListener::HOOKS, $heard );
	}

	public function test_the_loopback_is_tried_and_remembered(): void {
		$heartbeat = new Heartbeat( new \OrderInvoicer\WordPress\System\SystemClock() );
		$test      = $this->tests( 'async' )['orderinvoicer_loopback']['async_direct_test'];

		self::assertSame( 'recommended', $test()['status'], 'The suite blocks every request.' );
		self::assertSame( 'blocked', $heartbeat->loopback() );

		$answer = static fn (): array => [
			'response' => [ 'code' => 200 ],
			'body'     => '',
			'headers'  => [],
			'cookies'  => [],
		];
		add_filter( 'pre_http_request', $answer, 1 );
		$verdict = $test();
		remove_filter( 'pre_http_request', $answer, 1 );

		self::assertSame( 'good', $verdict['status'] );
		self::assertSame( 'works', $heartbeat->loopback() );
	}
}
