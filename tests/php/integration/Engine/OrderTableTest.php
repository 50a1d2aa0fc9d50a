<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use PHPUnit\Framework\Attributes\Group;

/**
 * The order table, all the way: real WooCommerce, this plugin, the Sellsy sandbox. Each total equals the order's, each
 * VAT is the one of the table, with the precisions of unit prices that Sellsy's accounts are known to have.
 */
#[Group( 'real-woocommerce' )]
final class OrderTableTest extends IntegrationTestCase {

	private const PROJECT = __DIR__ . '/../../../..';

	/** Currencies for which the sandbox's account has a rate category. */
	private const CURRENCIES = [ 'EUR', 'USD', 'GBP', 'JPY', 'CHF' ];

	private const ROUNDING_TAX = 11;

	private const BEFORE_THE_INVOICE = [ 'estimate', 'order', 'delivery', 'proforma' ];

	private const ACCOUNTS = [
		'2 decimals'                   => [
			'unit_price_decimals' => 2,
			'unit_price_mode'     => 'refuse',
		],
		'4 decimals, silently rounded' => [
			'unit_price_decimals' => 4,
			'unit_price_mode'     => 'round',
		],
		'5 decimals'                   => [
			'unit_price_decimals' => 5,
			'unit_price_mode'     => 'refuse',
		],
	];

	protected function setUp(): void {
		parent::setUp();
		$this->allow_sandbox();
	}

	/**
	 * @testWith ["ttc-line"]
	 *           ["ttc-subtotal"]
	 *           ["ht-line"]
	 *           ["ht-subtotal"]
	 */
	public function test_each_order_becomes_the_invoice_of_the_table( string $kind ): void {
		foreach ( $this->made( $kind, [ 'invoice' ], self::ACCOUNTS ) as $order ) {
			$this->assert_is_the_tables( $order );
		}
	}

	/**
	 * @testWith ["ttc-line"]
	 *           ["ttc-subtotal"]
	 *           ["ht-line"]
	 *           ["ht-subtotal"]
	 */
	public function test_each_order_becomes_every_other_document_too( string $kind ): void {
		$account = '4 decimals, silently rounded';
		$orders  = $this->made( $kind, self::BEFORE_THE_INVOICE, [ $account => self::ACCOUNTS[ $account ] ] );
		foreach ( $orders as $order ) {
			$this->assert_is_the_tables( $order );
		}
	}

	/**
	 * @param list<string>                        $documents kinds.
	 * @param array<string, array<string, mixed>> $accounts  options of the sandbox by name.
	 * @return list<array<string, mixed>>
	 */
	private function made( string $kind, array $documents, array $accounts ): array {
		$command = [
			PHP_BINARY,
			'-d',
			'memory_limit=512M',
			self::PROJECT . '/tests/recorder/documents.php',
			(string) getenv( 'ORDERINVOICER_SITE_DIR' ),
			$kind,
			(string) getenv( 'ORDERINVOICER_SANDBOX_URL' ),
			implode( ',', $documents ),
			json_encode( $accounts, JSON_THROW_ON_ERROR ),
		];
		// how VAT is rounded is fixed while WooCommerce loads.
		// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.system_calls_exec
		exec( implode( ' ', array_map( 'escapeshellarg', $command ) ), $lines, $code );
		self::assertSame( 0, $code, implode( "\n", $lines ) );
		$table = require self::PROJECT . '/tests/fixtures/order-table.php';
		$of    = array_filter( $table, static fn ( array $entry ): bool => $entry['shop'] === $kind );
		self::assertCount( count( $of ) * count( $documents ) * count( $accounts ), $lines );
		$made = array_map(
			static fn ( string $line ): array => (array) json_decode( $line, true, 512, JSON_THROW_ON_ERROR ),
			$lines
		);
		$ids  = array_map(
			static fn ( array $order ): string => $order['kind'] . ' ' . ( $order['document']['id'] ?? '' ),
			array_filter( $made, static fn ( array $order ): bool => $order['document'] !== null )
		);
		self::assertSame( array_unique( $ids ), $ids, 'Each account has documents of its own.' );
		return $made;
	}

	/** @param array<string, mixed> $order */
	private function assert_is_the_tables( array $order ): void {
		$name     = "{$order['kind']} of {$order['name']}, {$order['account']}";
		$expected = $order['expected'];
		if ( ! in_array( $order['currency'], self::CURRENCIES, true ) ) {
			self::assertSame( [ 'attention', 'rate_category_unfit' ], [ $order['state'], $order['problem'] ], $name );
			return;
		}
		if ( $expected['outcome'] === 'stop' ) {
			self::assertSame(
				[ 'attention', $expected['problem'], '', null ],
				[ $order['state'], $order['problem'], $order['link'], $order['document'] ],
				$name
			);
			return;
		}
		self::assertSame( [ 'done', null ], [ $order['state'], $order['problem'] ], $name );
		$document = $order['document'];
		$amounts  = $document['amounts'];
		$total    = $amounts['total_incl_tax'] ?? $amounts['total'];
		self::assert_same_amount( $order['order_total'], $total, $name );
		self::assert_same_amount( $expected['total'], $total, $name );
		self::assertStringContainsString( "id={$document['id']}", $order['link'], $name );
		self::assertSame( $expected['arrondi'] ?? null, $this->arrondi( $document, $expected ), $name );
		foreach ( $expected['taxes'] as $percent => [ , $vat ] ) {
			self::assert_same_amount( $vat, $this->vat( $document, (string) $percent ), "$name at $percent" );
		}
	}

	/**
	 * @param array<string, mixed> $document
	 * @param array<string, mixed> $expected
	 */
	private function arrondi( array $document, array $expected ): ?string {
		$rows = array_filter(
			$document['rows'],
			static fn ( array $row ): bool => ( $row['tax_id'] ?? null ) === self::ROUNDING_TAX
				&& ( $row['reference'] ?? '' ) === ''
				&& in_array( $row['description'], [ 'Rounding', 'Arrondi' ], true )
		);
		return $rows === []
			? null
			: Decimal::from_string( array_values( $rows )[0]['amount_tax_exc'] )
				->to_scale( self::decimals( (string) $expected['total'] ) );
	}

	/**
	 * VAT of all taxes of that percent; a situation without a rate has none.
	 *
	 * @param array<string, mixed> $document
	 */
	private function vat( array $document, string $percent ): string {
		$sum = Decimal::zero();
		foreach ( $document['taxes'] as $tax ) {
			if (
				is_numeric( $percent )
				&& Decimal::from_string( (string) $tax['rate'] )->equals( Decimal::from_string( $percent ) )
			) {
				$sum = $sum->plus( Decimal::from_string( $tax['amount'] ) );
			}
		}
		return $sum->to_string();
	}

	private static function decimals( string $amount ): int {
		return strlen( (string) strrchr( $amount, '.' ) ) === 0 ? 0 : strlen( (string) strrchr( $amount, '.' ) ) - 1;
	}

	private static function assert_same_amount( string $expected, string $found, string $message ): void {
		self::assertTrue(
			Decimal::from_string( $expected )->equals( Decimal::from_string( $found ) ),
			"$message: $expected expected, $found found"
		);
	}
}
