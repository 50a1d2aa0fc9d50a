<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Tests\Integration\Engine\OrderTableTest;
use OrderInvoicer\Tests\Integration\Engine\RefundTableTest;
use OrderInvoicer\Tests\Integration\Engine\TableRun;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** The unit suites and the stand-in live on recorded orders: they must still be what the real WooCommerce stores. */
#[Group( 'real-woocommerce' )]
final class RecordingsTest extends IntegrationTestCase {

	private const FIXTURES = __DIR__ . '/../../../fixtures';

	#[DataProvider( 'kinds_of_shop' )]
	public function test_recordings_are_what_woocommerce_stores_today( string $kind ): void {
		$this->assert_recorded_again( OrderTableTest::run_of( $kind ), $kind, 'order-table', 'orders' );
	}

	#[DataProvider( 'kinds_of_shop' )]
	public function test_recorded_refunds_are_what_woocommerce_stores_today( string $kind ): void {
		$this->assert_recorded_again( RefundTableTest::run_of( $kind ), $kind, 'refund-table', 'refunds' );
	}

	/** @return iterable<string, array{string}> */
	public static function kinds_of_shop(): iterable {
		return OrderTableTest::kinds_of_shop();
	}

	private function assert_recorded_again( TableRun $run, string $kind, string $table, string $folder ): void {
		$of_shop = array_filter(
			require self::FIXTURES . "/$table.php",
			static fn ( array $entry ): bool => $entry['shop'] === $kind
		);
		self::assertEqualsCanonicalizing( array_keys( $of_shop ), array_keys( $run->recorded ) );
		foreach ( $run->recorded as $name => $json ) {
			self::assertJsonStringEqualsJsonFile( self::FIXTURES . "/$folder/$name.json", $json );
		}
	}
}
