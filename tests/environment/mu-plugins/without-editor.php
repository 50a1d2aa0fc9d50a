<?php
/**
 * A site on this machine on which nobody writes pages: what WordPress and WooCommerce bring for the block editor stays
 * away from pages that are not the editor.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// The patterns that it offers, made for each request, and the fonts of every look of the theme: a seventh of what PHP
// does.
add_filter(
	'pre_site_transient_woocommerce_blocks_patterns',
	static fn (): array => [
		'version'  => WOOCOMMERCE_VERSION,
		'patterns' => [],
	]
);
add_action(
	'admin_init',
	static fn (): bool => remove_action( 'admin_print_styles', 'wp_print_font_faces_from_style_variations', 50 )
);

// Its scripts, 2 MB on each page of wp-admin for the command palette (Ctrl+K) and WooCommerce's abilities: a fifth of
// what the browser does. They are there in the demo, and for a browser that has the cookie, where pages are timed.
if ( ! defined( 'ORDERINVOICER_DEMO' ) && ! isset( $_COOKIE['orderinvoicer_editor_scripts'] ) ) {
	remove_action( 'admin_enqueue_scripts', 'wp_enqueue_command_palette_assets' );
	add_action(
		'admin_print_footer_scripts',
		static fn () => wp_dequeue_script( [ 'wp-abilities', 'wc-entities' ] ),
		0
	);
}
