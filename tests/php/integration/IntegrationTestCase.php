<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration;

use PHPUnit\Framework\TestCase;

/**
 * A test inside the real WordPress. What it writes is rolled back; a test that needs committed rows (other processes,
 * new tables) extends CommittedTestCase. Requests are blocked, see allow_sandbox().
 */
abstract class IntegrationTestCase extends TestCase {

	private const MARKER = 'orderinvoicer_test_marker';

	protected function setUp(): void {
		parent::setUp();
		HttpGuard::reset();
		wp_set_current_user( 0 );
		$this->begin();
		wp_cache_flush();
	}

	protected function tearDown(): void {
		$this->undo();
		wp_cache_flush();
		$_GET  = [];
		$_POST = [];
		// What was thrown out of a hook leaves WordPress in it.
		$GLOBALS['wp_current_filter'] = []; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- no hook runs here.
		ShopMails::after_test();
		parent::tearDown();
	}

	protected function begin(): void {
		global $wpdb;
		$wpdb->query( 'START TRANSACTION' );
		$wpdb->insert(
			$wpdb->options,
			[
				'option_name'  => self::MARKER,
				'option_value' => '1',
				'autoload'     => 'off',
			]
		);
	}

	protected function undo(): void {
		global $wpdb;
		$wpdb->query( 'ROLLBACK' );
		$left = $wpdb->get_var(
			$wpdb->prepare( "SELECT COUNT(*) FROM {$wpdb->options} WHERE option_name = %s", self::MARKER )
		);
		if ( $left !== '0' ) {
			self::restore_database();
			self::fail( 'Something in this test committed; extend CommittedTestCase instead.' );
		}
	}

	final protected static function restore_database(): void {
		Snapshot::put_back();
	}

	/** Lets requests to the Sellsy sandbox pass, and empties it. */
	final protected function allow_sandbox(): Sandbox {
		$sandbox = new Sandbox( (string) getenv( 'ORDERINVOICER_SANDBOX_URL' ) );
		HttpGuard::allow( $sandbox->url );
		$sandbox->reset();
		return $sandbox;
	}

	final protected function is_standin(): bool {
		return getenv( 'ORDERINVOICER_WOOCOMMERCE_KIND' ) === 'standin';
	}

	/** Signs the shop's administrator in. */
	final protected function sign_in_as_admin(): void {
		$user = get_user_by( 'login', 'admin' );
		self::assertNotFalse( $user );
		wp_set_current_user( $user->ID );
	}
}
