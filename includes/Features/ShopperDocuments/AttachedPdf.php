<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments;

defined( 'ABSPATH' ) || exit;

// phpcs:disable WordPress.WP.AlternativeFunctions -- WP_Filesystem may ask for a password, which no runner has.

/**
 * A document as a file, for as long as its e-mail leaves. It stands where WordPress keeps temporary files, outside the
 * web root where there is such a place, in a folder of its own whose name nobody guesses: what the customer sees is the
 * file's name. Its address leads to a customer's invoice where that place is in the web root after all: no log names
 * it.
 */
final class AttachedPdf {

	private const FOLDER = 'orderinvoicer-pdf-';

	/** Bytes, of an invoice of a page. */
	private const SMALL = 64 * 1024;

	private \Closure $attach;

	private function __construct( public readonly string $path ) {
		$this->attach = static fn ( mixed $attachments ): array =>
			[ ...( is_array( $attachments ) ? $attachments : [] ), $path ];
	}

	/** @return self|null null where the site cannot write one: the e-mail leaves with its link alone. */
	public static function write( string $pdf, string $number ): ?self {
		self::remove_old();
		$folder = get_temp_dir() . self::FOLDER . wp_generate_password( 32, false );
		$path   = "$folder/" . PdfAnswer::file_name( $number );
		// phpcs:disable WordPress.PHP.NoSilencedErrors -- Where there is no room, whoever asked says so.
		if ( ! @mkdir( $folder, 0700 ) ) {
			return null;
		}
		$file = new self( $path );
		if ( @file_put_contents( $path, $pdf ) !== strlen( $pdf ) ) {
			$file->remove();
			return null;
		}
		// phpcs:enable
		return $file;
	}

	/** Whether a file of that kind has room now. */
	public static function can_be_written(): bool {
		$file = self::write( str_repeat( '-', self::SMALL ), 'room' );
		return $file !== null && $file->remove();
	}

	/** To the e-mail that is built next. */
	public function attach(): void {
		// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WooCommerce's own.
		add_filter( 'woocommerce_email_attachments', $this->attach );
	}

	/** @return bool false: it is still there. */
	public function remove(): bool {
		remove_filter( 'woocommerce_email_attachments', $this->attach );
		return self::delete( dirname( $this->path ) );
	}

	/**
	 * Of runners that died, or that could not delete them.
	 *
	 * @return int how many are still there.
	 */
	public static function remove_old(): int {
		$left = 0;
		foreach ( (array) glob( get_temp_dir() . self::FOLDER . '*', GLOB_ONLYDIR ) as $folder ) {
			$is_old = is_string( $folder ) && (int) filemtime( $folder ) < time() - HOUR_IN_SECONDS;
			$left  += $is_old && ! self::delete( $folder ) ? 1 : 0;
		}
		return $left;
	}

	/** Another user of the server may own it, and other code of the site may keep a file. */
	private static function delete( string $folder ): bool {
		foreach ( (array) glob( "$folder/*" ) as $file ) {
			wp_delete_file( (string) $file );
		}
		clearstatcache();
		return ! is_dir( $folder )
			|| ( is_writable( $folder ) && glob( "$folder/*" ) === [] && rmdir( $folder ) );
	}
}
