<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Archives;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\OrderBook\ShopperDocument;
use OrderInvoicer\Features\Archives\Rules\Archive;
use OrderInvoicer\Features\Archives\Rules\ArchiveFolder;

// phpcs:disable WordPress.WP.AlternativeFunctions -- WP_Filesystem may ask for a password, which no runner has.
// phpcs:disable WordPress.PHP.NoSilencedErrors -- Where there is no room, whoever asked says so.

/**
 * Below WordPress's uploads, which a runner of WP-Cron and the web server share, unlike temporary files: in a folder
 * that no server shows, and whose name nobody guesses or is told.
 */
final class UploadsFolder implements ArchiveFolder {

	private const BASE = 'orderinvoicer-archives';
	private const ZIP  = 'documents.zip';
	private const PART = 'part';

	public function __construct(
		private readonly ArchiveText $texts,
		private readonly bool $has_zip_archive,
	) {}

	public function can_pack(): bool {
		return $this->has_zip_archive || ( extension_loaded( 'zlib' ) && is_readable( self::pclzip() ) );
	}

	public function open( string $folder ): bool {
		$base = self::base();
		if ( ! wp_mkdir_p( self::path( $folder ) ) ) {
			return false;
		}
		$is_closed = @file_put_contents( "$base/.htaccess", "Require all denied\n" ) !== false
			&& @file_put_contents( "$base/index.php", "<?php\n" ) !== false;
		return $is_closed && is_writable( self::path( $folder ) );
	}

	public function write( string $folder, ShopperDocument $document, int $order_id, string $pdf ): bool {
		$path = self::path( $folder ) . '/' . $this->texts->file_name( $document, $order_id );
		return is_dir( self::path( $folder ) ) && self::put( $path, $pdf );
	}

	public function pack( Archive $archive ): bool {
		$path = self::path( $archive->folder );
		// What a runner has packed before it died may lack files by now.
		$is_there = is_file( "$path/" . self::ZIP ) || $this->pack_files( $path, $archive );
		if ( $is_there ) {
			array_map( wp_delete_file( ... ), [ ...self::files( "$path/*.pdf" ), ...self::files( "$path/*.txt" ) ] );
		}
		return $is_there;
	}

	private function pack_files( string $path, Archive $archive ): bool {
		$said = $this->texts->missing( $archive );
		if ( $said !== '' && ! self::put( "$path/" . $this->texts->read_me(), $said ) ) {
			return false;
		}
		$files = [ ...self::files( "$path/*.txt" ), ...self::files( "$path/*.pdf" ) ];
		$part  = "$path/" . self::PART;
		wp_delete_file( $part );
		$packed = $this->has_zip_archive ? self::zip( $part, $files ) : self::pcl_zip( $part, $files );
		return $packed && rename( $part, "$path/" . self::ZIP );
	}

	/** @param list<string> $files read one after the other, when it is closed. */
	private static function zip( string $part, array $files ): bool {
		$zip = new \ZipArchive();
		if ( $zip->open( $part, \ZipArchive::CREATE | \ZipArchive::OVERWRITE ) !== true ) {
			return false;
		}
		foreach ( $files as $file ) {
			$zip->addFile( $file, basename( $file ) );
		}
		return $zip->count() === count( $files ) && @$zip->close();
	}

	/**
	 * WordPress's own, for a PHP without ZipArchive. One file at a time: it holds each in memory.
	 *
	 * @param list<string> $files
	 */
	private static function pcl_zip( string $part, array $files ): bool {
		require_once self::pclzip();
		$zip = new \PclZip( $part );
		foreach ( $files as $file ) {
			$how = [ constant( 'PCLZIP_OPT_REMOVE_ALL_PATH' ), constant( 'PCLZIP_OPT_TEMP_FILE_OFF' ) ];
			// @phpstan-ignore arguments.count (it reads whatever it was called with)
			if ( $zip->add( [ $file ], ...$how ) === 0 ) {
				return false;
			}
		}
		return true;
	}

	public function remove( string $folder ): bool {
		$path = self::path( $folder );
		if ( $folder !== '' && is_dir( $path ) ) {
			array_map( wp_delete_file( ... ), self::files( "$path/*" ) );
			@rmdir( $path );
		}
		clearstatcache();
		return $folder === '' || ! is_dir( $path );
	}

	public function is_any(): bool {
		return self::files( self::base() . '/*', GLOB_ONLYDIR ) !== [];
	}

	/** One that was made a moment ago may not be known yet. */
	public function keep_only( array $kept ): void {
		foreach ( self::files( self::base() . '/*', GLOB_ONLYDIR ) as $path ) {
			if ( ! in_array( basename( $path ), $kept, true ) && (int) filemtime( $path ) < time() - HOUR_IN_SECONDS ) {
				$this->remove( basename( $path ) );
			}
		}
	}

	/** When the plugin is uninstalled. */
	public static function remove_all(): void {
		foreach ( self::files( self::base() . '/*', GLOB_ONLYDIR ) as $path ) {
			array_map( wp_delete_file( ... ), self::files( "$path/*" ) );
			@rmdir( $path );
		}
		array_map( wp_delete_file( ... ), [ self::base() . '/.htaccess', self::base() . '/index.php' ] );
		is_dir( self::base() ) && @rmdir( self::base() );
	}

	public static function zip_of( Archive $archive ): string {
		return self::path( $archive->folder ) . '/' . self::ZIP;
	}

	private static function put( string $path, string $text ): bool {
		$is_whole = @file_put_contents( "$path.part", $text ) === strlen( $text );
		return $is_whole && @rename( "$path.part", $path );
	}

	/** @return list<string> */
	private static function files( string $pattern, int $which = 0 ): array {
		$found = glob( $pattern, $which );
		return $found === false ? [] : $found;
	}

	private static function base(): string {
		return wp_upload_dir( null, false )['basedir'] . '/' . self::BASE;
	}

	private static function path( string $folder ): string {
		return self::base() . '/' . basename( $folder );
	}

	private static function pclzip(): string {
		return ABSPATH . 'wp-admin/includes/class-pclzip.php';
	}
}
