<?php
/**
 * The page that `npm start` opens with, and what its shop has besides. It is there beside the stand-in for WooCommerce
 * always, which has no shop of its own; beside the real one only where the demo asks for it.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

add_action(
	'plugins_loaded',
	static function (): void {
		$orderinvoicer_is_standin = class_exists( 'Standin_Recordings' );
		if ( ! $orderinvoicer_is_standin && ! defined( 'ORDERINVOICER_DEMO' ) ) {
			return;
		}
		foreach ( [ 'Words', 'Orders', 'Roles', 'Shops', 'Page', 'Acts' ] as $orderinvoicer_class ) {
			require_once __DIR__ . "/demo/{$orderinvoicer_class}.php";
		}
		( new Orderinvoicer_Demo_Page( $orderinvoicer_is_standin ) )->register();
		( new Orderinvoicer_Demo_Acts() )->register();
		if ( $orderinvoicer_is_standin ) {
			add_filter( 'standin_text', [ Orderinvoicer_Demo_Words::class, 'say' ] );
			// As WooCommerce's own list shows a status.
			add_action(
				'admin_head-edit.php',
				static function (): void {
					echo '<style>mark.order-status{padding:3px 8px;border-radius:4px;background:#e5e5e5;color:#454545}'
						. 'mark.status-completed,mark.status-processing{background:#c6e1c6;color:#2c4700}</style>';
				}
			);
			return;
		}
		// Where WooCommerce's language pack cannot be had, what the demo shows most is French all the same.
		if ( ! file_exists( WP_LANG_DIR . '/plugins/woocommerce-fr_FR.mo' ) ) {
			$orderinvoicer_say = static fn ( string $text, string $english ): string =>
				$text === $english ? Orderinvoicer_Demo_Words::say( $english ) : $text;
			add_filter( 'gettext_woocommerce', $orderinvoicer_say, 10, 2 );
			add_filter( 'gettext_with_context_woocommerce', $orderinvoicer_say, 10, 2 );
		}
		add_filter(
			'woocommerce_payment_gateways',
			static function ( array $gateways ): array {
				require_once __DIR__ . '/demo/Card.php';
				return [ ...$gateways, Orderinvoicer_Demo_Card::class ];
			}
		);
		add_action(
			'woocommerce_blocks_payment_method_type_registration',
			static function ( object $registry ): void {
				require_once __DIR__ . '/demo/CardBlock.php';
				$registry->register( new Orderinvoicer_Demo_Card_Block() );
			}
		);
	}
);
