<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\ShopCodeProposal;
use OrderInvoicer\Persistence\FreshOptions;
use OrderInvoicer\Persistence\OptionCodeClashes;
use OrderInvoicer\Persistence\OptionSettings;
use OrderInvoicer\Persistence\OptionSite;
use OrderInvoicer\Persistence\Sql;

final class StatusControllerTest extends RestTestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->sign_in_as_admin();
	}

	private function site(): OptionSite {
		global $wpdb;
		return new OptionSite( new FreshOptions( new Sql( $wpdb ) ) );
	}

	public function test_the_status_counts_each_state(): void {
		$status = $this->valid( $this->call( 'GET', '/status' ), 'status' );

		self::assertSame( [ 'queued', 'working', 'done', 'attention', 'skipped' ], array_keys( $status['counts'] ) );
	}

	public function test_the_pass_in_the_background_is_noticed(): void {
		do_action( 'orderinvoicer_sweep' );

		self::assertEqualsWithDelta( time(), strtotime( (string) $this->valid( $this->call( 'GET', '/status' ), 'status' )['last_sweep_at'] ), 5 );
	}

	public function test_a_copy_stays_frozen_and_a_moved_shop_goes_on(): void {
		$this->site()->remember( 'shop.example.com', '' );

		$frozen = $this->valid( $this->call( 'POST', '/site', [ 'decision' => 'copy' ] ), 'status' );
		self::assertSame( 'copied_site', $frozen['pause']['code'] );
		self::assertNull( $frozen['pause']['until'] );
		self::assertStringContainsString( 'shop.example.com', $frozen['pause']['text'] );

		self::assertNull( $this->valid( $this->call( 'POST', '/site', [ 'decision' => 'moved' ] ), 'status' )['pause'] );
		self::assertSame( $this->site()->address(), $this->site()->known_address() );
	}

	public function test_a_clash_is_shown_until_it_is_settled(): void {
		global $wpdb;
		$wpdb->insert(
			$wpdb->options,
			[
				'option_name' => OptionCodeClashes::OPTION,
				'option_value' => wp_json_encode(
					[
						'account' => $this->site()->known_account(),
						'code' => ( new OptionSettings( new SettingsArray(), new ShopCodeProposal() ) )->get()->shop_code,
						'clash' => [
							'kind' => 'invoice',
							'id' => 9,
							'key' => 'SHOP-77',
							'number' => 1,
						],
					]
				),
				'autoload' => 'off',
			]
		);

		$clash = $this->valid( $this->call( 'GET', '/status' ), 'status' )['clash'];
		self::assertStringContainsString( 'SHOP-77', $clash['text'] );
		self::assertStringContainsString( 'id=9', $clash['url'] );

		self::assertNull( $this->valid( $this->call( 'POST', '/clash/settle' ), 'status' )['clash'] );
	}

	public function test_there_is_no_third_decision(): void {
		self::assertSame( 400, $this->call( 'POST', '/site', [ 'decision' => 'perhaps' ] )->get_status() );
	}
}
