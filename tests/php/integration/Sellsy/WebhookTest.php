<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Sellsy;

use OrderInvoicer\Features\TalkBack\Rules\EventLimit;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Uninstall;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Queue\Wakeups;
use OrderInvoicer\WordPress\Tables\Sql;

/** The shop's webhook at Sellsy, from the owner's wish to the end of the plugin; and its address over HTTP. */
final class WebhookTest extends IntegrationTestCase {

	private const ADDRESS = 'https://boutique.fr/?wc-api=orderinvoicer_events';

	private SandboxShop $shop;
	private string $address = self::ADDRESS;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		add_filter( 'orderinvoicer_event_address', [ $this, 'address' ] );
		$this->shop->connect();
	}

	protected function tearDown(): void {
		remove_filter( 'orderinvoicer_event_address', [ $this, 'address' ] );
		parent::tearDown();
	}

	public function address(): string {
		return $this->address;
	}

	/** The site of these tests is a local one. */
	public function test_a_local_site_has_none_and_says_why(): void {
		remove_filter( 'orderinvoicer_event_address', [ $this, 'address' ] );
		$this->shop->change_settings( [ 'talk_back' => [ 'webhooks' => true ] ] );
		do_action( Wakeups::SWEEP );
		$shown = orderinvoicer_demo_call( 'GET', '/webhook' );
		self::assertSame( [ 'local', [] ], [ $shown['state'], $this->webhooks() ] );
		self::assertStringContainsString( 'cannot be reached', $shown['text'] );
	}

	public function test_it_is_made_by_the_pass_where_the_owner_wants_it_and_its_key_is_no_plain_text(): void {
		global $wpdb;
		do_action( Wakeups::SWEEP );
		self::assertSame( [], $this->webhooks() );
		$this->shop->change_settings( [ 'talk_back' => [ 'webhooks' => true ] ] );
		self::assertSame( 'coming', orderinvoicer_demo_call( 'GET', '/webhook' )['state'] );
		do_action( Wakeups::SWEEP );
		[ $webhook ] = $this->webhooks();
		self::assertSame( self::ADDRESS, $webhook['endpoint'] );
		self::assertSame( 'on', orderinvoicer_demo_call( 'GET', '/webhook' )['state'] );
		$found = $wpdb->get_col(
			$wpdb->prepare(
				"SELECT option_name FROM {$wpdb->options} WHERE option_value LIKE %s",
				'%' . $wpdb->esc_like( $webhook['sign_key'] ) . '%'
			)
		);
		self::assertSame( [], $found );
	}

	public function test_a_missing_right_is_named_with_what_to_do(): void {
		$denied = [ 'denied_operations' => [ 'GET /webhooks', 'GET /webhooks/events' ] ];
		$this->shop->sandbox->call( 'POST', '/_sandbox/options', $denied );
		$this->shop->change_settings( [ 'talk_back' => [ 'webhooks' => true ] ] );
		self::assertSame( 'no_right', orderinvoicer_demo_call( 'POST', '/webhook' )['state'] );
		$report = orderinvoicer_demo_call( 'POST', '/connection/test' );
		$rights = array_column( $report['rights'], null, 'scope' );
		self::assertSame( 'missing', $rights['webhooks.read']['state'] );
		self::assertStringContainsString( 'webhooks.read', $rights['webhooks.read']['next_step'] );
	}

	public function test_a_shop_that_never_wanted_it_needs_no_such_right(): void {
		$report = orderinvoicer_demo_call( 'POST', '/connection/test' );
		self::assertNotContains( 'webhooks.read', array_column( $report['rights'], 'scope' ) );
	}

	/** @return iterable<string, array{\Closure(): mixed}> */
	public static function ends(): iterable {
		yield 'switched off' => [
			static function ( SandboxShop $shop ): void {
				$shop->change_settings( [ 'talk_back' => [ 'webhooks' => false ] ] );
				do_action( Wakeups::SWEEP );
			},
		];
		yield 'disconnected' => [ static fn () => orderinvoicer_demo_call( 'DELETE', '/connection' ) ];
		yield 'deactivated' => [ static fn () => do_action( 'deactivate_orderinvoicer/orderinvoicer.php', false ) ];
		yield 'uninstalled' => [ static fn () => ( new Uninstall() )->run() ];
	}

	/** @dataProvider ends */
	public function test_it_goes_with_the_wish_the_connection_or_the_plugin_and_others_stay( \Closure $end ): void {
		$theirs = $this->shop->sandbox->call(
			'POST',
			'/_sandbox/records/webhooks',
			[
				'endpoint' => 'https://another.fr/?wc-api=orderinvoicer_events',
				'type'     => 'http',
				'name'     => 'Order Invoicer',
			]
		);
		$this->shop->change_settings( [ 'talk_back' => [ 'webhooks' => true ] ] );
		do_action( Wakeups::SWEEP );
		self::assertCount( 2, $this->webhooks() );
		$end( $this->shop );
		self::assertSame( [ $theirs['id'] ], array_column( $this->webhooks(), 'id' ) );
	}

	public function test_a_shop_that_moved_has_one_at_its_new_address_only(): void {
		$this->shop->change_settings( [ 'talk_back' => [ 'webhooks' => true ] ] );
		do_action( Wakeups::SWEEP );
		update_option( 'home', 'https://nouvelle-boutique.fr' );
		$this->address = 'https://www.nouvelle-boutique.fr/?wc-api=orderinvoicer_events';
		do_action( Wakeups::SWEEP );
		self::assertSame( [ self::ADDRESS ], array_column( $this->webhooks(), 'endpoint' ), 'It may be a copy.' );
		orderinvoicer_demo_call( 'POST', '/site', [ 'decision' => 'moved' ] );
		do_action( Wakeups::SWEEP );
		self::assertSame( [ $this->address ], array_column( $this->webhooks(), 'endpoint' ) );
		self::assertSame( 'on', orderinvoicer_demo_call( 'GET', '/webhook' )['state'] );
	}

	/** Somebody waits for the page, and Sellsy may be away. */
	public function test_an_uninstall_waits_ten_seconds_for_sellsy_on_all_sites_together(): void {
		$this->shop->change_settings( [ 'talk_back' => [ 'webhooks' => true ] ] );
		do_action( Wakeups::SWEEP );
		$waits  = [];
		$answer = static function ( mixed $answer, array $arguments ) use ( &$waits ): \WP_Error {
			$waits[] = $arguments['timeout'];
			return new \WP_Error( 'http_request_failed', 'cURL error 28: Operation timed out.' );
		};
		add_filter( 'pre_http_request', $answer, 10, 2 );
		$uninstall = new Uninstall();
		$uninstall->run();
		remove_filter( 'pre_http_request', $answer );
		self::assertNotSame( [], $waits );
		self::assertLessThanOrEqual( 10, max( $waits ) );
		self::assertSame( '', get_option( 'orderinvoicer_secret_webhook', '' ) );
	}

	public function test_sixty_events_a_minute_are_taken_whoever_counts(): void {
		$limit = new EventLimit( new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ) );
		$now   = new \DateTimeImmutable( '2026-03-01T10:00:00Z' );
		for ( $event = 0; $event < EventLimit::A_MINUTE; $event++ ) {
			self::assertTrue( $limit->take( $now ) );
		}
		self::assertFalse( $limit->take( $now ) );
		self::assertTrue( $limit->take( $now->modify( '+1 minute' ) ) );
	}

	/** @return array<string, array{string, string, string, int}> method, body, signature, status. */
	public static function requests(): array {
		return [
			'somebody looks whether it is there' => [ 'GET', '', '', 200 ],
			'no signature'  => [ 'POST', '{"relatedtype":"invoice","relatedid":"1"}', '', 403 ],
			'a forged one'  => [ 'POST', '{"relatedtype":"invoice","relatedid":"1"}', sha1( 'x' ), 403 ],
			'too much'      => [ 'POST', str_repeat( ' ', 65_537 ), sha1( 'x' ), 413 ],
			'another method' => [ 'PUT', '{}', '', 405 ],
		];
	}

	/**
	 * The site itself answers, in a request of its own.
	 *
	 * @dataProvider requests
	 * @group real-woocommerce
	 */
	public function test_the_address_over_http( string $method, string $body, string $signature, int $status ): void {
		$context = stream_context_create(
			[
				'http' => [
					'method'        => $method,
					'header'        => "Content-Type: application/json\r\nX-Webhook-Signature: $signature",
					'content'       => $body,
					'ignore_errors' => true,
				],
			]
		);
		$stream  = fopen( getenv( 'ORDERINVOICER_SITE_URL' ) . '/?wc-api=orderinvoicer_events', 'r', false, $context );
		self::assertIsResource( $stream );
		self::assertStringContainsString( " $status ", stream_get_meta_data( $stream )['wrapper_data'][0] . ' ' );
		self::assertSame( '', stream_get_contents( $stream ) );
	}

	/** @return list<array<string, mixed>> */
	private function webhooks(): array {
		return $this->shop->sandbox->state()['webhooks'];
	}
}
