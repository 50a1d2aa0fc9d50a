<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration;

use OrderInvoicer\Features\ShopperDocuments\AttachedPdf;
use OrderInvoicer\Health\Checks\ServerCheck;

/** A server that lacks something: what is needed is said, and nothing breaks. */
final class MissingExtensionsTest extends IntegrationTestCase {

	public function test_without_mbstring_the_plugin_does_not_begin_and_says_so(): void {
		$site = (string) getenv( 'ORDERINVOICER_SITE_DIR' );
		$code = '$_SERVER["HTTP_HOST"] = "127.0.0.1"; require $argv[1] . "/wp-load.php"; wp_set_current_user( 1 );'
			. ' foreach ( array_merge( ...$GLOBALS["wp_filter"]["admin_notices"]->callbacks ) as $notice ) {'
			. ' $call = $notice["function"];'
			. ' if ( is_array( $call ) && $call[0] instanceof OrderInvoicer\Requirements ) { $call(); } }'
			. ' echo class_exists( "OrderInvoicer\Plugin", false ) ? "BEGAN" : "";';
		$said = [];
		exec(
			implode(
				' ',
				array_map(
					'escapeshellarg',
					[
						PHP_BINARY,
						'-d',
						'opcache.enable_cli=0',
						'-d',
						'disable_functions=mb_strcut,mb_scrub',
						'-d',
						'display_errors=0',
						'-r',
						$code,
						'--',
						$site,
					]
				)
			),
			$said,
			$status
		);
		$said = implode( "\n", $said );
		self::assertSame( 0, $status, $said );
		self::assertStringContainsString( 'mbstring', $said );
		self::assertStringNotContainsString( 'BEGAN', $said );
	}

	public function test_without_curl_health_says_what_that_costs(): void {
		$room    = AttachedPdf::can_be_written( ... );
		$verdict = ( new ServerCheck( $room, static fn ( string $name ): bool => $name !== 'curl_exec' ) )->verdict();
		self::assertSame( 'recommended', $verdict->status );
		self::assertStringContainsString( 'curl', $verdict->next_step );
		self::assertSame( 'good', ( new ServerCheck( $room ) )->verdict()->status );
	}

	/** As root nothing is unwritable: a temporary folder that is not there fails as a full one does. */
	public function test_a_temporary_folder_without_room_is_said(): void {
		$before = AttachedPdf::can_be_written();
		self::assertTrue( $before );
		$full = $this->run_in( '/nowhere-at-all/' );
		self::assertStringContainsString( 'recommended', $full );
		self::assertStringContainsString( 'not written', $full );
	}

	/** As root: a disk of its own on which nothing has room any more, and one that has room for a half. */
	public function test_a_temporary_folder_that_is_full_is_said_and_keeps_no_half(): void {
		$disk = sys_get_temp_dir() . '/orderinvoicer-full-' . getmypid();
		mkdir( $disk );
		exec( 'mount -t tmpfs -o size=64k tmpfs ' . escapeshellarg( $disk ) . ' 2>&1', $output, $code );
		if ( $code !== 0 ) {
			rmdir( $disk );
			self::markTestSkipped( 'A small disk can be made by root only.' );
		}
		try {
			file_put_contents( "$disk/other", str_repeat( '-', 40 * 1024 ) );
			self::assertStringContainsString( 'recommended', $this->run_in( "$disk/" ), 'There is room for a half.' );
			$left = array_map( 'basename', (array) glob( "$disk/orderinvoicer*/*" ) );
			self::assertSame( [ 'F-1.pdf' ], $left, 'The small one had room; of the other no half was left.' );
			exec( 'head -c 65536 /dev/zero > ' . escapeshellarg( "$disk/rest" ) . ' 2>/dev/null' );
			self::assertLessThan( 64 * 1024, filesize( "$disk/rest" ), 'It did not fit, and fills it.' );
			self::assertStringContainsString( 'not written', $this->run_in( "$disk/" ) );
			self::assertCount( 1, (array) glob( "$disk/orderinvoicer*" ) );
		} finally {
			exec( 'umount ' . escapeshellarg( $disk ) );
			rmdir( $disk );
		}
	}

	private function run_in( string $folder ): string {
		$site = (string) getenv( 'ORDERINVOICER_SITE_DIR' );
		$code = '$_SERVER["HTTP_HOST"] = "127.0.0.1"; define( "WP_TEMP_DIR", $argv[2] );'
			. ' require $argv[1] . "/wp-load.php";'
			. ' class_alias( OrderInvoicer\Features\ShopperDocuments\AttachedPdf::class, "Pdf" );'
			. ' $check = new OrderInvoicer\Health\Checks\ServerCheck( Pdf::can_be_written( ... ) );'
			. ' echo $check->verdict()->status, " ", Pdf::write( "%PDF", "F-1" )'
			. ' === null ? "not written" : "";';
		return (string) shell_exec(
			implode( ' ', array_map( 'escapeshellarg', [ PHP_BINARY, '-r', $code, '--', $site, $folder ] ) )
		);
	}
}
