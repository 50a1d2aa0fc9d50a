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
		$target = sys_get_temp_dir() . '/orderinvoicer-recordings-' . getmypid() . "-$kind";
		wp_mkdir_p( $target );

		$this->record( $kind, $target );

		$recorded = glob( "$target/*.json" );
		self::assertEqualsCanonicalizing( $this->names( $kind ), array_map( static fn ( string $file ): string => basename( $file, '.json' ), $recorded ) );
		foreach ( $recorded as $file ) {
			self::assertJsonFileEqualsJsonFile( self::PROJECT . '/tests/fixtures/orders/' . basename( $file ), $file );
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

	private function record( string $kind, string $target ): void {
		$command = [ PHP_BINARY, '-d', 'memory_limit=512M', self::PROJECT . '/tests/recorder/record.php', (string) getenv( 'ORDERINVOICER_SITE_DIR' ), $kind, $target ];
		// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.system_calls_exec -- how VAT is rounded is fixed while WooCommerce loads.
		exec( implode( ' ', array_map( 'escapeshellarg', $command ) ) . ' 2>&1', $output, $code );
		self::assertSame( 0, $code, implode( "\n", $output ) );
	}

	/** @return list<string> */
	private function names( string $kind ): array {
		$table = require self::PROJECT . '/tests/fixtures/order-table.php';
		return array_keys( array_filter( $table, static fn ( array $entry ): bool => $entry['shop'] === $kind ) );
	}
}
