<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments;

defined( 'ABSPATH' ) || exit;

/** The file as the whole answer: nothing else goes out, and nobody on the way keeps it. */
final class PdfAnswer {

	/** Ends the request. */
	public function send( string $pdf, string $number ): never {
		while ( ob_get_level() > 0 && ob_end_clean() ) {
			continue; // What others have printed does not belong into the file.
		}
		// A length that is named must be the one that is sent.
		// phpcs:ignore WordPress.PHP.IniSet.Risky, WordPress.PHP.NoSilencedErrors.Discouraged
		@ini_set( 'zlib.output_compression', '0' );
		status_header( 200 );
		self::keep_nowhere();
		header( 'Content-Type: application/pdf' );
		header( 'Content-Length: ' . strlen( $pdf ) );
		header( 'Content-Disposition: attachment; filename="' . self::file_name( $number ) . '"' );
		header( 'X-Content-Type-Options: nosniff' );
		// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a file, not a page.
		echo $pdf;
		exit;
	}

	public static function keep_nowhere(): void {
		if ( ! defined( 'DONOTCACHEPAGE' ) ) {
			define( 'DONOTCACHEPAGE', true ); // phpcs:ignore WordPress.NamingConventions -- the caches' own name.
		}
		nocache_headers();
		header( 'Cache-Control: no-store, private, max-age=0' );
		header( 'X-Robots-Tag: noindex, nofollow' );
		// The address holds the order's key.
		header( 'Referrer-Policy: no-referrer' );
	}

	/** What every system takes. */
	public static function file_name( string $number ): string {
		$safe = trim( (string) preg_replace( '/[^A-Za-z0-9._-]+/', '-', $number ), '-.' );
		return ( $safe === '' ? 'document' : substr( $safe, 0, 80 ) ) . '.pdf';
	}
}
