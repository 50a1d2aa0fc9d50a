<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\Admin\Help;
use OrderInvoicer\Admin\Notices;
use OrderInvoicer\Admin\Obstacle;
use OrderInvoicer\Admin\PreloadedAnswers;
use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Domain\Pauses\Pauses;
use OrderInvoicer\Sellsy\Auth\Credentials;
use OrderInvoicer\Sellsy\Auth\CredentialsType;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\WordPress\Counts\ProblemGroups;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Options\OptionPauses;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\Wording\HelpTopic;

final class AdminPageTest extends IntegrationTestCase {

	private string $build;

	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		$this->sign_in_as_admin();
		set_current_screen( 'dashboard' );
		$this->build = sys_get_temp_dir() . '/orderinvoicer-build-' . getmypid();
		mkdir( "$this->build/build", 0777, true );
	}

	protected function tearDown(): void {
		array_map( 'unlink', (array) glob( "$this->build/build/*" ) );
		rmdir( "$this->build/build" );
		rmdir( $this->build );
		wp_deregister_script( 'orderinvoicer-admin' );
		set_current_screen( 'front' );
		parent::tearDown();
	}

	private function page( bool $is_built ): AdminPage {
		if ( $is_built ) {
			file_put_contents(
				"$this->build/build/index.asset.php",
				"<?php return [ 'dependencies' => [ 'wp-api-fetch' ], 'version' => 'v1' ];"
			);
		}
		$page = new AdminPage(
			file: "$this->build/orderinvoicer.php",
			problem_groups: fn () => new ProblemGroups( new Sql( $GLOBALS['wpdb'] ) ),
			preloaded_answers: fn () => new PreloadedAnswers( fn (): Account => $this->account( [] ) ),
			help: fn () => new Help( "$this->build/orderinvoicer.php" ),
			obstacle: $this->obstacle( ... )
		);
		$page->handle_admin_menu();
		return $page;
	}

	private function obstacle(): Obstacle {
		$adapters = new Adapters( $GLOBALS['wpdb'] );
		return new Obstacle(
			$adapters->pauses(),
			$adapters->credential_store(),
			$adapters->missing_access(),
			$adapters->kept_values()
		);
	}

	private function shown( callable $print ): string {
		ob_start();
		$print();
		return (string) ob_get_clean();
	}

	private function pauses(): Pauses {
		global $wpdb;
		return new OptionPauses( new FreshOptions( new Sql( $wpdb ) ) );
	}

	public function test_the_page_loads_its_app_with_the_first_answers(): void {
		$page = $this->page( true );

		$page->handle_admin_enqueue_scripts( get_plugin_page_hookname( AdminPage::SLUG, 'woocommerce' ) );

		self::assertSame( 'v1', wp_scripts()->registered['orderinvoicer-admin']->ver );
		$preloaded = implode( wp_scripts()->get_data( 'wp-api-fetch', 'after' ) );
		foreach ( [ 'settings', 'connection', 'status', 'overview', 'shop', 'shipped-signs' ] as $route ) {
			self::assertStringContainsString( "\"/orderinvoicer/v1/$route\":{\"body\":", $preloaded );
		}
		foreach ( [ 'backfill', 'tasks?page=1&per_page=20', 'diagnostics' ] as $route ) {
			self::assertStringContainsString(
				"[\"/orderinvoicer/v1/$route\"",
				$preloaded,
				'Asked for by the browser, where its tab is open.'
			);
			self::assertStringNotContainsString( "\"/orderinvoicer/v1/$route\":{", $preloaded );
		}
		foreach ( [ 'history', 'tasks' ] as $tab ) {
			$early = "\"$tab\":[\"/orderinvoicer/v1/history?page=1&per_page=20\"";
			self::assertStringContainsString( $early, $preloaded, 'By its former address too.' );
		}
		self::assertStringNotContainsString(
			'/orderinvoicer/v1/sellsy"',
			$preloaded,
			'Sellsy would have to be asked.'
		);
		self::assertStringContainsString( 'id="orderinvoicer-app"', $this->shown( [ $page, 'render' ] ) );
	}

	public function test_wordpress_has_a_help_tab_for_each_tab_of_the_page(): void {
		$page = $this->page( true );
		set_current_screen( get_plugin_page_hookname( AdminPage::SLUG, 'woocommerce' ) );

		do_action( 'load-' . get_plugin_page_hookname( AdminPage::SLUG, 'woocommerce' ) );

		self::assertSame(
			array_map( static fn ( HelpTopic $topic ): string => "orderinvoicer-$topic->value", HelpTopic::of_app() ),
			array_keys( get_current_screen()?->get_help_tabs() ?? [] )
		);
	}

	public function test_what_the_account_has_comes_with_the_page_while_it_is_kept(): void {
		self::assertSame( [ 'tax-proposals' ], $this->preloaded( [ 'taxes' ] ) );
		self::assertSame(
			[ 'sellsy', 'tax-proposals' ],
			$this->preloaded( [ 'taxes', 'rate_categories', 'staffs', 'models', 'payment_terms', 'v1' ] )
		);
	}

	public function test_an_answer_that_fails_does_not_take_the_page_with_it(): void {
		$broken = static fn ( mixed $result, mixed $server, \WP_REST_Request $request ): mixed =>
			$request->get_route() === '/orderinvoicer/v1/shop'
				? throw new \TypeError( 'Another plugin broke it.' )
				: $result;
		add_filter( 'rest_pre_dispatch', $broken, 10, 3 );
		$script = ( new PreloadedAnswers( fn (): Account => $this->account( [] ) ) )->script();
		remove_filter( 'rest_pre_dispatch', $broken );

		self::assertStringNotContainsString( '"/orderinvoicer/v1/shop"', $script );
		self::assertStringContainsString( '"/orderinvoicer/v1/overview":{"body":', $script );
	}

	/**
	 * @param list<string> $kept lists of the account.
	 * @return list<string> those routes that are asked for early and would ask Sellsy otherwise.
	 */
	private function preloaded( array $kept ): array {
		$script = ( new PreloadedAnswers( fn (): Account => $this->account( $kept ) ) )->script();
		return array_values(
			array_filter(
				[ 'sellsy', 'tax-proposals' ],
				static fn ( string $route ): bool => str_contains( $script, "\"/orderinvoicer/v1/$route\"" )
			)
		);
	}

	/** @param list<string> $kept */
	private function account( array $kept ): Account {
		$account = $this->createStub( Account::class );
		$account->method( 'kept_lists' )->willReturn( $kept );
		return $account;
	}

	public function test_the_menu_counts_orders_that_need_somebody(): void {
		global $wpdb, $submenu;
		self::assertStringContainsString( 'count-0', $this->page( true )->bubble(), 'WordPress hides it.' );
		wp_cache_flush();
		foreach ( [ 'create_invoice', 'record_payment' ] as $effect ) {
			$wpdb->insert(
				$wpdb->prefix . 'orderinvoicer_sync',
				[
					'order_id'      => 900001,
					'effect'        => $effect,
					'state'         => 'attention',
					'due_at'        => '2026-11-24 10:00:00',
					'created_at'    => '2026-11-24 10:00:00',
					'updated_at'    => '2026-11-24 10:00:00',
					'error_message' => '',
				]
			);
		}

		unset( $submenu['woocommerce'] );
		$this->page( true );

		[ $entry ] = array_values( $submenu['woocommerce'] );
		self::assertStringContainsString( 'count-1', $entry[0], 'One order, whatever it stopped for.' );
		self::assertStringContainsString( '1 order needs you.', $entry[0] );
		self::assertSame( 'Order Invoicer', $entry[3], 'The title of the page bears no number.' );
	}

	public function test_other_screens_load_nothing(): void {
		$this->page( true )->handle_admin_enqueue_scripts( 'index.php' );

		self::assertArrayNotHasKey( 'orderinvoicer-admin', wp_scripts()->registered );
	}

	public function test_a_missing_build_is_said_aloud(): void {
		self::assertStringContainsString( 'npm run build', $this->shown( [ $this->page( false ), 'render' ] ) );
	}

	public function test_the_list_of_plugins_links_to_the_set_up_and_afterwards_to_the_settings(): void {
		$links = $this->page( true )->handle_plugin_action_links( [ 'deactivate' => '<a>Deactivate</a>' ] );
		self::assertStringContainsString( 'page=orderinvoicer#/setup">Set up</a>', $links[0] );
		self::assertArrayHasKey( 'deactivate', $links );

		update_option( 'orderinvoicer_settings', [ 'invoice' => [ 'enabled' => true ] ] );

		$links = $this->page( true )->handle_plugin_action_links( [] );
		self::assertStringContainsString( 'page=orderinvoicer">Settings</a>', $links[0] );
	}

	public function test_an_access_that_can_no_longer_be_read_is_said(): void {
		update_option( 'orderinvoicer_secret_credentials', 'made with other keys' );

		self::assertStringContainsString(
			'can no longer be read',
			$this->shown( [ ( new AdminObjects() )->get( Notices::class ), 'handle_admin_notices' ] )
		);
	}

	public function test_invoices_without_an_access_are_said(): void {
		self::assertSame(
			'',
			$this->shown( [ ( new AdminObjects() )->get( Notices::class ), 'handle_admin_notices' ] )
		);

		update_option( 'orderinvoicer_settings', [ 'invoice' => [ 'enabled' => true ] ] );

		$notice = $this->shown( [ ( new AdminObjects() )->get( Notices::class ), 'handle_admin_notices' ] );
		self::assertStringContainsString( 'not connected', $notice );
		self::assertStringContainsString( 'page=orderinvoicer#/setup"', $notice );
	}

	public function test_a_new_shop_is_shown_the_way_in_the_list_of_plugins_alone(): void {
		set_current_screen( 'plugins' );
		$notices = ( new AdminObjects() )->get( Notices::class );

		$notice = $this->shown( [ $notices, 'handle_admin_notices' ] );
		self::assertStringContainsString( 'notice-info', $notice );
		self::assertStringContainsString( 'page=orderinvoicer#/setup"', $notice );

		set_current_screen( 'dashboard' );
		self::assertSame( '', $this->shown( [ $notices, 'handle_admin_notices' ] ) );
	}

	public function test_a_shop_with_keys_is_not_invited_again(): void {
		global $wpdb;
		( new Adapters( $wpdb ) )
			->credential_store()
			->save( new Credentials( 'client', 'secret', CredentialsType::Personal ) );
		set_current_screen( 'plugins' );

		self::assertSame(
			'',
			$this->shown( [ ( new AdminObjects() )->get( Notices::class ), 'handle_admin_notices' ] )
		);
	}

	/** @return array<string, array{Problem, bool}> */
	public static function pauses_and_notices(): array {
		return [
			'revoked access'        => [ new Problem( ProblemCode::Unauthorized ), true ],
			'an unexplained copy'   => [ new Problem( ProblemCode::CopiedSite, [ 'known' => '<b>shop</b>' ] ), true ],
			'a copy, by its owner'  => [ new Problem( ProblemCode::CopiedSite, [ 'decision' => 'copy' ] ), false ],
			'what ends by itself'   => [ new Problem( ProblemCode::RateLimited ), false ],
		];
	}

	/** @dataProvider pauses_and_notices */
	public function test_one_notice_where_a_person_must_act( Problem $problem, bool $is_shown ): void {
		$this->pauses()->begin( new Pause( $problem, new \DateTimeImmutable(), null ) );

		$notice = $this->shown( [ ( new AdminObjects() )->get( Notices::class ), 'handle_admin_notices' ] );

		self::assertSame( $is_shown ? 1 : 0, substr_count( $notice, 'notice-error' ) );
		self::assertStringNotContainsString( '<b>', $notice );
	}
}
