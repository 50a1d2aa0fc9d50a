<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use OrderInvoicer\Domain\Account\RightState;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Sellsy\Auth\Credentials;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Sellsy\Auth\SeenRights;
use OrderInvoicer\Sellsy\Transport\SeenQuota;
use OrderInvoicer\Tests\Integration\HttpGuard;
use OrderInvoicer\Tests\Integration\Sandbox;
use OrderInvoicer\Wording\Problems\ProblemText;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Options\OptionPauses;
use OrderInvoicer\WordPress\Secrets\SodiumSecretStore;
use OrderInvoicer\WordPress\Tables\Sql;
use PHPUnit\Framework\Attributes\DataProvider;

final class ConnectionControllerTest extends RestTestCase {

	private const GOOD = [
		'client_id'     => 'sandbox-client',
		'client_secret' => 'sandbox-secret',
	];

	private const WRONG = [
		'client_id'     => 'mistyped-client',
		'client_secret' => 'half-a-secret',
	];

	private Sandbox $sandbox;

	protected function setUp(): void {
		parent::setUp();
		$this->sign_in_as_admin();
		$this->sandbox = $this->allow_sandbox();
		$this->call( 'DELETE', '/connection' );
	}

	public function test_nothing_is_configured_at_first(): void {
		$connection = $this->valid( $this->call( 'GET', '/connection' ), 'connection' );

		self::assertSame( 'unconfigured', $connection['state'] );
		self::assertFalse( $connection['secret']['is_set'] );
		self::assertSame(
			'not_connected',
			$this->valid( $this->call( 'POST', '/connection/test' ), 'connection-report' )['problem']['code']
		);
	}

	public function test_a_good_client_is_connected_and_the_day_becomes_the_start_date(): void {
		delete_option( 'orderinvoicer_settings' );

		$connection = $this->valid( $this->call( 'POST', '/connection', self::GOOD ), 'connection' );

		self::assertSame( 'connected', $connection['state'] );
		self::assertNotSame( '', $connection['staff']['name'] );
		self::assertSame( 'Boutique', $connection['account'] );
		self::assertSame( wp_date( 'Y-m-d' ), $this->call( 'GET', '/settings' )->get_data()['invoice']['start_date'] );
	}

	/** The same on the overview and in Site Health: good news only where every right was seen. */
	#[DataProvider( 'lights' )]
	public function test_the_light_is_that_of_the_worst_right(
		RightState $payments,
		RightState $items,
		string $light,
		string $verdict,
	): void {
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		$rights  = array_column( $this->call( 'POST', '/connection', self::GOOD )->get_data()['rights'], 'right' );
		$options = new FreshOptions( new Sql( $GLOBALS['wpdb'] ) );
		$seen    = new SeenRights( $options, new CredentialStore( SodiumSecretStore::for_site( $options ), null ) );
		$states  = [
			'payments.write' => $payments,
			'items.write'    => $items,
		] + array_fill_keys( $rights, RightState::Seen );
		foreach ( $states as $name => $state ) {
			$seen->tested( $name, $state, false );
		}

		$tests = apply_filters(
			'site_status_tests',
			[
				'direct' => [],
				'async'  => [],
			]
		);
		self::assertSame(
			[ $light, $verdict ],
			[
				$this->valid( $this->call( 'GET', '/overview' ), 'overview' )['rights'],
				$tests['direct']['orderinvoicer_connection']['test']()['status'],
			]
		);
	}

	/** @return iterable<string, array{RightState, RightState, string, string}> */
	public static function lights(): iterable {
		yield 'all seen' => [ RightState::Seen, RightState::Seen, 'seen', 'good' ];
		yield 'one that cannot be seen' => [ RightState::Unseen, RightState::Seen, 'unseen', 'recommended' ];
		yield 'one missing, one that cannot be seen' => [
			RightState::Unseen,
			RightState::Missing,
			'missing',
			'critical',
		];
	}

	public function test_the_secret_is_written_only(): void {
		$saved = $this->call( 'POST', '/connection', self::GOOD );

		self::assertTrue( $saved->get_data()['secret']['is_set'] );
		foreach ( [
			$saved,
			$this->call( 'GET', '/connection' ),
			$this->call( 'POST', '/connection/test' ),
			$this->call( 'GET', '/settings' ),
		] as $response ) {
			self::assertStringNotContainsString(
				self::GOOD['client_secret'],
				(string) wp_json_encode( $response->get_data() )
			);
		}
	}

	public function test_wrong_keys_are_not_even_stored_the_first_time_and_nothing_is_said_of_earlier_ones(): void {
		$answer = $this->call( 'POST', '/connection', [ 'client_secret' => 'wrong' ] + self::GOOD );

		$this->assert_refused( 400, 'orderinvoicer_keys_refused', $answer );
		self::assertStringContainsString(
			'nothing was stored. Copy both again from Sellsy.',
			$answer->get_data()['message']
		);
		self::assertSame( 'unconfigured', $this->valid( $this->call( 'GET', '/connection' ), 'connection' )['state'] );
	}

	/** Keys of wp-config.php are never entered, and a pass may be the first to try them. */
	public function test_keys_that_never_worked_are_not_called_those_that_no_longer_do(): void {
		$text = new ProblemText();

		self::assertDoesNotMatchRegularExpression(
			'/no longer|again|connect|by itself/i',
			$text->sentences( new Problem( ProblemCode::Unauthorized ) )
		);
	}

	public function test_what_was_said_of_the_earlier_keys_is_not_said_of_the_new_ones(): void {
		$this->call( 'POST', '/connection', self::GOOD );
		$this->pauses()->begin(
			new Pause(
				new Problem( ProblemCode::Unauthorized ),
				new \DateTimeImmutable(),
				new \DateTimeImmutable( '+5 minutes' )
			)
		);
		self::assertSame( 'refused', $this->call( 'GET', '/connection' )->get_data()['state'] );
		$this->sandbox->fault(
			[
				'mode'  => '503',
				'path'  => '/oauth2/access-tokens',
				'times' => 0,
			]
		);

		$connection = $this->valid( $this->call( 'POST', '/connection', self::WRONG ), 'connection' );

		self::assertSame( [ 'unknown', null ], [ $connection['state'], $connection['problem'] ] );
		$problem = $this->valid( $this->call( 'POST', '/connection/test' ), 'connection-report' )['problem'];
		self::assertSame(
			[ 'sellsy_down', 'Test again in a few minutes.' ],
			[ $problem['code'], $problem['next_step'] ]
		);
	}

	public function test_a_test_that_ends_after_the_keys_were_replaced_says_nothing_of_them(): void {
		$this->call( 'POST', '/connection', self::GOOD );
		$this->sandbox->call( 'POST', '/_sandbox/clients/sandbox-client', [ 'revoked' => true ] );
		delete_option( 'orderinvoicer_secret_token' );
		delete_option( 'orderinvoicer_connection' );
		$secrets = SodiumSecretStore::for_site( new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ) );
		$replace = static function ( mixed $response, array $args, string $url ) use ( $secrets ): mixed {
			if ( str_contains( $url, '/access-tokens' ) ) {
				( new CredentialStore( $secrets, null ) )
					->save( new Credentials( 'sandbox-modern', 'sandbox-modern-secret' ) );
			}
			return $response;
		};
		add_filter( 'pre_http_request', $replace, 1, 3 );

		$this->call( 'POST', '/connection/test' );

		remove_filter( 'pre_http_request', $replace, 1 );
		self::assertSame(
			[ 'sandbox-modern', 'unknown' ],
			array_values(
				array_intersect_key(
					$this->call( 'GET', '/connection' )->get_data(),
					array_flip( [ 'client_id', 'state' ] )
				)
			)
		);
	}

	public function test_keys_that_sellsy_refuses_change_nothing_where_others_are_stored(): void {
		$this->call( 'POST', '/connection', self::GOOD );
		$this->call( 'GET', '/sellsy' );
		update_option(
			SeenQuota::OPTION,
			[
				'at' => 1_700_000_000,
				'day' => 5,
			],
			false
		);
		$this->pauses()->begin(
			new Pause(
				new Problem( ProblemCode::RateLimited ),
				new \DateTimeImmutable(),
				new \DateTimeImmutable( '+1 hour' )
			)
		);
		$before = $this->stored();
		self::assertNotSame( [], preg_grep( '/^_transient_orderinvoicer_list_taxes/', array_keys( $before ) ) );
		$shown  = $this->call( 'GET', '/connection' )->get_data();

		$answer = $this->call( 'POST', '/connection', self::WRONG );

		$this->assert_refused( 400, 'orderinvoicer_keys_refused', $answer );
		self::assertStringContainsString(
			'the earlier keys stay in place. Copy both again from Sellsy.',
			$answer->get_data()['message']
		);
		self::assertSame( $before, $this->stored() );
		self::assertSame( 'connected', $shown['state'] );
		self::assertSame( $shown, $this->call( 'GET', '/connection' )->get_data() );
	}

	public function test_work_goes_on_with_the_earlier_keys_and_their_token(): void {
		$this->call( 'POST', '/connection', self::GOOD );
		$this->call( 'POST', '/connection', self::WRONG );
		$this->call( 'POST', '/connection', [ 'client_secret' => 'wrong' ] + self::GOOD );
		$before = count( $this->logins() );

		self::assertSame(
			'connected',
			$this->valid( $this->call( 'POST', '/connection/test' ), 'connection-report' )['state']
		);
		self::assertNull( $this->call( 'GET', '/sellsy?refresh=1' )->get_data()['taxes']['problem'] );
		self::assertCount( $before, $this->logins() );
	}

	public function test_no_job_sees_other_keys_before_sellsy_has_accepted_them(): void {
		$this->call( 'POST', '/connection', self::GOOD );
		$before = get_option( 'orderinvoicer_secret_credentials' );
		$seen   = [];
		$look   = static function ( mixed $response ) use ( &$seen ): mixed {
			$seen[] = get_option( 'orderinvoicer_secret_credentials' );
			return $response;
		};
		add_filter( 'pre_http_request', $look );

		$this->call( 'POST', '/connection', self::WRONG );

		remove_filter( 'pre_http_request', $look );
		self::assertSame( [ $before ], $seen );
	}

	public function test_refused_keys_are_nowhere_in_the_answer(): void {
		$this->call( 'POST', '/connection', self::GOOD );

		$answer = (string) wp_json_encode( $this->call( 'POST', '/connection', self::WRONG ) );

		self::assertStringNotContainsString( self::WRONG['client_secret'], $answer );
		self::assertStringNotContainsString( self::GOOD['client_secret'], $answer );
	}

	public function test_other_keys_that_work_take_the_place_of_the_earlier_ones(): void {
		$this->call( 'POST', '/connection', self::GOOD );

		$connection = $this->valid(
			$this->call(
				'POST',
				'/connection',
				[
					'client_id'     => ' sandbox-modern ',
					'client_secret' => "sandbox-modern-secret\n",
				]
			),
			'connection'
		);

		self::assertSame( [ 'sandbox-modern', 'connected' ], [ $connection['client_id'], $connection['state'] ] );
	}

	public function test_the_stored_keys_entered_again_are_told_as_refused_once_sellsy_refuses_them(): void {
		$this->call( 'POST', '/connection', self::GOOD );
		$this->sandbox->call( 'POST', '/_sandbox/clients/sandbox-client', [ 'revoked' => true ] );

		self::assertSame(
			'refused',
			$this->valid( $this->call( 'POST', '/connection', self::GOOD ), 'connection' )['state']
		);
	}

	public function test_a_private_access_is_stored_untried_in_the_place_of_a_personal_one(): void {
		$this->call( 'POST', '/connection', self::GOOD );
		$before = count( $this->logins() );

		$connection = $this->valid(
			$this->call( 'POST', '/connection', [ 'type' => 'private' ] + self::WRONG ),
			'connection'
		);

		self::assertSame(
			[ self::WRONG['client_id'], 'to_authorise' ],
			[ $connection['client_id'], $connection['state'] ]
		);
		self::assertCount( $before, $this->logins() );
	}

	/** @return array<string, array{string}> */
	public static function no_verdict(): array {
		return [
			'down'      => [ '500' ],
			'cut off'   => [ 'drop-before' ],
			'a proxy'   => [ 'html' ],
			'too often' => [ '429' ],
		];
	}

	#[DataProvider( 'no_verdict' )]
	public function test_without_sellsys_verdict_other_keys_are_stored_and_not_known_yet( string $mode ): void {
		$this->call( 'POST', '/connection', self::GOOD );
		$this->sandbox->fault(
			[
				'mode'  => $mode,
				'path'  => '/oauth2/access-tokens',
				'times' => 0,
			]
		);

		$connection = $this->valid( $this->call( 'POST', '/connection', self::WRONG ), 'connection' );

		self::assertSame( [ self::WRONG['client_id'], 'unknown' ], [ $connection['client_id'], $connection['state'] ] );
	}

	public function test_a_missing_secret_is_a_bad_request(): void {
		self::assertSame( 400, $this->call( 'POST', '/connection', [ 'client_id' => 'x' ] )->get_status() );
		self::assertSame( 400, $this->call( 'POST', '/connection', self::GOOD + [ 'more' => 1 ] )->get_status() );
	}

	public function test_lists_and_proposals_come_from_the_account(): void {
		$this->call( 'POST', '/connection', self::GOOD );

		$lists = $this->valid( $this->call( 'GET', '/sellsy?refresh=1' ), 'sellsy' );
		self::assertNull( $lists['taxes']['problem'] );
		self::assertContains( '20', array_column( $lists['taxes']['items'], 'percent' ) );
		self::assertNotSame( [], $lists['rate_categories']['items'] );
		self::assertIsInt( $this->valid( $this->call( 'GET', '/tax-proposals' ), 'tax-proposals' )['rounding_tax_id'] );
	}

	public function test_without_a_connection_each_list_says_why_it_is_empty(): void {
		$lists = $this->valid( $this->call( 'GET', '/sellsy' ), 'sellsy' );

		self::assertNull( $lists['has_v1'] );
		unset( $lists['has_v1'] );
		foreach ( $lists as $list ) {
			self::assertSame( 'not_connected', $list['problem']['code'] );
		}
	}

	public function test_one_list_that_fails_leaves_the_others(): void {
		$this->call( 'POST', '/connection', self::GOOD );
		$this->allow_sandbox()->fault(
			[
				'mode'   => '500-before',
				'method' => 'GET',
				'path'   => '/taxes',
				'times'  => 3,
			]
		);

		$lists = $this->valid( $this->call( 'GET', '/sellsy?refresh=1' ), 'sellsy' );

		self::assertSame( 'sellsy_down', $lists['taxes']['problem']['code'] );
		self::assertNull( $lists['rate_categories']['problem'] );
	}

	private function pauses(): OptionPauses {
		return new OptionPauses( new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ) );
	}

	/**
	 * @return array<string, string> everything that this plugin keeps besides its tables: secrets, lists, pauses,
	 *         settings.
	 */
	private function stored(): array {
		global $wpdb;
		$rows = (array) $wpdb->get_results(
			"SELECT option_name, option_value FROM {$wpdb->options}"
				. " WHERE option_name LIKE '%orderinvoicer%' ORDER BY option_name",
			ARRAY_A
		);
		return array_column( $rows, 'option_value', 'option_name' );
	}

	/** @return list<array{method: string, url: string, blocked: bool}> */
	private function logins(): array {
		return array_values(
			array_filter(
				HttpGuard::requests(),
				static fn ( array $request ): bool => str_contains( $request['url'], '/access-tokens' )
			)
		);
	}
}
