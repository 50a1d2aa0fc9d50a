<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Tests\Integration\Engine\Cuts;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/**
 * The ten thousand orders of the unit tests are worth something because these carts came out of WooCommerce the same:
 * 500 in the whole walk, the first 25 of them each day.
 */
#[Group( 'real-woocommerce' )]
#[Group( 'walks' )]
final class GeneratorTest extends IntegrationTestCase {

	private const SCRIPT = __DIR__ . '/../../../recorder/prove-generator.php';

	#[DataProvider( 'kinds_of_shop' )]
	public function test_generated_orders_are_what_woocommerce_stores(
		string $kind,
		int $each_day,
		int $in_all,
	): void {
		$command = [
			PHP_BINARY,
			'-d',
			'memory_limit=512M',
			self::SCRIPT,
			(string) getenv( 'ORDERINVOICER_SITE_DIR' ),
			$kind,
			Cuts::are_all() ? '500' : '25',
		];

		// how VAT is rounded is fixed while WooCommerce loads.
		// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.system_calls_exec
		exec( implode( ' ', array_map( 'escapeshellarg', $command ) ) . ' 2>&1', $output );

		self::assertSame( [ ( Cuts::are_all() ? $in_all : $each_day ) . ' carts' ], $output );
	}

	/** @return iterable<string, array{string, int, int}> */
	public static function kinds_of_shop(): iterable {
		yield 'TTC, VAT per line' => [ 'ttc-line', 6, 221 ];
		yield 'TTC, VAT at subtotal' => [ 'ttc-subtotal', 6, 100 ];
		yield 'HT, VAT per line' => [ 'ht-line', 11, 114 ];
		yield 'HT, VAT at subtotal' => [ 'ht-subtotal', 2, 65 ];
	}
}
