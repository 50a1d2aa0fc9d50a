<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use OrderInvoicer\Tests\Integration\Engine\SandboxShop;

/** What the mapping pages ask beside the settings: counts, the tax doctor, a tax to be created. */
final class MappingControllersTest extends RestTestCase {

	protected function setUp(): void {
		parent::setUp();
		( new SandboxShop( $this->allow_sandbox() ) )->connect();
		$this->sign_in_as_admin();
	}

	public function test_names_stay_known_while_sellsy_is_away(): void {
		$lists   = $this->valid( $this->call( 'GET', '/sellsy' ), 'sellsy' );
		$methods = $this->valid( $this->call( 'GET', '/payment-methods' ), 'payment-methods' );
		self::assertNotSame( [], $methods['methods'] );
		$away = static fn (): \WP_Error => new \WP_Error( 'http_request_failed', 'Away.' );
		add_filter( 'pre_http_request', $away, 1 );

		$again = $this->valid( $this->call( 'GET', '/sellsy', [ 'refresh' => true ] ), 'sellsy' );
		$still = $this->valid( $this->call( 'GET', '/payment-methods' ), 'payment-methods' );

		remove_filter( 'pre_http_request', $away, 1 );
		self::assertNotNull( $again['models']['problem'] );
		self::assertNotNull( $still['problem'] );
		self::assertSame( $methods['methods'], $still['methods'] );
		foreach ( [ 'taxes', 'rate_categories', 'staffs', 'models', 'payment_terms' ] as $list ) {
			self::assertNotSame( [], $again[ $list ]['items'], $list );
			self::assertSame( $lists[ $list ]['items'], $again[ $list ]['items'], $list );
		}
	}

	private function only_real(): void {
		if ( $this->is_standin() ) {
			self::markTestSkipped( 'The stand-in for WooCommerce has no tables of order items.' );
		}
	}

	private function rate( string $percent, string $country = 'FR' ): int {
		return \WC_Tax::_insert_tax_rate(
			[
				'tax_rate_country' => $country,
				'tax_rate'         => $percent,
				'tax_rate_name'    => "VAT $percent",
				'tax_rate_class'   => '',
			]
		);
	}

	private function order( int $rate_id, string $status, string $gateway = 'cod' ): \WC_Order {
		$order = wc_create_order();
		$tax   = new \WC_Order_Item_Tax();
		$tax->set_rate( $rate_id );
		$order->add_item( $tax );
		$order->set_payment_method( $gateway );
		$order->set_payment_method_title( ucfirst( $gateway ) );
		$order->set_status( $status );
		$order->save();
		return $order;
	}

	/** @return array<int, int> */
	private function rates( array $usage ): array {
		return array_column( $usage['rates'], 'orders', 'rate_id' );
	}

	public function test_sold_orders_of_the_last_twelve_months_are_counted(): void {
		$this->only_real();
		$rate = $this->rate( '7' );
		$this->order( $rate, 'completed' );
		$this->order( $rate, 'processing', 'marketplace' );
		$this->order( $rate, 'cancelled' );
		$old = $this->order( $rate, 'completed' );
		$old->set_date_created( time() - 400 * DAY_IN_SECONDS );
		$old->save();

		$usage = $this->valid( $this->call( 'GET', '/order-usage' ), 'order-usage' );

		self::assertSame( 2, $this->rates( $usage )[ $rate ] );
		self::assertSame( 1, array_column( $usage['gateways'], 'orders', 'id' )['marketplace'] );
		self::assertSame( 'Marketplace', array_column( $usage['gateways'], 'title', 'id' )['marketplace'] );
		self::assertGreaterThanOrEqual( 2, $usage['orders'] );
		self::assertFalse( $usage['is_cut'] );
	}

	public function test_orders_that_stand_as_posts_are_counted_too(): void {
		$this->only_real();
		$rate    = $this->rate( '7' );
		$storage = static fn (): string => 'no';
		add_filter( 'pre_option_woocommerce_custom_orders_table_enabled', $storage );
		wp_cache_flush();
		$this->order( $rate, 'completed', 'marketplace' );

		$usage = $this->valid( $this->call( 'GET', '/order-usage' ), 'order-usage' );

		remove_filter( 'pre_option_woocommerce_custom_orders_table_enabled', $storage );
		self::assertSame( [ $rate => 1 ], array_intersect_key( $this->rates( $usage ), [ $rate => true ] ) );
		self::assertSame( 1, array_column( $usage['gateways'], 'orders', 'id' )['marketplace'] );
	}

	public function test_a_refund_is_not_an_order(): void {
		$this->only_real();
		$rate  = $this->rate( '7' );
		$order = $this->order( $rate, 'completed' );
		wc_create_refund( [ 'order_id' => $order->get_id() ] );

		self::assertSame(
			1,
			$this->rates( $this->valid( $this->call( 'GET', '/order-usage' ), 'order-usage' ) )[ $rate ]
		);
	}

	public function test_a_rate_that_was_deleted_is_named_as_the_order_has_it(): void {
		$this->only_real();
		$rate = $this->rate( '7' );
		$this->order( $rate, 'completed' );
		\WC_Tax::_delete_tax_rate( $rate );

		$gone = array_column( $this->valid( $this->call( 'GET', '/order-usage' ), 'order-usage' )['gone'], null, 'id' );
		self::assertSame( [ 'VAT 7', '7' ], [ $gone[ $rate ]['label'], $gone[ $rate ]['percent'] ] );

		$codes = $this->codes( [] );
		self::assertContains( $rate, $codes['rate_gone']['rate_ids'] );
	}

	public function test_a_way_to_pay_says_whether_it_is_switched_on(): void {
		$this->only_real();
		$gateways = WC()->payment_gateways()->payment_gateways();
		$before   = array_map( static fn ( \WC_Payment_Gateway $gateway ): string => $gateway->enabled, $gateways );

		$gateways['bacs']->enabled   = 'yes';
		$gateways['cheque']->enabled = 'no';
		try {
			$answer = $this->valid( $this->call( 'GET', '/payment-methods' ), 'payment-methods' );
		} finally {
			foreach ( $gateways as $id => $gateway ) {
				$gateway->enabled = $before[ $id ];
			}
		}

		$in_use = array_column( $answer['gateways'], 'in_use', 'id' );
		self::assertSame(
			[ true, false, false ],
			[ $in_use['bacs'], $in_use['cheque'], $in_use['gift_card'] ]
		);
	}

	public function test_edits_of_the_page_do_not_count_the_orders_each_time(): void {
		$this->only_real();
		$rate = $this->rate( '7' );
		$this->order( $rate, 'completed' );
		$counted = 0;
		$count   = static function ( string $query ) use ( &$counted ): string {
			$counted += str_contains( $query, 'AS rate_id' ) ? 1 : 0;
			return $query;
		};
		add_filter( 'query', $count );

		$before = $this->codes( [] );
		$after  = $this->codes(
			[
				[
					'rate_id' => $rate,
					'tax_id'  => 13,
				],
			]
		);
		\WC_Tax::_delete_tax_rate( $rate );
		$gone = $this->codes( [] );
		remove_filter( 'query', $count );

		self::assertArrayNotHasKey( 'tax_inactive', $before );
		self::assertSame( 1, $after['tax_inactive']['orders'] );
		self::assertContains( $rate, $gone['rate_gone']['rate_ids'] );
		self::assertSame( 2, $counted, 'once with the rate, once without it' );
	}

	public function test_the_doctor_looks_at_the_mapping_of_the_page(): void {
		$rate = $this->rate( '20' );

		$codes = $this->codes(
			[
				[
					'rate_id' => $rate,
					'tax_id'  => 13,
				],
			]
		);

		self::assertSame( [ $rate ], $codes['tax_inactive']['rate_ids'] );
		self::assertSame(
			[
				'tax_rates'       => [
					[
						'rate_id' => $rate,
						'tax_id'  => 1,
					],
				],
				'rounding_tax_id' => null,
			],
			$codes['tax_inactive']['fix']
		);
		self::assertStringContainsString( 'TVA 19,6 % (ancien taux)', $codes['tax_inactive']['title'] );
		self::assertSame( 400, $this->call( 'POST', '/tax-doctor', [ 'tax_rates' => 'all' ] )->get_status() );
	}

	public function test_a_tax_is_created_on_request(): void {
		$asked = [
			'label'   => 'TVA 9,5 %',
			'percent' => '9.5',
			'reason'  => 'none',
		];

		$created = $this->valid( $this->call( 'POST', '/sellsy/taxes', $asked ), 'tax-created' );
		$again   = $this->valid( $this->call( 'POST', '/sellsy/taxes', $asked ), 'tax-created' );

		self::assertTrue( $created['created'] );
		self::assertSame( [ $created['tax'], false ], [ $again['tax'], $again['created'] ] );
		self::assertContains(
			$created['tax'],
			$this->valid( $this->call( 'GET', '/sellsy' ), 'sellsy' )['taxes']['items']
		);
	}

	public function test_a_senseless_tax_is_refused(): void {
		$tax = static fn ( string $percent, string $reason, string $label = 'TVA' ): array => [
			'label'   => $label,
			'percent' => $percent,
			'reason'  => $reason,
		];
		foreach (
			[ $tax( '0', 'none' ), $tax( '20', 'export' ), $tax( '101', 'none' ), $tax( '20', 'none', ' ' ) ] as $asked
		) {
			$this->assert_refused( 400, 'orderinvoicer_senseless_tax', $this->call( 'POST', '/sellsy/taxes', $asked ) );
		}
		self::assertSame( 400, $this->call( 'POST', '/sellsy/taxes', $tax( '-1', 'none' ) )->get_status() );
		self::assertSame( 400, $this->call( 'POST', '/sellsy/taxes', $tax( '20', 'guess' ) )->get_status() );
	}

	public function test_what_sellsy_does_not_allow_is_told_with_the_right(): void {
		( new \OrderInvoicer\Tests\Integration\Sandbox( (string) getenv( 'ORDERINVOICER_SANDBOX_URL' ) ) )
			->call( 'POST', '/_sandbox/options', [ 'denied_operations' => [ 'POST /taxes' ] ] );

		$refused = $this->call(
			'POST',
			'/sellsy/taxes',
			[
				'label'   => 'TVA',
				'percent' => '9.5',
				'reason'  => 'none',
			]
		);

		$this->assert_refused( 502, 'orderinvoicer_tax_not_created', $refused );
		self::assertStringContainsString( 'taxes.write', $refused->get_data()['message'] );
	}

	/**
	 * @param list<array{rate_id: int, tax_id: int}> $rates
	 * @return array<string, array<string, mixed>> findings by code.
	 */
	private function codes( array $rates ): array {
		$answer = $this->valid(
			$this->call(
				'POST',
				'/tax-doctor',
				[
					'tax_rates'       => $rates,
					'exempt_taxes'    => [],
					'rounding_tax_id' => 11,
				]
			),
			'tax-doctor'
		);
		self::assertNull( $answer['problem'] );
		return array_column( $answer['findings'], null, 'code' );
	}
}
