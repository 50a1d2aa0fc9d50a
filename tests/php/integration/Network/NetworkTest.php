<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Network;

use OrderInvoicer\Tests\Integration\CommittedTestCase;
use PHPUnit\Framework\Attributes\Group;

/** WordPress as a network, in a process of its own: the constants that make it one cannot be taken back. */
final class NetworkTest extends CommittedTestCase {

	/** @var array<string, mixed>|null */
	private static ?array $told = null;

	protected function setUp(): void {
		parent::setUp();
		self::$told ??= $this->on_a_network();
	}

	/** The other process wrote, and only once. */
	protected function undo(): void {
	}

	/** Tables of the network are in no dump. */
	public static function tearDownAfterClass(): void {
		global $wpdb;
		self::restore_database();
		foreach ( $wpdb->get_col( "SHOW TABLES LIKE '{$wpdb->prefix}%'" ) as $table ) {
			if ( preg_match(
				'/^' . $wpdb->prefix . '(\d+_|blogs$|blogmeta$|site$|sitemeta$|registration_log$|signups$)/',
				(string) $table
			) === 1 ) {
				// phpcs:ignore WordPress.DB -- Prepared; the sniffs do not know %i.
				$wpdb->query( $wpdb->prepare( 'DROP TABLE %i', $table ) );
			}
		}
		parent::tearDownAfterClass();
	}

	/** @return array<string, mixed> */
	private function on_a_network(): array {
		$this->wp( 'core multisite-convert --skip-config' );
		$constants = [
			'MULTISITE'            => true,
			'SUBDOMAIN_INSTALL'    => false,
			'DOMAIN_CURRENT_SITE'  => (string) preg_replace( '#^https?://#', '', home_url() ),
			'PATH_CURRENT_SITE'    => '/',
			'SITE_ID_CURRENT_SITE' => 1,
			'BLOG_ID_CURRENT_SITE' => 1,
		];
		$defines   = '';
		foreach ( $constants as $name => $value ) {
			$defines .= "define( '$name', " . var_export( $value, true ) . ' );';
		}
		$lines = explode(
			"\n",
			trim(
				$this->wp(
					sprintf(
						'--exec=%s --url=%s eval %s',
						escapeshellarg( $defines ),
						escapeshellarg( home_url( '/' ) ),
						escapeshellarg( "require '" . __DIR__ . "/on-a-network.php';" )
					)
				)
			)
		);
		return (array) json_decode( (string) end( $lines ), true, 64, JSON_THROW_ON_ERROR );
	}

	private function wp( string $command ): string {
		exec(
			sprintf(
				'php -d memory_limit=512M %s --allow-root --path=%s %s 2>&1',
				escapeshellarg( (string) getenv( 'ORDERINVOICER_WP_CLI' ) ),
				escapeshellarg( (string) getenv( 'ORDERINVOICER_SITE_DIR' ) ),
				$command
			),
			$output,
			$code
		);
		self::assertSame( 0, $code, implode( "\n", $output ) );
		return implode( "\n", $output );
	}

	/** @return array<int, list<string>> cells by site id. */
	private function rows( string $page ): array {
		$dom = new \DOMDocument();
		$dom->loadHTML( '<?xml encoding="utf-8"?>' . self::$told[ $page ]['html'] );
		$xpath = new \DOMXPath( $dom );
		$rows  = [];
		foreach ( $xpath->query( '//tr[@data-site]' ) as $row ) {
			$cells = [];
			$count = (int) $xpath->evaluate( 'count(*)', $row );
			for ( $i = 1; $i <= $count; $i++ ) {
				$cells[] = trim( $xpath->evaluate( "string(*[$i])", $row ) );
			}
			$rows[ (int) $row->getAttribute( 'data-site' ) ] = $cells;
		}
		return $rows;
	}

	public function test_where_the_plugin_is_active_nowhere_the_page_says_so(): void {
		self::assertStringContainsString( 'not active on any site', self::$told['empty']['html'] );
		self::assertStringNotContainsString( '<table', self::$told['empty']['html'] );
	}

	public function test_activation_for_the_network_lists_sites_that_are_there_and_that_come(): void {
		self::assertSame( self::$told['sites'], self::$told['listed'] );
		self::assertSame( [], self::$told['missing'] );
		self::assertSame( self::$told['sites'], array_keys( $this->rows( 'fresh' ) ) );
		self::assertSame( [ 'never', '0', '0' ], array_slice( $this->rows( 'fresh' )[ self::$told['sites'][2] ], -3 ) );
		self::assertStringNotContainsString(
			'Same code',
			self::$told['fresh']['html'],
			'What is not connected clashes with nothing.'
		);
	}

	public function test_each_site_shows_its_own_state(): void {
		[ $main, $north, $south ] = self::$told['sites'];
		$rows                     = $this->rows( 'three' );

		self::assertStringContainsString( 'Nord', $rows[ $north ][0] );
		self::assertSame( [ 'account-one', '4 minutes ago', '0', '2' ], array_slice( $rows[ $north ], -4 ) );
		self::assertSame( [ 'account-one', '4 minutes ago', '0', '0' ], array_slice( $rows[ $south ], -4 ) );
		self::assertSame( 'WooCommerce is not active', $rows[ $north ][1] );
		self::assertSame( 'Not connected', $rows[ $main ][1] );
		self::assertStringContainsString( '/nord/wp-admin/admin.php?page=orderinvoicer', self::$told['three']['html'] );
		self::assertSame( 1, self::$told['three']['blog'], 'Every switch was taken back.' );
	}

	public function test_one_code_in_one_account_is_a_clash_and_in_two_accounts_is_none(): void {
		[ $main, $north, $south ] = self::$told['sites'];
		$rows                     = $this->rows( 'three' );

		self::assertStringContainsString( 'Same code and account as: Sud.', $rows[ $north ][2] );
		self::assertStringContainsString( 'Same code and account as: Nord.', $rows[ $south ][2] );
		self::assertSame( 'ACME', $rows[ $main ][2] );
	}

	public function test_twenty_sites_a_page_and_a_clash_across_pages(): void {
		self::assertCount( 20, $this->rows( 'first' ) );
		self::assertSame( [ self::$told['last'] ], array_keys( $this->rows( 'second' ) ) );
		self::assertSame( array_keys( $this->rows( 'second' ) ), array_keys( $this->rows( 'beyond' ) ) );
		self::assertStringContainsString( 'paged=2', self::$told['first']['html'] );
		self::assertStringContainsString(
			'Same code and account as: Nord, Sud.',
			$this->rows( 'second' )[ self::$told['last'] ][2]
		);
		self::assertStringContainsString( 'S17', $this->rows( 'first' )[ self::$told['sites'][1] ][2] );
	}

	public function test_the_work_per_site_is_bounded(): void {
		self::assertLessThanOrEqual( 10 * 20 + 10, self::$told['first']['queries'] );
		self::assertLessThanOrEqual( 10 + 10, self::$told['second']['queries'] );
	}

	public function test_sites_that_are_deleted_or_archived_are_left_out(): void {
		self::assertNotContains( self::$told['last'], self::$told['left'] );
		self::assertNotContains( self::$told['sites'][2], self::$told['left'] );
		self::assertContains( self::$told['sites'][1], self::$told['left'] );
	}

	public function test_only_who_runs_the_network_sees_it(): void {
		self::assertSame( [ 'orderinvoicer-network' ], self::$told['menu_of_network'] );
		self::assertSame( [], self::$told['menu_of_site'] );
	}

	public function test_deactivation_for_the_network_empties_the_list(): void {
		self::assertSame( 0, self::$told['afterwards'] );
	}

	/** The access of the first site fails: the others' webhooks go all the same, each by its own. */
	public function test_each_site_takes_its_webhook_with_it_when_the_plugin_goes(): void {
		$all = array_map(
			static fn ( int $site ): string => "https://site-$site.fr/?wc-api=orderinvoicer_events",
			self::$told['sites']
		);
		[ $made, $switched_off, $made_anew, $deleted ] = self::$told['webhooks'];
		self::assertSame( [ $all, [ $all[0] ] ], [ $made, $switched_off ] );
		self::assertEqualsCanonicalizing( $all, $made_anew );
		self::assertSame( [ $all[0] ], $deleted );
		self::assertSame( [ false, false, false ], self::$told['secrets'] );
	}

	#[Group( 'real-woocommerce' )]
	public function test_then_emails_that_wait_on_other_sites_stay(): void {
		self::assertSame( [ 'order_not_found', '' ], self::$told['held'] );
	}
}
