<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** The unit suites and the stand-in live on recorded orders: they must still be what the real WooCommerce stores. */
#[Group( 'real-woocommerce' )]
final class RecordingsTest extends IntegrationTestCase {

	private const PROJECT = __DIR__ . '/../../../..';

	#[DataProvider( 'kinds_of_shop' )]
	public function test_recordings_are_what_woocommerce_stores_today( string $kind ): void {
		$this->assert_recorded_again( $kind, 'record.php', 'order-table.php', 'orders' );
	}

	#[DataProvider( 'kinds_of_shop' )]
	public function test_recorded_refunds_are_what_woocommerce_stores_today( string $kind ): void {
		$this->assert_recorded_again( $kind, 'record-refunds.php', 'refund-table.php', 'refunds' );
	}

	private function assert_recorded_again( string $kind, string $recorder, string $table, string $folder ): void {
		$target = sys_get_temp_dir() . '/orderinvoicer-recordings-' . getmypid() . "-$kind-$folder";
		wp_mkdir_p( $target );

		$this->record( $recorder, $kind, $target );

		$recorded = glob( "$target/*.json" );
		self::assertEqualsCanonicalizing(
			$this->names( $table, $kind ),
			array_map( static fn ( string $file ): string => basename( $file, '.json' ), $recorded )
		);
		foreach ( $recorded as $file ) {
			self::assertJsonFileEqualsJsonFile( self::PROJECT . "/tests/fixtures/$folder/" . basename( $file ), $file );
			unlink( $file );
		}
		rmdir( $target );
	}

	/** @return iterable<string, array{string}> */
	public static function kinds_of_shop(): iterable {
		foreach ( [ 'ttc-line', 'ttc-subtotal', 'ht-line', 'ht-subtotal' ] as $kind ) {
			yield $kind => [ $kind ];
		}
	}

	private function record( string $recorder, string $kind, string $target ): void {
		$command = [
			PHP_BINARY,
			'-d',
			'memory_limit=512M',
			self::PROJECT . "/tests/recorder/$recorder",
			(string) getenv( 'ORDERINVOICER_SITE_DIR' ),
			$kind,
			$target,
		];
		// how VAT is rounded is fixed while WooCommerce loads.
		// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.system_calls_exec
		exec( implode( ' ', array_map( 'escapeshellarg', $command ) ) . ' 2>&1', $output, $code );
		self::assertSame( 0, $code, implode( "\n", $output ) );
	}

	/** @return list<string> */
	private function names( string $table, string $kind ): array {
		return array_keys(
			array_filter(
				require self::PROJECT . "/tests/fixtures/$table",
				static fn ( array $entry ): bool => $entry['shop'] === $kind
			)
		);
	}
}
