<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Health;

use OrderInvoicer\Health\Checks\Site\CacheCheck;
use OrderInvoicer\Sellsy\Transport\HttpRequest;
use OrderInvoicer\Sellsy\Transport\HttpResponse;
use OrderInvoicer\Sellsy\Transport\HttpTransport;
use OrderInvoicer\Sellsy\Transport\QuotaTransport;
use OrderInvoicer\Sellsy\Transport\SeenQuota;
use OrderInvoicer\Tests\Integration\HttpGuard;
use OrderInvoicer\Tests\Integration\Sellsy\TlsFront;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Queue\Heartbeat;
use OrderInvoicer\WordPress\Queue\Wakeups;
use OrderInvoicer\WordPress\System\OwnRoute;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\Tables\Sql;

/** Each check of the site: one where it is wrong, one where it is right, one that nobody has seen. */
final class SiteChecksTest extends HealthTestCase {

	protected function tearDown(): void {
		wp_using_ext_object_cache( false );
		parent::tearDown();
	}

	private function https(): void {
		update_option( 'home', 'https://shop.example' );
		update_option( 'siteurl', 'https://shop.example' );
	}

	private function seen( string $outcome, ?int $certificate_ends = null, int $ago = 60 ): void {
		update_option(
			OwnRoute::OPTION,
			[
				'outcome' => $outcome,
				'at'      => time() - $ago,
				'ends'    => $certificate_ends,
			]
		);
	}

	/** What the test that Site Health runs by itself finds, where the site answers so to itself. */
	private function look( int $status, string $body = '', array $headers = [] ): void {
		$answer = static fn (): array => [
			'response' => [ 'code' => $status ],
			'body'     => $body,
			'headers'  => $headers,
			'cookies'  => [],
		];
		add_filter( 'pre_http_request', $answer, 1 );
		$this->tests( 'async' )['orderinvoicer_loopback']['async_direct_test']();
		remove_filter( 'pre_http_request', $answer, 1 );
	}

	public function test_an_address_without_https_is_named(): void {
		update_option( 'home', 'http://shop.example' );
		update_option( 'siteurl', 'https://shop.example' );

		self::assertSame( 'recommended', $this->status_of( 'https' ) );
		self::assertStringContainsString( 'options-general.php', $this->verdict( 'https' )['actions'] );
	}

	public function test_a_certificate_that_ends_soon_is_named_and_a_fresh_one_is_in_order(): void {
		$this->https();
		$this->seen( 'answered', time() + 5 * DAY_IN_SECONDS );
		self::assertSame( 'recommended', $this->status_of( 'https' ) );

		$this->seen( 'answered', time() + 60 * DAY_IN_SECONDS );
		self::assertSame( 'good', $this->status_of( 'https' ) );
		self::assertStringContainsString( 'Seen on', $this->verdict( 'https' )['description'] );
	}

	public function test_a_certificate_that_nobody_looked_at_lately_is_not_known(): void {
		$this->https();
		self::assertSame( 'unknown', $this->shown( 'https' )['status'] );
		self::assertArrayNotHasKey( 'orderinvoicer_https', $this->tests( 'direct' ), 'Nothing to mend.' );

		$this->seen( 'answered', time() - DAY_IN_SECONDS, 10 * DAY_IN_SECONDS );
		self::assertSame( 'unknown', $this->shown( 'https' )['status'], 'It may have been renewed since.' );
	}

	public function test_the_end_of_a_certificate_is_read_where_the_site_calls_itself(): void {
		$front = new TlsFront( $this->allow_sandbox() );
		try {
			update_option( 'home', $front->url );
			update_option( 'siteurl', $front->url );
			( new OwnRoute( 'orderinvoicer/v1', new SystemClock() ) )->look();
			$seen = ( new OwnRoute( 'orderinvoicer/v1', new SystemClock() ) )->last_seen();
		} finally {
			$front->close();
		}
		self::assertNotNull( $seen?->certificate_ends );
		self::assertGreaterThan( time(), $seen->certificate_ends->getTimestamp() );
		self::assertSame( 'refused', $seen->outcome, 'The sandbox has no such address.' );
	}

	/** @dataProvider answers */
	public function test_what_stands_before_our_routes_is_named(
		int $status,
		string $body,
		array $headers,
		string $expected,
		string $named,
	): void {
		$this->look( $status, $body, $headers );

		$shown = $this->shown( 'rest' );
		self::assertSame( $expected, $shown['status'] );
		self::assertStringContainsString( $named, "{$shown['title']} {$shown['why']} {$shown['next_step']}" );
	}

	/** @return iterable<string, array{int, string, array<string, string>, string, string}> */
	public static function answers(): iterable {
		$locked = [ 'www-authenticate' => 'Basic realm="test"' ];
		$moved  = [ 'location' => 'https://www.elsewhere.example/' ];
		$ours   = '{"namespace":"orderinvoicer/v1","routes":{}}';
		yield 'a password of the server' => [ 401, 'Authorization required', $locked, 'recommended', 'password' ];
		$refused = '{"code":"rest_not_logged_in"}';
		yield 'a security plugin'        => [ 401, $refused, [], 'recommended', 'security plugin' ];
		yield 'no rewriting'             => [ 404, 'Not Found', [], 'recommended', 'Permalinks' ];
		yield 'another address'          => [ 301, '', $moved, 'recommended', 'leads to another one' ];
		yield 'a page of maintenance'    => [ 200, '<html>Soon</html>', [], 'recommended', 'Something else' ];
		yield 'another site'             => [ 200, '{"namespace":"wp/v2"}', [], 'recommended', 'Something else' ];
		yield 'ours'                     => [ 200, $ours, [], 'good', 'Seen on' ];
	}

	/** The suite's own site, over HTTP. */
	public function test_a_site_that_answers_itself_is_in_order(): void {
		HttpGuard::allow( (string) getenv( 'ORDERINVOICER_SITE_URL' ) );
		( new OwnRoute( 'orderinvoicer/v1', new SystemClock() ) )->look();
		self::assertSame( 'good', $this->shown( 'rest' )['status'], $this->shown( 'rest' )['title'] );
	}

	public function test_routes_that_nobody_asked_are_not_known(): void {
		self::assertSame( 'unknown', $this->shown( 'rest' )['status'] );
		( new OwnRoute( 'orderinvoicer/v1', new SystemClock() ) )->look(); // The suite blocks it.
		self::assertSame( 'unknown', $this->shown( 'rest' )['status'] );
	}

	/** Plain permalinks: nothing of ours needs others. */
	public function test_our_routes_are_asked_at_the_address_that_the_site_uses(): void {
		foreach ( [
			'' => 'rest_route=',
			'/%postname%/' => '/wp-json/orderinvoicer/v1',
		] as $structure => $asked ) {
			$GLOBALS['wp_rewrite']->set_permalink_structure( $structure );
			HttpGuard::reset();
			( new OwnRoute( 'orderinvoicer/v1', new SystemClock() ) )->look();
			self::assertStringContainsString( $asked, HttpGuard::requests()[0]['url'] );
		}
	}

	private function answer_of_sellsy( int $ahead ): void {
		$quota     = new SeenQuota( new SystemClock() );
		$date      = gmdate( 'D, d M Y H:i:s \G\M\T', time() - $ahead );
		$transport = new class( $date ) implements HttpTransport {
			public function __construct( private readonly string $date ) {}

			public function send( HttpRequest $request ): HttpResponse {
				return new HttpResponse( 200, '{}', [ 'date' => $this->date ] );
			}
		};
		( new QuotaTransport( $transport, $quota ) )
			->send( new HttpRequest( method: 'GET', url: 'https://api.example/', headers: [], body: null ) );
		$quota->handle_shutdown();
		remove_action( 'shutdown', [ $quota, 'handle_shutdown' ] );
	}

	public function test_a_clock_that_is_off_shows_by_the_last_answer_of_sellsy(): void {
		delete_option( SeenQuota::OPTION );
		self::assertSame( 'unknown', $this->shown( 'clock' )['status'] );

		$this->answer_of_sellsy( 300 );
		self::assertSame( 'recommended', $this->shown( 'clock' )['status'] );
		self::assertStringContainsString( '5 minutes fast', $this->shown( 'clock' )['title'] );

		$this->answer_of_sellsy( -3600 );
		self::assertStringContainsString( '60 minutes slow', $this->shown( 'clock' )['title'] );

		$this->answer_of_sellsy( 3 );
		self::assertSame( 'good', $this->shown( 'clock' )['status'] );
	}

	/** What another process wrote, and the cache did not hear of. */
	public function test_an_object_cache_that_keeps_what_has_changed_is_critical(): void {
		self::assertSame( 'good', $this->shown( 'cache' )['status'], 'There is none.' );
		wp_using_ext_object_cache( true );
		self::assertSame( 'good', $this->shown( 'cache' )['status'] );
		self::assertSame( 'good', $this->shown( 'cache' )['status'], 'Nor the second time.' );

		( new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ) )->set( CacheCheck::OPTION, 'of another process' );
		wp_cache_set( CacheCheck::OPTION, 'of before', 'options' );

		self::assertSame( 'critical', $this->shown( 'cache' )['status'] );
	}

	public function test_what_php_allows_is_what_the_pass_met(): void {
		delete_option( Heartbeat::LIMITS_OPTION );
		self::assertSame( 'unknown', $this->shown( 'limits' )['status'] );

		do_action( Wakeups::SWEEP );
		self::assertSame( 'good', $this->shown( 'limits' )['status'] );

		update_option( Heartbeat::LIMITS_OPTION, '64M 0', false );
		self::assertSame( 'recommended', $this->shown( 'limits' )['status'] );
		self::assertStringContainsString( '64M', $this->shown( 'limits' )['title'] );

		update_option( Heartbeat::LIMITS_OPTION, '-1 15', false );
		self::assertStringContainsString( '15 seconds', $this->shown( 'limits' )['title'] );
	}

	/** @group real-woocommerce */
	public function test_documents_of_another_connector_on_recent_orders_are_counted(): void {
		$own = wc_create_order();
		$own->update_meta_data( 'orderinvoicer.invoice_url', 'https://sellsy.example/1' );
		$own->update_meta_data( '_orderinvoicer_invoice_order', (string) $own->get_id() );
		$own->save();
		self::assertSame( 'good', $this->shown( 'other_connector' )['status'] );

		$other = wc_create_order();
		$other->update_meta_data( 'orderinvoicer.invoice_url', 'https://sellsy.example/2' );
		$other->save();

		self::assertSame( 'recommended', $this->shown( 'other_connector' )['status'] );
		self::assertStringContainsString( '1 recent order', $this->shown( 'other_connector' )['title'] );
	}
}
