<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Shopper;

defined( 'ABSPATH' ) || exit;

/**
 * A page of the theme in place of the file: the page "My account" with another content, so that it looks like the shop
 * in classic and in block themes. Without that page WordPress's own.
 */
final class RefusalPage {

	/**
	 * @param string $title plain text.
	 * @param string $html  below the title, escaped.
	 * @param int    $after seconds until another try makes sense; 0 where none does.
	 */
	public function show( int $status, string $title, string $html, int $after = 0 ): void {
		if ( $after > 0 ) {
			header( 'Retry-After: ' . $after );
		}
		PdfAnswer::keep_nowhere();
		if ( ! is_page() ) {
			// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Escaped, with its form; and a number.
			wp_die( $html, esc_html( $title ), [ 'response' => $status ] );
		}
		status_header( $status );
		$content = '<div class="woocommerce orderinvoicer-no-document"><h2>' . esc_html( $title ) . "</h2>$html</div>";
		// Before everybody else, so that My account is not drawn; then behind them, so that nobody changes it.
		add_filter( 'the_content', static fn ( mixed $old ): mixed => self::is_here() ? '' : $old, PHP_INT_MIN );
		add_filter( 'the_content', static fn ( mixed $old ): mixed => self::is_here() ? $content : $old, PHP_INT_MAX );
		add_filter(
			'document_title_parts',
			static fn ( mixed $parts ): mixed => is_array( $parts ) ? [ 'title' => $title ] + $parts : $parts
		);
	}

	private static function is_here(): bool {
		return in_the_loop() && is_main_query();
	}
}
