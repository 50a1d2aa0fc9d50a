<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Archives;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\OrderRights;
use OrderInvoicer\Features\Archives\Rules\ArchiveState;

/** Hands out one's own archive, a little at a time, and takes it away when it was sent. */
final class ArchiveDownload {

	private const CHUNK = 256 * 1024;

	public function __construct( private readonly OwnArchives $own ) {}

	public function register(): void {
		add_action( 'admin_post_' . OwnArchives::FILE, [ $this, 'handle_admin_post' ] );
	}

	/** @internal */
	public function handle_admin_post(): void {
		check_admin_referer( OwnArchives::FILE );
		$archive = current_user_can( OrderRights::CAPABILITY ) ? $this->own->current() : null;
		// phpcs:disable WordPress.WP.AlternativeFunctions, WordPress.PHP.NoSilencedErrors -- sent as it is read.
		$path = $archive?->state === ArchiveState::Ready ? UploadsFolder::zip_of( $archive ) : '';
		$file = $path === '' ? false : @fopen( $path, 'rb' );
		if ( $archive === null || $file === false ) {
			wp_die(
				esc_html__( 'This archive is not there (any more). Make it again.', 'orderinvoicer' ),
				'',
				[
					'response'  => 404,
					'back_link' => true,
				]
			);
		}
		$this->send( $file, (int) filesize( $path ) );
		fclose( $file );
		// phpcs:enable
		if ( connection_status() === CONNECTION_NORMAL ) {
			$this->own->take_away( $archive->folder );
		}
		exit;
	}

	/** @param resource $file */
	private function send( $file, int $size ): void {
		while ( ob_get_level() > 0 && ob_end_clean() ) {
			continue; // The file is sent as it is read.
		}
		ignore_user_abort( true );
		wc_set_time_limit( 0 );
		// A length that is named must be the one that is sent.
		// phpcs:ignore WordPress.PHP.IniSet.Risky, WordPress.PHP.NoSilencedErrors.Discouraged
		@ini_set( 'zlib.output_compression', '0' );
		nocache_headers();
		header( 'Content-Type: application/zip' );
		header( "Content-Length: $size" );
		header( 'Content-Disposition: attachment; filename="documents-' . wp_date( 'Y-m-d' ) . '.zip"' );
		header( 'X-Content-Type-Options: nosniff' );
		while ( ! feof( $file ) && connection_status() === CONNECTION_NORMAL ) {
			// phpcs:ignore WordPress.Security.EscapeOutput, WordPress.WP.AlternativeFunctions -- a file, no page.
			echo (string) fread( $file, self::CHUNK );
			flush();
		}
	}
}
