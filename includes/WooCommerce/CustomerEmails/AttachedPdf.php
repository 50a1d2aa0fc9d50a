<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\CustomerEmails;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WooCommerce\Shopper\PdfAnswer;

// phpcs:disable WordPress.WP.AlternativeFunctions -- WP_Filesystem may ask for a password, which no runner has.

/**
 * A document as a file, for as long as its e-mail leaves. It stands where WordPress keeps temporary files, outside the
 * web root where there is such a place, in a folder of its own whose name nobody guesses: what the customer sees is the
 * file's name.
 */
final class AttachedPdf {

	private const FOLDER = 'orderinvoicer-pdf-';

	private \Closure $attach;

	private function __construct( private readonly string $path ) {
		$this->attach = static fn ( mixed $attachments ): array =>
			[ ...( is_array( $attachments ) ? $attachments : [] ), $path ];
	}

	/** @return self|null null where the site cannot write one: the e-mail leaves with its link alone. */
	public static function write( string $pdf, string $number ): ?self {
		self::remove_old();
		$folder = get_temp_dir() . self::FOLDER . wp_generate_password( 32, false );
		$path   = "$folder/" . PdfAnswer::file_name( $number );
		if ( ! mkdir( $folder, 0700 ) ) {
			return null;
		}
		$file = new self( $path );
		if ( file_put_contents( $path, $pdf ) !== strlen( $pdf ) ) {
			$file->remove();
			return null;
		}
		return $file;
	}

	/** To the e-mail that is built next. */
	public function attach(): void {
		// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WooCommerce's own.
		add_filter( 'woocommerce_email_attachments', $this->attach );
	}

	public function remove(): void {
		remove_filter( 'woocommerce_email_attachments', $this->attach );
		self::delete( dirname( $this->path ) );
	}

	/** Of runners that died. */
	private static function remove_old(): void {
		foreach ( (array) glob( get_temp_dir() . self::FOLDER . '*', GLOB_ONLYDIR ) as $folder ) {
			if ( is_string( $folder ) && (int) filemtime( $folder ) < time() - HOUR_IN_SECONDS ) {
				self::delete( $folder );
			}
		}
	}

	private static function delete( string $folder ): void {
		foreach ( (array) glob( "$folder/*" ) as $file ) {
			wp_delete_file( (string) $file );
		}
		if ( is_dir( $folder ) ) {
			rmdir( $folder );
		}
	}
}
