<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

use OrderInvoicer\Admin\ConnectCallback;
use OrderInvoicer\Sellsy\Auth\ConsentFlow;
use OrderInvoicer\Tests\Integration\Rest\RestTestCase;
use OrderInvoicer\Tests\Integration\Sandbox;

/** From the page to Sellsy's consent and back, over the plugin's own routes. */
final class ConnectCallbackTest extends RestTestCase {

	private const KEYS = [
		'type'          => 'private',
		'client_id'     => 'sandbox-private',
		'client_secret' => 'sandbox-private-secret',
	];

	private Sandbox $sandbox;

	protected function setUp(): void {
		parent::setUp();
		$this->sign_in_as_admin();
		$this->sandbox = $this->allow_sandbox();
		$this->call( 'DELETE', '/connection' );
	}

	public function test_there_and_back_again(): void {
		$saved = $this->valid( $this->call( 'POST', '/connection', self::KEYS ), 'connection' );
		self::assertSame(
			[ 'private', 'to_authorise', admin_url( 'admin-post.php' ) ],
			[ $saved['type'], $saved['state'], $saved['redirect_url'] ]
		);

		$landed = $this->come_back( $this->consent( $this->authorise( '/setup/connect' ), 'allow' ) );

		self::assertSame( 'connected', $landed['outcome'] );
		self::assertSame( '/setup/connect', $landed['route'] );
		$connection = $this->valid( $this->call( 'GET', '/connection' ), 'connection' );
		self::assertSame( 'connected', $connection['state'] );
		self::assertNotSame( '', $connection['staff']['name'] );
	}

	public function test_no_answer_of_ours_holds_a_token_or_the_verifier(): void {
		$this->call( 'POST', '/connection', self::KEYS );
		$url = $this->authorise();
		$this->come_back( $this->consent( $url, 'allow' ) );

		foreach ( [
			$this->call( 'GET', '/connection' ),
			$this->call( 'POST', '/connection/test' ),
			$this->call( 'GET', '/status' ),
		] as $answer ) {
			self::assertDoesNotMatchRegularExpression(
				'/sandbox-(access|refresh|code)-|sandbox-private-secret/',
				(string) wp_json_encode( $answer->get_data() )
			);
		}
		global $wpdb;
		$stored = (string) wp_json_encode(
			$wpdb->get_col( "SELECT option_value FROM {$wpdb->options} WHERE option_name LIKE 'orderinvoicer%'" )
		);
		self::assertDoesNotMatchRegularExpression( '/sandbox-(access|refresh)-|sandbox-private-secret/', $stored );
	}

	public function test_a_refusal_leaves_it_to_be_allowed(): void {
		$this->call( 'POST', '/connection', self::KEYS );

		self::assertSame( 'denied', $this->come_back( $this->consent( $this->authorise(), 'deny' ) )['outcome'] );
		self::assertSame( 'to_authorise', $this->call( 'GET', '/connection' )->get_data()['state'] );
	}

	public function test_a_callback_that_is_played_again_changes_nothing(): void {
		$this->call( 'POST', '/connection', self::KEYS );
		$back = $this->consent( $this->authorise(), 'allow' );
		$this->come_back( $back );
		$exchanges = $this->exchanges();

		self::assertSame( 'expired', $this->come_back( $back )['outcome'] );
		self::assertSame( $exchanges, $this->exchanges() );
		self::assertSame( 'connected', $this->call( 'GET', '/connection' )->get_data()['state'] );
	}

	public function test_another_user_cannot_finish_what_this_one_began(): void {
		$this->call( 'POST', '/connection', self::KEYS );
		$back = $this->consent( $this->authorise(), 'allow' );
		$this->sign_in( 'shop_manager' );

		self::assertSame(
			[
				'outcome' => 'expired',
				'route' => '/connection',
			],
			$this->come_back( $back )
		);
		self::assertSame( 0, $this->exchanges() );

		$this->sign_in_as_admin();
		self::assertSame( 'connected', $this->come_back( $back )['outcome'] );
	}

	public function test_a_code_that_sellsy_refuses_is_told_from_keys_it_refuses(): void {
		$this->call( 'POST', '/connection', self::KEYS );
		self::assertSame(
			'code_refused',
			$this->come_back( [ 'code' => 'made-up' ] + $this->consent( $this->authorise(), 'allow' ) )['outcome']
		);

		$this->call( 'POST', '/connection', [ 'client_secret' => 'wrong' ] + self::KEYS );
		self::assertSame(
			'keys_refused',
			$this->come_back( $this->consent( $this->authorise(), 'allow' ) )['outcome']
		);
	}

	public function test_refused_personal_keys_leave_a_private_access_and_what_is_under_way(): void {
		$this->call( 'POST', '/connection', self::KEYS );
		$this->come_back( $this->consent( $this->authorise(), 'allow' ) );
		$back = $this->consent( $this->authorise(), 'allow' );

		$this->assert_refused(
			400,
			'orderinvoicer_keys_refused',
			$this->call( 'POST', '/connection', [ 'type' => 'personal' ] + self::KEYS )
		);

		self::assertSame( 'connected', $this->call( 'POST', '/connection/test' )->get_data()['state'] );
		self::assertSame( 'connected', $this->come_back( $back )['outcome'] );
	}

	public function test_personal_keys_are_not_sent_to_sellsys_page(): void {
		$this->assert_refused(
			409,
			'orderinvoicer_not_private',
			$this->call( 'POST', '/connection/authorise', [ 'return' => '/connection' ] )
		);
	}

	public function test_only_routes_of_our_own_page_are_come_back_to(): void {
		$this->call( 'POST', '/connection', self::KEYS );

		foreach ( [ 'https://example.com/', '//example.com', '', '/a?b' ] as $return ) {
			self::assertSame(
				400,
				$this->call( 'POST', '/connection/authorise', [ 'return' => $return ] )->get_status(),
				$return
			);
		}
	}

	public function test_disconnecting_forgets_everything(): void {
		$this->call( 'POST', '/connection', self::KEYS );
		$this->come_back( $this->consent( $this->authorise(), 'allow' ) );
		$this->authorise();

		$this->call( 'DELETE', '/connection' );

		foreach ( [ 'credentials', 'token', 'consent' ] as $name ) {
			self::assertFalse( get_option( "orderinvoicer_secret_$name" ), $name );
		}
	}

	public function test_a_lost_answer_to_a_renewal_ends_in_a_request_to_connect_again(): void {
		$this->call( 'POST', '/connection', self::KEYS );
		$this->come_back( $this->consent( $this->authorise(), 'allow' ) );
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'access_token_seconds' => 1 ] );
		$this->come_back( $this->consent( $this->authorise(), 'allow' ) );
		$this->sandbox->fault(
			[
				'mode' => '500-after',
				'path' => '/oauth2/access-tokens',
			]
		);

		self::assertSame( 'unknown', $this->call( 'POST', '/connection/test' )->get_data()['state'] );
		self::assertSame( 'to_authorise', $this->call( 'POST', '/connection/test' )->get_data()['state'] );
		self::assertSame( 'to_authorise', $this->call( 'GET', '/connection' )->get_data()['state'] );

		self::assertSame( 'connected', $this->come_back( $this->consent( $this->authorise(), 'allow' ) )['outcome'] );
	}

	private function authorise( string $back_to = '/connection' ): string {
		return (string) $this->valid(
			$this->call( 'POST', '/connection/authorise', [ 'return' => $back_to ] ),
			'connection-authorisation'
		)['url'];
	}

	/** @return array<string, string> what Sellsy's page sends the browser back with. */
	private function consent( string $url, string $decision ): array {
		parse_str( (string) wp_parse_url( $url, PHP_URL_QUERY ), $form );
		$answer = wp_remote_post(
			explode( '?', $url )[0],
			[
				'redirection' => 0,
				'body'        => $form + [ 'decision' => $decision ],
			]
		);
		$back   = (string) wp_remote_retrieve_header( $answer, 'location' );
		self::assertStringStartsWith( ConsentFlow::address() . '?', $back );
		parse_str( (string) wp_parse_url( $back, PHP_URL_QUERY ), $query );
		return array_filter( $query, 'is_string' );
	}

	/**
	 * @param array<string, string> $query
	 * @return array{outcome: string, route: string}
	 */
	private function come_back( array $query ): array {
		$_GET = wp_slash( $query );
		$url  = ( new AdminObjects() )->get( ConnectCallback::class )->answered();
		$_GET = [];
		self::assertStringStartsWith( admin_url( 'admin.php?page=orderinvoicer' ), $url );
		parse_str( (string) wp_parse_url( $url, PHP_URL_QUERY ), $landed );
		return [
			'outcome' => (string) $landed[ ConnectCallback::OUTCOME ],
			'route'   => (string) wp_parse_url( $url, PHP_URL_FRAGMENT ),
		];
	}

	private function exchanges(): int {
		return count(
			array_filter(
				$this->sandbox->state()['calls'],
				static fn( array $call ): bool => ( $call['request']['grant_type'] ?? '' ) === 'authorization_code'
			)
		);
	}
}
