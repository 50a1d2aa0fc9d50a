<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

final class ConnectionControllerTest extends RestTestCase {

	private const GOOD = [
		'client_id'     => 'sandbox-client',
		'client_secret' => 'sandbox-secret',
	];

	protected function setUp(): void {
		parent::setUp();
		$this->sign_in_as_admin();
		$this->allow_sandbox();
		$this->call( 'DELETE', '/connection' );
	}

	public function test_nothing_is_configured_at_first(): void {
		$connection = $this->valid( $this->call( 'GET', '/connection' ), 'connection' );

		self::assertSame( 'unconfigured', $connection['state'] );
		self::assertFalse( $connection['secret']['is_set'] );
		self::assertSame( 'not_connected', $this->valid( $this->call( 'POST', '/connection/test' ), 'connection-report' )['problem']['code'] );
	}

	public function test_a_good_client_is_connected_and_the_day_becomes_the_start_date(): void {
		delete_option( 'orderinvoicer_settings' );

		$connection = $this->valid( $this->call( 'POST', '/connection', self::GOOD ), 'connection' );

		self::assertSame( 'connected', $connection['state'] );
		self::assertNotSame( '', $connection['staff']['name'] );
		self::assertSame( wp_date( 'Y-m-d' ), $this->call( 'GET', '/settings' )->get_data()['invoice']['start_date'] );
	}

	public function test_the_secret_is_written_only(): void {
		$saved = $this->call( 'POST', '/connection', self::GOOD );

		self::assertTrue( $saved->get_data()['secret']['is_set'] );
		foreach ( [ $saved, $this->call( 'GET', '/connection' ), $this->call( 'POST', '/connection/test' ), $this->call( 'GET', '/settings' ) ] as $response ) {
			self::assertStringNotContainsString( self::GOOD['client_secret'], (string) wp_json_encode( $response->get_data() ) );
		}
	}

	public function test_a_wrong_secret_is_refused_in_words(): void {
		$connection = $this->valid( $this->call( 'POST', '/connection', [ 'client_secret' => 'wrong' ] + self::GOOD ), 'connection' );

		self::assertSame( 'refused', $connection['state'] );
		self::assertSame( 'unauthorized', $connection['problem']['code'] );
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

		self::assertSame( 'outcome_unknown', $lists['taxes']['problem']['code'] );
		self::assertNull( $lists['rate_categories']['problem'] );
	}
}
