<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/**
 * The order table, all the way: real WooCommerce, this plugin, the Sellsy sandbox. Each total equals the order's, each
 * VAT is the one of the table, with the precisions of unit prices that Sellsy's accounts are known to have: all of them
 * in the whole walk.
 */
#[Group( 'real-woocommerce' )]
#[Group( 'walks' )]
final class OrderTableTest extends IntegrationTestCase {

	private const PROJECT = __DIR__ . '/../../../..';

	/** Currencies for which the sandbox's account has a rate category. */
	private const CURRENCIES = [ 'EUR', 'USD', 'GBP', 'JPY', 'CHF' ];

	private const ROUNDING_TAX = 11;

	/** What the sandbox's account is like, and what is made there. */
	private const ACCOUNTS = [
		'2 decimals'                   => [
			'options'   => [
				'unit_price_decimals' => 2,
				'unit_price_mode'     => 'refuse',
			],
			'documents' => [ 'invoice' ],
		],
		'4 decimals, silently rounded' => [
			'options'   => [
				'unit_price_decimals' => 4,
				'unit_price_mode'     => 'round',
			],
			'documents' => [ 'invoice' ],
		],
		'5 decimals'                   => [
			'options'   => [
				'unit_price_decimals' => 5,
				'unit_price_mode'     => 'refuse',
			],
			'documents' => [ 'invoice' ],
			'agreed'    => true,
		],
		self::EVERY_OTHER              => [
			'options'   => [
				'unit_price_decimals' => 4,
				'unit_price_mode'     => 'round',
			],
			'documents' => [ 'estimate', 'order', 'delivery', 'proforma' ],
			// Trusted by mistake: what it rounds otherwise is corrected.
			'agreed'    => true,
		],
	];

	private const EVERY_OTHER = '4 decimals, silently rounded, every other document';

	/** Each day: the account that refuses most, and one document of each of Sellsy's two APIs on the other. */
	private const EACH_DAY = [
		'2 decimals'      => [ 'invoice' ],
		self::EVERY_OTHER => [ 'estimate', 'delivery' ],
	];

	/** What all tests have of one kind of shop. */
	public static function run_of( string $kind_of_shop ): TableRun {
		return TableRun::get( 'documents', $kind_of_shop, self::accounts() );
	}

	/** @return array<string, array{options: array<string, mixed>, documents: list<string>}> */
	private static function accounts(): array {
		if ( Cuts::are_all() ) {
			return self::ACCOUNTS;
		}
		$accounts = array_intersect_key( self::ACCOUNTS, self::EACH_DAY );
		foreach ( self::EACH_DAY as $name => $documents ) {
			$accounts[ $name ]['documents'] = $documents;
		}
		return $accounts;
	}

	/** @return iterable<string, array{string}> */
	public static function kinds_of_shop(): iterable {
		foreach ( [ 'ttc-line', 'ttc-subtotal', 'ht-line', 'ht-subtotal' ] as $kind ) {
			yield $kind => [ $kind ];
		}
	}

	#[DataProvider( 'kinds_of_shop' )]
	public function test_each_order_becomes_the_invoice_of_the_table( string $kind ): void {
		$accounts = self::accounts();
		unset( $accounts[ self::EVERY_OTHER ] );
		$this->assert_all_are_the_tables( $kind, $accounts );
	}

	#[DataProvider( 'kinds_of_shop' )]
	public function test_each_order_becomes_every_other_document_too( string $kind ): void {
		$this->assert_all_are_the_tables( $kind, [ self::EVERY_OTHER => self::accounts()[ self::EVERY_OTHER ] ] );
	}

	#[DataProvider( 'kinds_of_shop' )]
	public function test_each_account_has_documents_of_its_own( string $kind ): void {
		$ids = [];
		foreach ( self::run_of( $kind )->made as $order ) {
			if ( $order['document'] !== null ) {
				$ids[] = "{$order['kind']} {$order['document']['id']}";
			}
		}
		self::assertSame( array_unique( $ids ), $ids );
	}

	/** @param array<string, array{documents: list<string>}> $accounts */
	private function assert_all_are_the_tables( string $kind, array $accounts ): void {
		$table = array_filter(
			require self::PROJECT . '/tests/fixtures/order-table.php',
			static fn ( array $entry ): bool => $entry['shop'] === $kind
		);
		$made  = array_filter(
			self::run_of( $kind )->made,
			static fn ( array $order ): bool => isset( $accounts[ $order['account'] ] )
		);
		$kinds = array_merge( ...array_column( $accounts, 'documents' ) );
		self::assertCount( count( $table ) * count( $kinds ), $made );
		foreach ( $made as $order ) {
			$this->assert_is_the_tables( $order );
		}
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
		$paid = Decimal::from_string( $order['order_total'] )
			->round( self::decimals( (string) $expected['total'] ), Rounding::HalfUp );
		self::assert_same_amount( $paid->to_string(), $total, $name );
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
