<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use OrderInvoicer\Domain\Account\ShopCodeConflict;
use OrderInvoicer\Domain\Account\ShopCodeConflicts;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Work\DraftLooks;
use OrderInvoicer\Domain\Work\ListLook;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Options\OptionSettings;
use OrderInvoicer\WordPress\Options\OptionSite;
use OrderInvoicer\WordPress\Tables\Sql;

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

		self::assertEqualsWithDelta(
			time(),
			strtotime( (string) $this->valid( $this->call( 'GET', '/status' ), 'status' )['last_sweep_at'] ),
			5
		);
	}

	public function test_it_says_when_all_open_drafts_had_been_looked_at(): void {
		$looks = new DraftLooks( new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ) );
		$seen  = fn (): ?string => $this->valid( $this->call( 'GET', '/status' ), 'status' )['drafts_seen_at'];
		$begun = static fn ( string $at ): ListLook => ( new ListLook() )->begun( new \DateTimeImmutable( $at ) );
		$looks->keep_look( DocumentKind::Invoice, $begun( '2026-03-02T10:00:00Z' )->ended() );
		self::assertNull( $seen(), 'No draft credit note has been looked at.' );

		$looks->keep_look( DocumentKind::CreditNote, $begun( '2026-03-02T09:30:00Z' )->ended() );
		self::assertSame( '2026-03-02T09:30:00+00:00', $seen() );
	}

	public function test_a_copy_stays_frozen_and_a_moved_shop_goes_on(): void {
		$this->site()->remember( 'shop.example.com', '', new \DateTimeImmutable() );

		$frozen = $this->valid( $this->call( 'POST', '/site', [ 'decision' => 'copy' ] ), 'status' );
		self::assertSame( 'copied_site', $frozen['pause']['code'] );
		self::assertNull( $frozen['pause']['until'] );
		self::assertStringContainsString( 'shop.example.com', $frozen['pause']['text'] );

		self::assertNull(
			$this->valid( $this->call( 'POST', '/site', [ 'decision' => 'moved' ] ), 'status' )['pause']
		);
		self::assertSame( $this->site()->address(), $this->site()->known_address() );
	}

	private function settings(): OptionSettings {
		return new OptionSettings( new SettingsArray() );
	}

	private function clashes(): ShopCodeConflicts {
		global $wpdb;
		return new ShopCodeConflicts( new FreshOptions( new Sql( $wpdb ) ), $this->site(), $this->settings() );
	}

	private function another_shop_was_seen(): void {
		$code = $this->settings()->get()->shop_code;
		$this->clashes()->looked(
			new \DateTimeImmutable( '2026-11-24' ),
			[ new ShopCodeConflict( code: $code, kind: DocumentKind::Invoice, id: 9, key: "$code-77", number: 1 ) ],
			null
		);
	}

	private function change_code( string $code ): void {
		$this->settings()
			->save( ( new SettingsArray() )->merged( $this->settings()->get(), [ 'shop_code' => $code ] ) );
	}

	public function test_a_clash_is_shown_until_it_is_settled(): void {
		$this->another_shop_was_seen();

		$clash = $this->valid( $this->call( 'GET', '/status' ), 'status' )['clash'];
		self::assertStringContainsString( '-77', $clash['text'] );
		self::assertStringContainsString( 'id=9', $clash['url'] );
		self::assertSame( $clash, $this->valid( $this->call( 'GET', '/overview' ), 'overview' )['status']['clash'] );

		self::assertNull( $this->valid( $this->call( 'POST', '/clash/settle' ), 'status' )['clash'] );
		self::assertSame(
			9,
			$this->clashes()->settled_up_to( $this->settings()->get()->shop_code, DocumentKind::Invoice )
		);
	}

	public function test_a_clash_of_the_former_code_is_shown_while_an_order_stopped_for_it_and_can_be_settled(): void {
		global $wpdb;
		$this->another_shop_was_seen();
		$former = $this->settings()->get()->shop_code;
		$this->change_code( '2026' ); // Digits alone become numbers as keys of an array.
		self::assertNull( $this->clashes()->looked_at() );
		$this->clashes()->looked( new \DateTimeImmutable( '2026-11-25' ), $this->clashes()->unsettled(), null );
		self::assertSame( '2026-11-25', $this->clashes()->looked_at()?->format( 'Y-m-d' ) );
		self::assertSame( [ $former ], array_column( $this->clashes()->unsettled(), 'code' ) );
		self::assertNull(
			$this->valid( $this->call( 'GET', '/status' ), 'status' )['clash'],
			'It is nobody\'s business any more.'
		);

		$wpdb->insert(
			"{$wpdb->prefix}orderinvoicer_sync",
			[
				'order_id'      => 1,
				'effect'        => 'create_invoice',
				'state'         => 'attention',
				'error_code'    => 'code_clash',
				'error_message' => '',
				'due_at'        => '2026-11-25 10:00:00',
				'created_at'    => '2026-11-25 10:00:00',
				'updated_at'    => '2026-11-25 10:00:00',
			]
		);
		self::assertStringContainsString(
			"$former-77",
			$this->valid( $this->call( 'GET', '/status' ), 'status' )['clash']['text']
		);

		self::assertNull( $this->valid( $this->call( 'POST', '/clash/settle' ), 'status' )['clash'] );
		self::assertSame( 'queued', $wpdb->get_var( "SELECT state FROM {$wpdb->prefix}orderinvoicer_sync" ) );
	}

	public function test_there_is_no_third_decision(): void {
		self::assertSame( 400, $this->call( 'POST', '/site', [ 'decision' => 'perhaps' ] )->get_status() );
	}

	public function test_whether_the_site_can_call_itself_is_tried_at_once(): void {
		self::assertSame( 'unknown', $this->valid( $this->call( 'GET', '/status' ), 'status' )['loopback'] );

		self::assertSame(
			'blocked',
			$this->valid( $this->call( 'POST', '/loopback' ), 'status' )['loopback'],
			'The suite blocks every request.'
		);

		$answer = static fn (): array => [
			'response' => [ 'code' => 200 ],
			'body'     => '',
			'headers'  => [],
			'cookies'  => [],
		];
		add_filter( 'pre_http_request', $answer, 1 );
		$status = $this->valid( $this->call( 'POST', '/loopback' ), 'status' );
		remove_filter( 'pre_http_request', $answer, 1 );

		self::assertSame( 'works', $status['loopback'] );
		self::assertSame( 'works', $this->valid( $this->call( 'GET', '/status' ), 'status' )['loopback'] );
	}
}
