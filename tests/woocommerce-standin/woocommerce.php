<?php
/**
 * Plugin Name: WooCommerce (stand-in for tests)
 * Description: The part of WooCommerce that Order Invoicer touches, for machines that cannot have WooCommerce. It calculates nothing: its orders are recordings of the real one. Never shipped, never for a shop.
 * Version:     10.5.0-standin
 *
 * What it covers: see README.md beside this file.
 */

defined( 'ABSPATH' ) || exit;

define( 'WC_VERSION', '10.5.0-standin' );
define( 'WC_PLUGIN_FILE', __FILE__ );
define( 'WC_ABSPATH', __DIR__ . '/' );

require __DIR__ . '/load.php';

register_activation_hook( __FILE__, [ Standin_Shop::class, 'activate' ] );

( new Standin_Shop() )->register();
( new Standin_Order_Screen() )->register();
( new Standin_Action_Scheduler() )->register();

do_action( 'before_woocommerce_init' );
