<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Features;

use OrderInvoicer\Tests\Integration\Rest\RestTestCase;
use OrderInvoicer\WordPress\Tables\UtcTime;
use OrderInvoicer\WordPress\Tables\WpdbReport;

/** A month of documents beside the one before, on real tables. */
final class FiguresControllerTest extends RestTestCase {

	private const QUERY = 'from=2026-06-01&until=2026-06-30';

	protected function setUp(): void {
		parent::setUp();
		update_option( 'timezone_string', 'Europe/Paris' );
		$this->sign_in_as_admin();
	}

	/** @return array<mixed> */
	private function figures( string $query = self::QUERY ): array {
		return $this->valid( $this->call( 'GET', "/figures?$query" ), 'figures' );
	}

	public function test_a_month_stands_beside_the_one_before(): void {
		$this->document( '2026-06-03', 1000, 1200, '[{"id":1,"percent":"20.00","vat":200}]' );
		$two = '[{"id":1,"percent":"20","vat":200,"ht":1000},{"id":2,"percent":"5.5","vat":28,"ht":500}]';
		$this->document( '2026-06-30', 1500, 1728, $two, [ 'order_id' => 1 ] );
		$note = [
			'order_id' => 1,
			'kind'     => 'creditnote',
		];
		$this->document( '2026-06-30', 500, 528, '[{"id":2,"percent":"5.5","vat":28,"ht":500}]', $note );
		$this->document( '2026-05-31', 2000, 2400, '[{"id":1,"percent":"20","vat":400}]' );
		$this->document( '2026-04-30', 9000, 9000, '[]' );

		$figures = $this->figures();

		self::assertSame( [ '2026-05-01', '2026-05-31' ], array_values( $figures['before'] ) );
		self::assertSame( [ 'EUR' ], array_column( $figures['currencies'], 'currency' ) );
		$euro = $figures['currencies'][0];
		self::assertSame(
			[ 2, '29.28', 1, '5.28', '0.00', '24.00' ],
			array_slice( array_values( $euro['now'] ), 2 )
		);
		self::assertSame( [ 1, '24.00' ], array_slice( array_values( $euro['before'] ), 2, 2 ) );
		self::assertSame( [ '20', '5.5' ], array_column( $euro['tables']['rates'], 'key' ) );
		self::assertSame(
			[
				'documents' => 2,
				'known'     => 2,
				'excl_tax'  => '20.00',
				'tax'       => '4.00',
				'incl_tax'  => '24.00',
			],
			$euro['tables']['rates'][0]['now']
		);
		self::assertSame( '0.00', $euro['tables']['rates'][1]['now']['incl_tax'], 'Credited in full.' );
		self::assertSame( 30, count( $euro['days'] ) );
		self::assertSame( [ '2026-06-30', 1, 1, '17.28', '5.28' ], array_values( $euro['days'][29] ) );
		self::assertSame(
			[
				'known'     => 3,
				'documents' => 3,
			],
			$figures['bases']
		);
	}

	/** The first moment of June in Paris is still May in Greenwich. */
	public function test_orders_are_those_of_the_shops_days_and_paid_ones_without_invoice_are_named(): void {
		$this->order( '2026-05-31 22:30:00', '10.00', is_paid: true );
		$this->order( '2026-05-31 21:30:00', '99.00', is_paid: true );
		$this->order( '2026-06-30 21:59:59', '20.50' );
		$this->order( '2026-06-15 12:00:00', '7.00', 'cancelled' );
		$this->order( '2026-06-15 12:00:00', '5.00', is_paid: true, currency: 'USD' );
		$invoiced = $this->order( '2026-06-15 12:00:00', '12.00', is_paid: true );
		$this->document( '2026-06-15', 1000, 1200, '[{"id":1,"percent":"20","vat":200}]', [ 'order_id' => $invoiced ] );

		$figures = $this->figures();

		self::assertSame( [ 'EUR', 'USD' ], array_column( $figures['currencies'], 'currency' ) );
		self::assertSame( [ 3, '42.50' ], array_slice( array_values( $figures['currencies'][0]['now'] ), 0, 2 ) );
		self::assertSame( [ 1, '99.00' ], array_slice( array_values( $figures['currencies'][0]['before'] ), 0, 2 ) );
		self::assertEqualsCanonicalizing(
			[ [ 'EUR', 1, '10.00' ], [ 'USD', 1, '5.00' ] ],
			array_map( array_values( ... ), $figures['without_invoice'] )
		);
	}

	public function test_what_nobody_has_read_is_said(): void {
		$unread = [
			'document_date' => null,
			'currency'      => null,
			'read_at'       => null,
			'made_at'       => '2026-06-10 10:00:00',
		];
		$this->document( '2026-06-10', null, null, null, $unread );
		$two = '[{"id":1,"percent":"20","vat":200},{"id":2,"percent":"5.5","vat":28}]';
		$this->document( '2026-06-10', 1500, 1728, $two );
		$figures = $this->figures();
		self::assertSame( 1, $figures['unknown'] );
		self::assertSame( [ 0, 1 ], array_values( $figures['bases'] ) );
	}

	public function test_a_table_as_a_file(): void {
		$this->document( '2026-06-03', 1000, 1200, '[{"id":1,"percent":"20","vat":200}]', [ 'gateway' => '=evil' ] );
		$this->document( '2026-05-03', 2000, 2400, '[{"id":1,"percent":"20","vat":400}]', [ 'gateway' => 'cod' ] );
		$file = $this->valid( $this->call( 'GET', '/figures/file?table=gateways&' . self::QUERY ), 'figures-file' );
		self::assertSame( 'payment-methods-2026-06-01-2026-06-30.csv', $file['name'] );
		$lines = explode( "\r\n", $file['text'] );
		self::assertStringStartsWith( "\u{FEFF}Period;Payment method;", $lines[0] );
		self::assertSame( "2026-06-01 – 2026-06-30;'=evil;1;10,00;2,00;12,00;EUR", $lines[1] );
		self::assertStringEndsWith( ';1;20,00;4,00;24,00;EUR', $lines[2] );
	}

	public function test_no_period_and_no_right(): void {
		$this->assert_refused(
			400,
			'orderinvoicer_no_period',
			$this->call( 'GET', '/figures?from=2026-06-30&until=2026-06-01' )
		);
		wp_set_current_user( 0 );
		self::assertSame( 401, $this->call( 'GET', '/figures?' . self::QUERY )->get_status() );
	}

	/** Whatever stands in other months. */
	public function test_it_reads_what_the_two_periods_hold(): void {
		global $wpdb;
		for ( $day = 1; $day <= 28; $day++ ) {
			$this->document( sprintf( '2025-02-%02d', $day ), 1000, 1200, '[{"id":1,"percent":"20","vat":200}]' );
		}
		$this->document( '2026-06-03', 1000, 1200, '[{"id":1,"percent":"20","vat":200}]' );
		$plan = $wpdb->get_row(
			"EXPLAIN SELECT order_id FROM {$wpdb->prefix}orderinvoicer_amounts WHERE document_date = '2026-06-03'
				AND kind IN ( 'invoice', 'creditnote' )",
			ARRAY_A
		);
		self::assertSame( 'dated', $plan['key'] );
	}

	/** @param array<string, string|int|null> $columns */
	private function document(
		string $day,
		?int $excl_tax,
		?int $incl_tax,
		?string $taxes,
		array $columns = [],
	): void {
		global $wpdb;
		static $task = 930000;
		++$task;
		$wpdb->insert(
			$wpdb->prefix . WpdbReport::TABLE,
			$columns + [
				'sync_id'          => $task,
				'order_id'         => $task,
				'kind'             => 'invoice',
				'remote_id'        => $task,
				'made_at'          => "$day 10:00:00",
				'read_at'          => "$day 10:00:00",
				'number'           => "F-$task",
				'document_date'    => $day,
				'currency'         => 'EUR',
				'excl_tax'         => $excl_tax,
				'incl_tax'         => $incl_tax,
				'taxes'            => $taxes,
				'order_read_at'    => "$day 10:00:00",
				'order_created_at' => "$day 10:00:00",
				'gateway'          => 'cod',
				'country'          => 'FR',
				'buyer'            => 'person',
				'order_currency'   => 'EUR',
				'order_total'      => $incl_tax,
			]
		);
	}

	private function order(
		string $utc,
		string $total,
		string $status = 'processing',
		bool $is_paid = false,
		string $currency = 'EUR',
	): int {
		$order = wc_create_order( [ 'status' => $status ] );
		$order->set_currency( $currency );
		$order->set_total( $total );
		$order->set_date_created( UtcTime::of_column( $utc )->getTimestamp() );
		$order->set_date_paid( $is_paid ? UtcTime::of_column( $utc )->getTimestamp() : null );
		$order->save();
		return $order->get_id();
	}
}
