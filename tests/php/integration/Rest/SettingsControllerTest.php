<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use OrderInvoicer\Tests\Fixture;

final class SettingsControllerTest extends RestTestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->sign_in_as_admin();
		delete_option( 'orderinvoicer_settings' );
	}

	public function test_nothing_is_on_before_the_owner_says_so(): void {
		$settings = $this->valid( $this->call( 'GET', '/settings' ), 'settings' );

		self::assertFalse( $settings['invoice']['enabled'] );
		self::assertSame( 'manual', $settings['invoice']['finalise'] );
		self::assertSame( [], $settings['tax_rates'] );
	}

	public function test_the_shop_code_is_proposed_from_the_shops_address(): void {
		$home = static fn (): string => 'https://www.acme-sarl.fr:8443/lyon/';
		add_filter( 'home_url', $home );
		try {
			$proposed = $this->valid( $this->call( 'GET', '/shop' ), 'shop' )['proposed_shop_code'];
			self::assertMatchesRegularExpression( '/^ACMLY[0-9A-Z]{3}$/', $proposed );
			self::assertSame(
				$proposed,
				$this->valid( $this->call( 'GET', '/settings' ), 'settings' )['shop_code']
			);
		} finally {
			remove_filter( 'home_url', $home );
		}
	}

	public function test_behind_a_bare_number_the_shops_name_proposes_its_code(): void {
		update_option( 'blogname', 'L&#039;Été' );
		self::assertMatchesRegularExpression(
			'/^LETE[0-9A-Z]{3}$/',
			$this->valid( $this->call( 'GET', '/shop' ), 'shop' )['proposed_shop_code']
		);
	}

	public function test_a_part_can_be_changed_and_stays_changed(): void {
		$change = [
			'invoice'   => [ 'trigger' => 'status:shipped' ],
			'tax_rates' => [
				[
					'rate_id' => 4,
					'tax_id'  => 40,
				],
			],
		];

		$this->valid( $this->call( 'POST', '/settings', $change ), 'settings' );
		$settings = $this->valid( $this->call( 'GET', '/settings' ), 'settings' );

		self::assertSame( 'status:shipped', $settings['invoice']['trigger'] );
		self::assertSame( $change['tax_rates'], $settings['tax_rates'] );
		self::assertTrue( $settings['items']['create'] );
	}

	public function test_with_nothing_as_by_default_each_part_is_saved_and_put_elsewhere_unchanged(): void {
		$all = Fixture::read( 'settings/valid/nothing-as-by-default.json' );
		$this->valid( $this->call( 'POST', '/settings', $all ), 'settings' );
		$stored = $this->exported();
		$sent   = (string) preg_replace( '/,"since":null/', '', (string) wp_json_encode( $all ) );
		self::assertEquals( json_decode( $sent, true ), json_decode( $stored, true ) );

		// Each page saves its own part.
		foreach ( $all as $name => $part ) {
			$this->valid( $this->call( 'POST', '/settings', [ $name => $part ] ), 'settings' );
			self::assertSame( $stored, $this->exported(), $name );
		}

		delete_option( 'orderinvoicer_settings' );
		self::assertNotSame( $stored, $this->exported() );
		$this->valid( $this->call( 'POST', '/settings', (array) json_decode( $stored, true ) ), 'settings' );
		self::assertSame( $stored, $this->exported() );
	}

	/** But for the moments at which something was switched on: they are this shop's own. */
	private function exported(): string {
		$json = (string) wp_json_encode( $this->valid( $this->call( 'GET', '/settings' ), 'settings' ) );
		return (string) preg_replace( '/,"since":(null|\d+)/', '', $json );
	}

	/** @return array<string, array{array<string, mixed>}> */
	public static function wrong(): array {
		return [
			'an unknown key'            => [ [ 'invoices' => [] ] ],
			'an unknown key further in' => [ [ 'invoice' => [ 'activated' => true ] ] ],
			'a shop code too long'      => [ [ 'shop_code' => 'ABCDEFGHI' ] ],
			'an unknown trigger'        => [ [ 'invoice' => [ 'trigger' => 'sometimes' ] ] ],
			'a date of another form'    => [ [ 'invoice' => [ 'start_date' => '24/11/2026' ] ] ],
			'a pair without tax'        => [ [ 'tax_rates' => [ [ 'rate_id' => 1 ] ] ] ],
			'a cap below nothing'       => [ [ 'rounding_cap' => -1 ] ],
		];
	}

	/**
	 * @dataProvider wrong
	 * @param array<string, mixed> $change
	 */
	public function test_what_is_wrong_is_refused_and_changes_nothing( array $change ): void {
		$before = $this->call( 'GET', '/settings' )->get_data();

		self::assertSame( 400, $this->call( 'POST', '/settings', $change )->get_status() );
		self::assertSame( $before, $this->call( 'GET', '/settings' )->get_data() );
	}

	public function test_a_start_date_that_is_no_day_is_named(): void {
		$before = $this->call( 'GET', '/settings' )->get_data();
		$answer = $this->call( 'POST', '/settings', [ 'invoice' => [ 'start_date' => '2026-99-99' ] ] );

		$this->assert_refused( 400, 'orderinvoicer_no_such_day', $answer );
		self::assertStringContainsString( '2026-99-99', $answer->get_data()['message'] );
		self::assertSame( $before, $this->call( 'GET', '/settings' )->get_data() );
	}

	public function test_the_shop_code_is_free_until_the_first_order_and_fixed_afterwards(): void {
		self::assertSame(
			'ACME',
			$this->call( 'POST', '/settings', [ 'shop_code' => 'ACME' ] )->get_data()['shop_code']
		);
		self::assertFalse( $this->call( 'GET', '/shop' )->get_data()['shop_code_fixed'] );

		$order = wc_create_order();
		$this->valid( $this->call( 'POST', "/orders/{$order->get_id()}/sync" ), 'task' );

		$this->assert_refused(
			400,
			'orderinvoicer_shop_code_fixed',
			$this->call( 'POST', '/settings', [ 'shop_code' => 'OTHER' ] )
		);
		self::assertSame( 200, $this->call( 'POST', '/settings', [ 'shop_code' => 'ACME' ] )->get_status() );
		self::assertTrue( $this->call( 'GET', '/shop' )->get_data()['shop_code_fixed'] );
	}
}
