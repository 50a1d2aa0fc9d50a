<?php
/**
 * A site on this machine writes from right to left for a browser that has the cookie: no such language has its package
 * here. What WordPress asks its translations for is all that a right-to-left language answers otherwise.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

if ( isset( $_COOKIE['orderinvoicer_right_to_left'] ) ) {
	add_filter(
		'gettext_with_context',
		static fn ( string $translation, string $text, string $context ): string =>
			$context === 'text direction' && $text === 'ltr' ? 'rtl' : $translation,
		10,
		3
	);
}
