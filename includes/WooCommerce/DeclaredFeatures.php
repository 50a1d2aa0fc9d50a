<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\FeaturesUtil;

/**
 * Features of WooCommerce that orders, products, checkout or e-mails go through, and that the plugin works beside.
 * Where nothing is declared, WooCommerce names the plugin as incompatible with some of them.
 */
final class DeclaredFeatures {

	/** One that a version does not know is no matter. */
	private const NAMES = [
		'custom_order_tables',
		'cart_checkout_blocks',
		'order_attribution',
		'hpos_fts_indexes',
		'hpos_datastore_caching',
		'product_block_editor',
		'product_instance_caching',
		'cost_of_goods_sold',
		'rate_limit_checkout',
		'rest_api_caching',
		'email_improvements',
		'block_email_editor',
		'point_of_sale',
		'fulfillments',
	];

	public static function declare( string $file ): void {
		if ( class_exists( FeaturesUtil::class ) ) {
			foreach ( self::NAMES as $name ) {
				FeaturesUtil::declare_compatibility( $name, $file, true );
			}
		}
	}
}
