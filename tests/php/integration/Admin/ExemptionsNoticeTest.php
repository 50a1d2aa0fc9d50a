<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

use OrderInvoicer\Admin\ExemptionsNotice;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Taxes\EarlierExemptions;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Wiring\Adapters;

/** Chosen exemptions that an update no longer accepts are told on the pages where an owner comes by. */
final class ExemptionsNoticeTest extends IntegrationTestCase {

	public function test_it_names_them_until_it_was_read(): void {
		global $wpdb;
		$earlier = new EarlierExemptions( ( new Adapters( $wpdb ) )->kept_values() );
		self::assertSame( EarlierExemptions::OPTION, ExemptionsNotice::OPTION );
		self::assertFalse( $earlier->are_looked_at() );
		self::assertSame( '', $this->notice( $earlier ) );

		$earlier->keep_unfit( [ ExemptSituation::EuConsumer ] );
		self::assertSame( '', $this->notice( $earlier ), 'Not for everybody.' );
		$this->sign_in_as_admin();
		self::assertStringContainsString( 'another EU country, without a VAT number', $this->notice( $earlier ) );
		self::assertStringContainsString( ExemptionsNotice::PUT_AWAY, $this->notice( $earlier ) );
		self::assertSame( '', $this->notice( $earlier, 'edit-post' ) );

		$this->put_away( $earlier );
		self::assertTrue( $earlier->are_looked_at() );
		self::assertSame( '', $this->notice( $earlier ) );
	}

	private static function shown( EarlierExemptions $earlier ): ExemptionsNotice {
		global $wpdb;
		return new ExemptionsNotice( ( new Adapters( $wpdb ) )->kept_values(), static fn () => $earlier );
	}

	private function put_away( EarlierExemptions $earlier ): void {
		$_REQUEST = [ '_wpnonce' => wp_create_nonce( ExemptionsNotice::PUT_AWAY ) ];
		$stay     = static fn (): string => '';
		add_filter( 'wp_redirect', $stay );
		self::shown( $earlier )->handle_put_away();
		remove_filter( 'wp_redirect', $stay );
		$_REQUEST = [];
	}

	private function notice( EarlierExemptions $earlier, string $screen = 'dashboard' ): string {
		require_once ABSPATH . 'wp-admin/includes/class-wp-screen.php';
		require_once ABSPATH . 'wp-admin/includes/screen.php';
		set_current_screen( $screen );
		ob_start();
		self::shown( $earlier )->handle_admin_notices();
		set_current_screen( 'front' );
		return (string) ob_get_clean();
	}
}
