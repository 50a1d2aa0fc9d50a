<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

use OrderInvoicer\Admin\OpenSetup;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\Options\OptionSettings;

// phpcs:disable WordPress.Security.NonceVerification.Recommended -- The requests are the tests' own.

/** Whoever has just activated the plugin is led to its set-up: once, and only where that is wanted. */
final class OpenSetupTest extends IntegrationTestCase {

	private string $sent_to = '';

	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		$this->sign_in_as_admin();
		set_current_screen( 'plugins' );
		delete_option( OptionSettings::OPTION );
		$_GET['activate'] = 'true';
		// Instead of the end of the request.
		add_filter( 'wp_redirect', [ $this, 'keep' ] );
	}

	protected function tearDown(): void {
		remove_filter( 'wp_redirect', [ $this, 'keep' ] );
		unset( $_GET['activate'], $_GET['activate-multi'], $_REQUEST['action'] );
		set_current_screen( 'front' );
		parent::tearDown();
	}

	/** @return never */
	public function keep( string $location ): string {
		$this->sent_to = $location;
		throw new \LogicException( 'The request would end here.' );
	}

	private function activate( bool $network_wide = false ): void {
		do_action( 'activate_orderinvoicer/orderinvoicer.php', $network_wide );
	}

	private function look_at_plugins(): string {
		$this->sent_to = '';
		try {
			( new OpenSetup() )->handle_plugins();
		} catch ( \LogicException ) {
			return $this->sent_to;
		}
		return $this->sent_to;
	}

	public function test_the_set_up_opens_once(): void {
		$this->activate();
		self::assertStringEndsWith( 'admin.php?page=orderinvoicer#/setup', $this->look_at_plugins() );
		self::assertSame( '', $this->look_at_plugins() );
	}

	public function test_the_request_that_activates_ends_by_itself(): void {
		$this->activate();
		$_REQUEST['action'] = 'activate';
		self::assertSame( '', $this->look_at_plugins() );
		unset( $_REQUEST['action'] );
		self::assertNotSame( '', $this->look_at_plugins() );
	}

	public function test_a_later_look_at_the_list_leads_nowhere(): void {
		$this->activate();
		unset( $_GET['activate'] );
		self::assertSame( '', $this->look_at_plugins() );
	}

	public function test_several_plugins_at_once_open_nothing_then_or_later(): void {
		$this->activate();
		$_GET['activate-multi'] = 'true';
		self::assertSame( '', $this->look_at_plugins() );
		unset( $_GET['activate-multi'] );
		self::assertSame( '', $this->look_at_plugins() );
	}

	public function test_a_network_opens_nothing(): void {
		$this->activate( true );
		self::assertSame( '', $this->look_at_plugins() );
	}

	public function test_a_shop_that_had_the_plugin_before_is_left_where_it_is(): void {
		update_option( OptionSettings::OPTION, [] );
		$this->activate();
		self::assertSame( '', $this->look_at_plugins() );
	}

	public function test_without_wp_admin_nobody_is_led_anywhere(): void {
		set_current_screen( 'front' ); // As WP-CLI activates.
		$this->activate();
		self::assertSame( '', $this->look_at_plugins() );
	}

	public function test_who_may_not_set_it_up_is_not_led_there(): void {
		$this->activate();
		wp_set_current_user( 0 );
		self::assertSame( '', $this->look_at_plugins() );
	}
}
