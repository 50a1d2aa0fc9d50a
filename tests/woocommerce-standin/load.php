<?php
/**
 * Classes and functions that bear WooCommerce's names, and the stand-in's own (Standin_…).
 */

defined( 'ABSPATH' ) || exit;

foreach (
	[
		'class-wc-data',
		'class-wc-datetime',
		'class-wc-product',
		'class-wc-order-item',
		'class-wc-order-items',
		'class-wc-abstract-order',
		'class-standin-addressed-order',
		'class-wc-order',
		'class-wc-order-refund',
		'shop',
		'utilities',
		'functions',
		'order-functions',
		'action-scheduler',
		'class-standin-storage',
		'class-standin-recordings',
		'class-standin-shop',
		'class-standin-order-screen',
		'class-standin-action-scheduler',
	] as $standin_file
) {
	require_once __DIR__ . "/includes/$standin_file.php";
}
unset( $standin_file );
