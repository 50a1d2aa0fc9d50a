<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Faults;

use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\Admin\OrderBox;
use OrderInvoicer\Health\Checks\TablesCheck;
use OrderInvoicer\Health\HealthChecks;
use OrderInvoicer\Health\HealthReport;
use OrderInvoicer\Tests\Integration\Admin\AdminObjects;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Uninstall;
use OrderInvoicer\WooCommerce\Checkout\CheckoutNumbers;
use OrderInvoicer\Wiring\Features;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\Schema;
use OrderInvoicer\WordPress\Tables\Sql;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** People are told that it is not known; no page of theirs fails, and no shopper's. */
final class WhatPeopleSeeTest extends IntegrationTestCase {

	private FaultyDatabase $database;

	protected function setUp(): void {
		parent::setUp();
		$this->sign_in_as_admin();
		$this->database = new FaultyDatabase( '/orderinvoicer\W*_(?!secret|settings)/' );
	}

	#[DataProvider( 'lists' )]
	public function test_a_list_that_cannot_be_read_is_not_empty( string $route ): void {
		$answer = $this->database->while(
			static fn (): \WP_REST_Response =>
				rest_do_request( new \WP_REST_Request( 'GET', "/orderinvoicer/v1$route" ) ),
			FaultyDatabase::ANY
		);
		self::assertSame(
			[ 503, 'orderinvoicer_database' ],
			[ $answer->get_status(), $answer->get_data()['code'] ?? '' ]
		);
	}

	/** @return iterable<string, array{string}> */
	public static function lists(): iterable {
		foreach ( [ '/tasks', '/overview', '/status', '/customer-choices' ] as $route ) {
			yield $route => [ $route ];
		}
	}

	public function test_what_cannot_be_looked_at_is_not_well(): void {
		$report = new HealthReport(
			static fn (): HealthChecks => new HealthChecks(
				[ new TablesCheck( new Schema( $GLOBALS['wpdb'], Features::TABLES ) ) ]
			)
		);
		$check  = $this->database->while( $report->all( ... ), FaultyDatabase::ANY )[0];
		self::assertSame( [ 'tables', 'critical' ], [ $check['name'], $check['status'] ] );
		self::assertStringContainsString( 'the database did not answer', $check['title'] );
		self::assertSame( 'good', $report->all()[0]['status'] );
	}

	#[Group( 'real-woocommerce' )]
	public function test_an_orders_screen_opens_all_the_same(): void {
		$box   = ( new AdminObjects() )->get( OrderBox::class );
		$order = wc_create_order();
		$order->set_status( 'processing' );
		ob_start();
		$this->database->while( static fn () => $box->render( $order ), FaultyDatabase::ANY );
		self::assertStringContainsString( 'The database did not answer', (string) ob_get_clean() );
	}

	public function test_the_menu_stands_on_every_page(): void {
		$page = ( new Adapters( $GLOBALS['wpdb'] ) )->admin_page();
		self::assertStringContainsString(
			'count-0',
			$this->database->while( $page->bubble( ... ), FaultyDatabase::ANY )
		);
		self::assertNotSame( '', $this->database->refused );
	}

	public function test_a_shopper_is_never_stopped(): void {
		delete_option( 'orderinvoicer_settings' );
		wp_cache_flush();
		get_option( 'siteurl' );
		$numbers  = new CheckoutNumbers();
		$database = new FaultyDatabase( '/orderinvoicer_settings/' );
		self::assertFalse( $database->while( $numbers->are_asked_for( ... ), FaultyDatabase::ANY ) );
		self::assertNotSame( '', $database->refused );
	}

	public function test_no_secret_is_left_behind_without_a_word(): void {
		$this->expectException( DatabaseRefused::class );
		( new FaultyDatabase( '/LIKE .*orderinvoicer\W*_secret/' ) )
			->while( ( new Uninstall() )->run( ... ), FaultyDatabase::ANY );
	}
}
