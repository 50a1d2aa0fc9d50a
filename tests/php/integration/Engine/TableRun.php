<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Tests\Integration\Sandbox;
use PHPUnit\Framework\Assert;

/**
 * A table of tests/fixtures put through real WooCommerce, this plugin and the sandbox by tests/recorder: once for all
 * tests, in a process of its own, because how VAT is rounded is fixed while WooCommerce loads.
 */
final class TableRun {

	private const RECORDER = __DIR__ . '/../../../recorder';

	/** @var array<string, self> */
	private static array $runs = [];

	/**
	 * @param list<array<string, mixed>> $made     what came of each order, for each account.
	 * @param array<string, string>      $recorded JSON by name: what WooCommerce stores of each order.
	 */
	private function __construct(
		public readonly array $made,
		public readonly array $recorded,
	) {}

	/** @param array<string, mixed> $accounts see the script. */
	public static function get( string $script, string $kind_of_shop, array $accounts ): self {
		return self::$runs[ "$script $kind_of_shop" ] ??= self::run( $script, $kind_of_shop, $accounts );
	}

	/** @param array<string, mixed> $accounts */
	private static function run( string $script, string $kind_of_shop, array $accounts ): self {
		$sandbox = (string) getenv( 'ORDERINVOICER_SANDBOX_URL' );
		( new Sandbox( $sandbox ) )->reset();
		$folder = sys_get_temp_dir() . '/orderinvoicer-recordings-' . getmypid() . "-$kind_of_shop-$script";
		wp_mkdir_p( $folder );
		$command = [
			PHP_BINARY,
			'-d',
			'memory_limit=512M',
			self::RECORDER . "/$script.php",
			(string) getenv( 'ORDERINVOICER_SITE_DIR' ),
			$kind_of_shop,
			$folder,
			$sandbox,
			json_encode( $accounts, JSON_THROW_ON_ERROR ),
		];
		exec(
			implode( ' ', array_map( 'escapeshellarg', $command ) ) . ' 2> ' . escapeshellarg( "$folder/errors" ),
			$lines,
			$code
		);
		$errors = (string) file_get_contents( "$folder/errors" );
		unlink( "$folder/errors" );
		$recorded = self::taken_from( $folder );
		Assert::assertSame( 0, $code, $errors );
		$made = array_map(
			static fn ( string $line ): array => (array) json_decode( $line, true, 512, JSON_THROW_ON_ERROR ),
			$lines
		);
		return new self( $made, $recorded );
	}

	/** @return array<string, string> */
	private static function taken_from( string $folder ): array {
		$recorded = [];
		foreach ( glob( "$folder/*.json" ) as $file ) {
			$recorded[ basename( $file, '.json' ) ] = (string) file_get_contents( $file );
			unlink( $file );
		}
		rmdir( $folder );
		return $recorded;
	}
}
