<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Sellsy\Auth\Credentials;
use OrderInvoicer\Sellsy\Auth\CredentialsType;
use OrderInvoicer\Sellsy\Auth\Token;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\Tests\Measures;
use OrderInvoicer\WordPress\Options\OptionSettings;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** What the plugin costs a request that is not its own. A file that is not read cannot take the shop with it. */
final class OtherRequestsTest extends CommittedTestCase {

	/** What listens to orders, and our e-mails where WooCommerce makes its own. */
	private const MOST_FILES = 20;

	/** Beside that the menu and the notice. */
	private const MOST_FILES_IN_WP_ADMIN = 55;

	/**
	 * What opens the rows of an order, and our e-mails, which WooCommerce makes with its own: 31 read the settings from
	 * their fields, 8 are e-mails and what keeps them back.
	 */
	private const MOST_FILES_OF_A_STATUS = 88;

	/** And what stands above and in the list. */
	private const MOST_FILES_ON_THE_LIST = 87;

	/**
	 * Whether the pass is planned, the orders that need a person, what stands in the way, on the orders' list the
	 * clash.
	 */
	private const MOST_QUERIES_IN_WP_ADMIN = 4;

	/** Folders of what only our own requests need. */
	private const OURS_ALONE = '#^(Admin|Cli|Health|Network|Privacy|Rest|Sellsy|Wiring)/(?!Routes\.php)#';

	#[DataProvider( 'requests' )]
	public function test_a_request_that_is_not_ours_reads_little_and_asks_nothing( string $path, string $sign ): void {
		$this->assert_light( $path, $sign );
	}

	/** @return array<string, array{string, string}> path, and what stands in the answer. */
	public static function requests(): array {
		return [
			"another plugin's route" => [ '/wp-json/wp/v2/types', '"slug":"post"' ],
			'a route that nobody has' => [ '/?rest_route=/orderinvoicer-of-others/v1/status', 'rest_no_route' ],
			'the front page'         => [ '/', '</html>' ],
		];
	}

	#[Group( 'real-woocommerce' )]
	public function test_a_shoppers_cart_reads_little_and_asks_nothing(): void {
		$this->assert_light( '/wp-json/wc/store/v1/cart', '"coupons":[]' );
	}

	public function test_the_front_page_gets_no_byte_of_ours(): void {
		$this->assert_same_without_us( '/', '</html>' );
	}

	#[Group( 'real-woocommerce' )]
	public function test_the_page_of_a_product_gets_no_byte_of_ours(): void {
		$this->assert_same_without_us( '/product/tasse-en-gres/', 'add-to-cart' );
	}

	/**
	 * WooCommerce's pages, WordPress's, another plugin's: of a shop that is connected, at work, paused for one kind of
	 * work, and has a clash noted.
	 */
	#[DataProvider( 'pages_of_wp_admin' )]
	public function test_a_page_of_wp_admin_that_is_not_ours_asks_four_things_at_most(
		string $page,
		string $sign,
		int $most_files = self::MOST_FILES_IN_WP_ADMIN,
	): void {
		$this->shop_in_full_use();
		$this->request( $page ); // What Action Scheduler and WooCommerce do once.
		$request = $this->request( $page );
		self::assertStringContainsString( $sign, $request['answer'] );
		self::assertLessThanOrEqual(
			self::MOST_QUERIES_IN_WP_ADMIN,
			count( $request['queries'] ),
			implode( "\n", $request['queries'] )
		);
		self::assertLessThanOrEqual(
			$most_files,
			count( $request['files'] ),
			implode( "\n", $request['files'] )
		);
		self::assertNotContains( 'Wiring/Engine.php', $request['files'] );
	}

	public function test_a_shop_that_was_never_set_up_reads_no_settings(): void {
		$files = $this->request( '/wp-admin/edit.php' )['files'];
		self::assertContains( 'Admin/Obstacle.php', $files );
		self::assertNotContains( 'Domain/Settings/Settings.php', $files );
	}

	/** @return array<string, array{string, string}> page, and what stands on it. */
	public static function pages_of_wp_admin(): array {
		return [
			'the posts'         => [ '/wp-admin/edit.php', 'post-new.php' ],
			'the dashboard'     => [ '/wp-admin/index.php', 'dashboard-widgets' ],
			'the plugins'       => [ '/wp-admin/plugins.php', 'orderinvoicer.php' ],
		];
	}

	#[Group( 'real-woocommerce' )]
	public function test_the_list_of_orders_asks_no_more(): void {
		$this->test_a_page_of_wp_admin_that_is_not_ours_asks_four_things_at_most(
			'/wp-admin/admin.php?page=wc-orders',
			'wc-orders',
			self::MOST_FILES_ON_THE_LIST
		);
	}

	/** Until the answer is there: what is worked after it is no matter of whoever waits. */
	#[Group( 'real-woocommerce' )]
	public function test_a_change_of_an_orders_status_reads_little(): void {
		$this->shop_in_full_use();
		$order = wc_create_order();
		$order->set_billing_email( 'client@example.com' );
		$order->set_payment_method( 'cheque' );
		$order->set_total( '12.00' );
		$order->save();
		$request = $this->request( "status:{$order->get_id()}" );
		self::assertSame( 'processing', $request['answer'] );
		self::assertLessThanOrEqual(
			self::MOST_FILES_OF_A_STATUS,
			count( $request['files'] ),
			implode( "\n", $request['files'] )
		);
		self::assertContains( 'Domain/Ledger/TaskKey.php', $request['files'], 'A row was opened.' );
	}

	/** @return array<string, array{string, string, bool}> path, what stands in the answer, whether they are used. */
	public static function pages_of_the_shop(): array {
		return [
			'the front page'  => [ '/', '</html>', false ],
			'a product'       => [ '/product/tasse-en-gres/', 'add-to-cart', false ],
			'the cart by API' => [ '/wp-json/wc/store/v1/cart', '"coupons":[]', true ],
			'the cart'        => [ '', '</html>', true ],
		];
	}

	/** WooCommerce reads a hundred files for the rules of the fields for companies. */
	#[Group( 'real-woocommerce' )]
	#[DataProvider( 'pages_of_the_shop' )]
	public function test_fields_for_companies_cost_only_where_they_are_used(
		string $path,
		string $sign,
		bool $are_used
	): void {
		update_option(
			OptionSettings::OPTION,
			[
				'checkout_numbers'     => true,
				'checkout_company_box' => true,
			]
		);
		$path    = $path === '' ? (string) wp_parse_url( wc_get_cart_url(), PHP_URL_PATH ) : $path;
		$request = $this->request( $path );
		self::assertStringContainsString( $sign, $request['answer'] );
		self::assertSame( $are_used, $request['schemas'] > 0 );
		self::assertSame( $are_used, in_array( 'WooCommerce/Checkout/CompanyFields.php', $request['files'], true ) );
	}

	private function shop_in_full_use(): void {
		$adapters = new Adapters( $GLOBALS['wpdb'] );
		$now    = new \DateTimeImmutable();
		$adapters->credential_store()->save( new Credentials( 'client', 'secret', CredentialsType::PrivateClient ) );
		$adapters->token_store()->write(
			new Token(
				client_id: 'client',
				access_token: 'access',
				refresh_token: 'refresh',
				expires_at: $now->getTimestamp() + 3600
			)
		);
		$adapters->pauses()->begin(
			new Pause(
				problem: new Problem( ProblemCode::Unauthorized ),
				since: $now,
				until: null,
				only: Effect::RecordPayment
			)
		);
		$adapters->shop_code_conflicts()->looked( $now, [], null );
		$settings = [ 'shop_code' => 'SHOP1' ] + [ 'invoice' => [ 'enabled' => true ] ];
		update_option( OptionSettings::OPTION, $settings );
	}

	public function test_our_own_routes_are_there_for_those_who_ask_for_them_or_for_the_list(): void {
		self::assertStringContainsString(
			'orderinvoicer_forbidden',
			$this->request( '/wp-json/orderinvoicer/v1/status' )['answer']
		);
		self::assertStringContainsString(
			'orderinvoicer_forbidden',
			$this->request( '/?rest_route=/OrderInvoicer/v1/Status/' )['answer']
		);
		foreach ( [ '/wp-json/', '/wp-json/orderinvoicer/v1' ] as $list ) {
			self::assertStringContainsString( '\/orderinvoicer\/v1\/tasks', $this->request( $list )['answer'] );
		}
	}

	/** What the owner's screens ask for: a controller is made when its route is called, and no question comes twice. */
	#[DataProvider( 'routes_of_our_screens' )]
	public function test_a_route_of_ours_reads_its_own_controller_and_asks_once(
		string $route,
		int $most_files,
		int $most_queries,
	): void {
		if ( $route === '/products' && $this->is_standin() ) {
			self::markTestSkipped( 'The stand-in has no table of products.' );
		}
		$this->shop_in_full_use();
		$request = $this->request( "owner:/wp-json/orderinvoicer/v1$route" );
		self::assertStringNotContainsString( '"data":{"status":', $request['answer'] );
		Measures::note( "Our own route $route: files of the plugin read", count( $request['files'] ) );
		self::assertLessThanOrEqual( $most_files, count( $request['files'] ), implode( "\n", $request['files'] ) );
		Measures::note( "Our own route $route: queries", count( $request['queries'] ) );
		self::assertLessThanOrEqual(
			$most_queries,
			count( $request['queries'] ),
			implode( "\n", $request['queries'] )
		);
	}

	/** @return array<string, array{string, int, int}> */
	public static function routes_of_our_screens(): array {
		return [
			'the overview'         => [ '/overview', 272, 26 ],
			'the settings'         => [ '/settings', 152, 0 ],
			'the log'              => [ '/tasks', 220, 7 ],
			'how things stand'     => [ '/status', 220, 9 ],
			'the history'          => [ '/history', 116, 2 ],
			'the remembered items' => [ '/products', 157, 2 ],
			'the shop'             => [ '/shop', 192, 16 ],
			'an old name'          => [ '/syncs', 220, 7 ],
		];
	}

	private function assert_same_without_us( string $path, string $sign ): void {
		$this->shop_in_full_use();
		$this->request( $path ); // What WordPress and WooCommerce do once.
		// WooCommerce numbers its fields by the clock.
		$page = static fn ( array $request ): string =>
			(string) preg_replace( '/quantity_\w+/', '', $request['answer'] );
		$with = $page( $this->request( $path ) );
		self::assertStringContainsString( $sign, $with );
		deactivate_plugins( 'orderinvoicer/orderinvoicer.php', true );
		$without = $this->request( $path );
		self::assertSame( [], $without['files'] );
		self::assertSame( $page( $without ), $with );
	}

	private function assert_light( string $path, string $sign ): void {
		$request = $this->request( $path );
		self::assertStringContainsString( $sign, $request['answer'] );
		self::assertSame( [], $request['queries'] );
		self::assertSame( [], array_values( (array) preg_grep( self::OURS_ALONE, $request['files'] ) ) );
		self::assertLessThanOrEqual( self::MOST_FILES, count( $request['files'] ), implode( "\n", $request['files'] ) );
	}

	/** @return array{files: list<string>, queries: list<string>, answer: string, schemas: int} */
	private function request( string $path ): array {
		$command = [
			PHP_BINARY,
			'-d',
			'display_errors=stderr',
			__DIR__ . '/one-request.php',
			ABSPATH,
			(string) getenv( 'ORDERINVOICER_SITE_URL' ),
			$path,
		];
		$process = proc_open( $command, [ 1 => [ 'pipe', 'w' ] ], $pipes );
		self::assertIsResource( $process );
		$printed = (string) stream_get_contents( $pipes[1] );
		proc_close( $process );
		$request = json_decode( $printed, true );
		self::assertIsArray( $request, $printed );
		return $request;
	}
}
