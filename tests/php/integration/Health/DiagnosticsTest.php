<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Health;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Health\StatusReport;
use OrderInvoicer\Sellsy\Auth\SeenRights;
use OrderInvoicer\Sellsy\Auth\TokenStore;
use OrderInvoicer\Sellsy\Rights\NeededRights;
use OrderInvoicer\Tests\Integration\Admin\AdminObjects;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\Tests\Integration\Rest\RestTestCase;
use OrderInvoicer\WordPress\Log\WcLogger;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Options\OptionSite;
use OrderInvoicer\WordPress\Queue\Wakeups;
use OrderInvoicer\WordPress\Secrets\SodiumSecretStore;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\WpdbAttemptLog;

/**
 * People post diagnostics in public: what a shop, its shoppers and its owner would not show must not be able to get
 * there.
 *
 * @group real-woocommerce
 */
final class DiagnosticsTest extends RestTestCase {

	/** Each stands in one place only, so that it says where a leak comes from. */
	private const PLANTED = [
		'first_name' => 'Zebulon',
		'last_name'  => 'Quistrebert',
		'company'    => 'Brouettes Vulcain',
		'email'      => 'zebulon.q@leak.example',
		'phone'      => '0655443322',
		'address_1'  => '98 impasse du Silence',
		'address_2'  => 'Batiment Secret',
		'postcode'   => '75011',
		'city'       => 'Villediscrete',
	];

	private const SIRET  = '73282932000074';
	private const NOTE   = 'Remettre au gardien Anselme';
	private const REASON = 'My accountant says so.';
	private const SUBJECT = 'Objet que personne ne lit';

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->sign_in_as_admin();
	}

	/** @return list<string> */
	private function secrets(): array {
		$token = ( new TokenStore( SodiumSecretStore::for_site( new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ) ) ) )
			->read();
		self::assertNotNull( $token );
		return [
			...array_values( self::PLANTED ),
			self::SIRET,
			self::NOTE,
			self::SUBJECT,
			'sandbox-client',
			'sandbox-secret',
			(string) wp_parse_url( home_url(), PHP_URL_HOST ) . ':',
			DB_PASSWORD === '' ? 'no password' : DB_PASSWORD,
			wp_salt( 'secure_auth' ),
			wp_get_current_user()->user_email,
			$token->access_token,
		];
	}

	private function order(): \WC_Order {
		$order = $this->shop->order();
		$order->set_address( [ 'country' => 'FR' ] + self::PLANTED, 'billing' );
		$order->set_address( [ 'country' => 'FR' ] + array_diff_key( self::PLANTED, [ 'email' => true ] ), 'shipping' );
		$order->update_meta_data( '_billing_siret', self::SIRET );
		$order->set_customer_note( self::NOTE );
		foreach ( $order->get_items() as $item ) {
			$item->set_name( 'Confession de Zebulon' );
		}
		$order->save();
		return $order;
	}

	/** Orders that go well, get no answer, stop, and are refused by Sellsy in words that repeat what was sent. */
	private function live_through_everything(): void {
		$this->shop->change_settings(
			[
				'debug_log'      => true,
				'exempt_reasons' => [
					[
						'situation' => 'eu_consumer',
						'reason'    => self::REASON,
					],
				],
				'invoice'        => [
					'subject' => self::SUBJECT,
					'note'    => self::NOTE,
				] + $this->shop->like_invoice( 'confirmed' ),
			]
		);
		foreach ( [ '', '500-after', 'malformed', '429', 'drop-before' ] as $mode ) {
			$order = $this->order();
			$order->payment_complete( 'tx-Zebulon' );
			if ( $mode !== '' ) {
				$this->shop->sandbox->fault(
					[
						'mode' => $mode,
						'method' => 'POST',
						'path' => '/invoices',
						'times' => 1,
					]
				);
			}
			$this->shop->work( $order );
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}
		$odd = $this->order();
		$odd->set_total( '1.23' );
		$odd->save();
		$odd->payment_complete( 'tx-odd' );
		$this->shop->work( $odd );
		$refused = new Problem(
			ProblemCode::Rejected,
			[
				'status' => '422',
				'message' => self::PLANTED['email'] . ' is no address',
			]
		);
		( new WpdbAttemptLog( new Sql( $GLOBALS['wpdb'] ) ) )
			->add( $this->shop->row( $odd )->id, 2, new \DateTimeImmutable(), 'attention', $refused );
		( new WcLogger(
			new \OrderInvoicer\WordPress\Options\OptionSettings( new \OrderInvoicer\Domain\Settings\SettingsArray() )
		) )->error(
			'Planted.',
			[
				'error' => 'RuntimeException',
				'part'  => 'notice edits',
				'email' => self::PLANTED['email'],
				'token' => 'sandbox-secret',
			]
		);
	}

	private function assert_nothing_private( string $text ): void {
		foreach ( $this->secrets() as $secret ) {
			self::assertFalse(
				stripos( $text, $secret ),
				"$secret stands in: " . substr( $text, max( 0, (int) stripos( $text, $secret ) - 200 ), 400 )
			);
		}
	}

	public function test_the_document_holds_what_support_needs_and_nothing_private(): void {
		$this->live_through_everything();

		$document = $this->valid( $this->call( 'GET', '/diagnostics' ), 'diagnostics' );

		$work = array_column( $document['work'], 'value', 'name' );
		self::assertSame( 'connected', $work['connection'] );
		// Its sentences are about the orders whose buyers are planted.
		self::assertSame(
			'recommended',
			array_column( $document['health'], 'status', 'name' )['buyers_emails']
		);
		self::assertStringContainsString( 'create_invoice attention 1', $work['effects'] );
		self::assertStringContainsString( ' attention 1', $work['problems'] );
		self::assertSame( '', $work['hooks_not_in_place'] );
		self::assertStringContainsString( 'rejected status=422', implode( "\n", $document['attempts'] ) );
		self::assertSame(
			ORDERINVOICER_VERSION,
			array_column( $document['environment'], 'value', 'name' )['orderinvoicer']
		);
		$settings = array_column( $document['settings'], 'value', 'name' );
		self::assertSame( [ '(text)', 'true' ], [ $settings['invoice.note'], $settings['debug_log'] ] );
		self::assertStringContainsString( self::REASON, $settings['exempt_reasons'], 'Why the owner insisted.' );
		self::assertGreaterThan( 5, count( $document['attempts'] ) );
		self::assertStringContainsString( 'attention', implode( "\n", $document['attempts'] ) );
		self::assertStringContainsString( implode( "\n", $document['attempts'] ), $document['support'] );
		self::assertStringContainsString( 'Planted.', implode( "\n", $document['log'] ) );
		self::assertStringContainsString( 'notice edits', implode( "\n", $document['log'] ) );
		self::assertStringContainsString(
			'POST /invoices',
			str_replace( '","path":"', ' ', implode( "\n", $document['log'] ) )
		);
		self::assertStringContainsString( 'WooCommerce 1', implode( "\n", $document['plugins'] ) );
		$this->assert_nothing_private(
			(string) wp_json_encode( $document, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES )
		);
	}

	public function test_what_is_handed_over_does_not_name_the_addresses_of_a_copied_site(): void {
		global $wpdb;
		$site = new OptionSite( new FreshOptions( new Sql( $wpdb ) ) );
		$site->remember( 'original.example.com', '', new \DateTimeImmutable() );
		$this->call( 'POST', '/site', [ 'decision' => 'copy' ] );
		$screen = $this->valid( $this->call( 'GET', '/diagnostics' ), 'diagnostics' );
		self::assertStringContainsString(
			'original.example.com',
			implode( "\n", array_column( $screen['health'], 'why' ) ),
			'Its owner must read which site it is.'
		);

		$shared = PluginEngine::screens()->diagnostics()->shared();

		self::assertContains(
			[
				'name' => 'waiting',
				'status' => 'critical',
			],
			$shared['health']
		);
		self::assertStringNotContainsString(
			'original.example.com',
			wp_json_encode( $shared, JSON_UNESCAPED_SLASHES ) . $screen['support']
		);
	}

	public function test_a_log_in_the_database_is_read_too(): void {
		global $wpdb;
		$wpdb->insert(
			"{$wpdb->prefix}woocommerce_log",
			[
				'timestamp' => '2026-11-24 10:00:00',
				'level' => 500,
				'message' => 'Kept in the table.',
				'source' => 'orderinvoicer',
				'context' => serialize(
					[
						'source' => 'orderinvoicer',
						'status' => 422,
					]
				),
			]
		);
		$wpdb->insert(
			"{$wpdb->prefix}woocommerce_log",
			[
				'timestamp' => '2026-11-24 10:00:01',
				'level' => 500,
				'message' => 'Of another plugin.',
				'source' => 'other',
				'context' => '',
			]
		);
		update_option( 'woocommerce_logs_default_handler', \WC_Log_Handler_DB::class );

		$log = $this->valid( $this->call( 'GET', '/diagnostics' ), 'diagnostics' )['log'];

		self::assertSame( [ '2026-11-24 10:00:00 ERROR Kept in the table. CONTEXT: {"status":422}' ], $log );
	}

	/** Whoever can write a line into the log must not have an object made of it. */
	public function test_a_serialized_object_in_a_log_line_makes_no_object(): void {
		global $wpdb;
		$named = 'O:' . strlen( PlantedObject::class ) . ':"' . PlantedObject::class . '":0:{}';
		foreach ( [ $named, 'a:1:{s:6:"status";' . $named . '}', 'O:8:"Cut' ] as $i => $context ) {
			$wpdb->insert(
				"{$wpdb->prefix}woocommerce_log",
				[
					'timestamp' => "2026-11-24 10:00:0$i",
					'level' => 500,
					'message' => $context,
					'source' => 'orderinvoicer',
					'context' => $context,
				]
			);
		}
		update_option( 'woocommerce_logs_default_handler', \WC_Log_Handler_DB::class );

		$log = $this->valid( $this->call( 'GET', '/diagnostics' ), 'diagnostics' )['log'];

		self::assertCount( 3, $log );
		self::assertFalse( PlantedObject::$is_awake );
	}

	public function test_no_markup_of_an_accounts_name_reaches_a_tip(): void {
		update_option(
			'orderinvoicer_account',
			[ 'name' => 'Boutique <img src=x onerror=alert(1)>' ] + (array) get_option( 'orderinvoicer_account' )
		);
		$access = substr( hash( 'sha256', 'sandbox-client' ), 0, 16 );
		foreach ( [ null, DocumentKind::Invoice ] as $kind ) {
			foreach ( NeededRights::rights( $kind ) as $name ) {
				update_option( SeenRights::PREFIX . $name, "$name seen $access" );
			}
		}
		remove_all_filters( 'woocommerce_system_status_report' );
		( new AdminObjects() )->get( StatusReport::class )->register();
		ob_start();
		do_action( 'woocommerce_system_status_report' );
		// As a browser reads an attribute.
		$tips = html_entity_decode( (string) ob_get_clean(), ENT_QUOTES );

		self::assertStringContainsString( 'Boutique', $tips );
		self::assertStringNotContainsString( '<img', $tips );
	}

	public function test_woocommerces_report_and_site_health_hold_our_section(): void {
		$this->live_through_everything();
		// Other tests registered it too.
		array_map( remove_all_filters( ... ), [ 'woocommerce_system_status_report', 'debug_information' ] );
		( new AdminObjects() )->get( StatusReport::class )->register();

		ob_start();
		do_action( 'woocommerce_system_status_report' );
		$report = (string) ob_get_clean();
		$info   = (array) apply_filters( 'debug_information', [] )['orderinvoicer'];

		self::assertSame( ORDERINVOICER_VERSION, $info['fields']['version']['debug'] );
		self::assertSame( 'good', $info['fields']['check_tables']['debug'] );
		$this->assert_nothing_private( $report . wp_json_encode( $info, JSON_UNESCAPED_UNICODE ) );
		// What WooCommerce's own script copies: the label of the heading, and for each row label and third cell.
		$dom = new \DOMDocument();
		libxml_use_internal_errors( true ); // It does not know every element of HTML 5.
		$dom->loadHTML( '<?xml encoding="utf-8"?>' . $report );
		$xpath = new \DOMXPath( $dom );
		self::assertSame(
			1.0,
			$xpath->evaluate(
				'count(//table[contains(@class,"wc_status_table")]/thead//th[@data-export-label="Order Invoicer"])'
			)
		);
		foreach ( $xpath->query( '//table[.//th[@data-export-label="Order Invoicer"]]/tbody/tr' ) as $row ) {
			self::assertMatchesRegularExpression(
				'/^[a-z_]+$/',
				$xpath->evaluate( 'string(td[1]/@data-export-label)', $row )
			);
			self::assertNotSame( '', trim( $xpath->evaluate( 'string(td[3])', $row ) ) );
		}
	}

	public function test_the_tables_are_looked_at_once(): void {
		$looks = 0;
		$count = static function ( string $query ) use ( &$looks ): string {
			$looks += preg_match( '/^SHOW INDEX FROM .*orderinvoicer_sync/', $query );
			return $query;
		};
		add_filter( 'query', $count );
		rest_do_request( new \WP_REST_Request( 'GET', '/orderinvoicer/v1/diagnostics' ) );
		remove_filter( 'query', $count );
		self::assertSame( 1, $looks );
	}
}
