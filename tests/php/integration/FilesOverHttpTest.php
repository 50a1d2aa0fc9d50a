<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration;

/** Somebody calls the plugin's files by their address. They answer nothing: no error, no path, no word. */
final class FilesOverHttpTest extends IntegrationTestCase {

	public function test_no_php_file_answers_anything(): void {
		$root  = dirname( __DIR__, 3 ) . '/';
		$paths = [ 'orderinvoicer.php', 'uninstall.php' ];
		foreach ( [ 'includes', 'build', 'languages' ] as $folder ) {
			foreach ( new \RecursiveIteratorIterator(
				new \RecursiveDirectoryIterator( $root . $folder, \FilesystemIterator::SKIP_DOTS )
			) as $file ) {
				if ( $file instanceof \SplFileInfo && $file->getExtension() === 'php' ) {
					$paths[] = substr( $file->getPathname(), strlen( $root ) );
				}
			}
		}
		self::assertGreaterThan( 500, count( $paths ) );
		self::assertSame( [], array_filter( array_combine( $paths, array_map( $this->answer( ... ), $paths ) ) ) );
	}

	/** @return string the status, where it is not 200, and what came with it. */
	private function answer( string $path ): string {
		$context = stream_context_create( [ 'http' => [ 'ignore_errors' => true ] ] );
		$stream  = fopen(
			getenv( 'ORDERINVOICER_SITE_URL' ) . "/wp-content/plugins/orderinvoicer/$path",
			'r',
			false,
			$context
		);
		self::assertIsResource( $stream );
		$status = explode( ' ', stream_get_meta_data( $stream )['wrapper_data'][0] ?? '' )[1] ?? 'no answer';
		return ( $status === '200' ? '' : "$status " ) . stream_get_contents( $stream, 100 );
	}
}
