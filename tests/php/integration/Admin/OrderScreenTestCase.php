<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

use OrderInvoicer\Admin\OrderBox;
use OrderInvoicer\Admin\OrderList\OrderListColumn;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Integration\PluginEngine;

/** The box and the list column as the plugin puts them together, over rows written straight into the ledger. */
abstract class OrderScreenTestCase extends IntegrationTestCase {

	use DrawnBox;

	protected const DRAFT = [
		'state'       => 'done',
		'remote_type' => 'invoice',
		'remote_id'   => 77,
	];

	private static bool $is_registered = false;

	/** The test process is no admin request, in which the plugin registers them itself. */
	public static function setUpBeforeClass(): void {
		if ( self::$is_registered ) {
			return;
		}
		self::$is_registered = true;
		foreach ( PluginEngine::admin() as $screen ) {
			if ( $screen instanceof OrderBox || $screen instanceof OrderListColumn ) {
				$screen->register();
			}
		}
	}

	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		if ( ! $this->is_standin() ) {
			require_once WC_ABSPATH . 'includes/admin/wc-admin-functions.php';
		}
		$this->sign_in_as_admin();
	}

	final protected function order_worth( string $total ): \WC_Order {
		$order = wc_create_order();
		$order->set_total( $total );
		$order->save();
		return $order;
	}

	final protected function box( \WC_Order $order ): string {
		return self::drawn( $this->printed( $order ) );
	}

	final protected function printed( \WC_Order $order ): string {
		$screen = wc_get_page_screen_id( 'shop-order' );
		set_current_screen( $screen );
		do_action( 'add_meta_boxes', $screen, $order );
		$box = $GLOBALS['wp_meta_boxes'][ $screen ]['side']['default']['orderinvoicer-order'];
		ob_start();
		call_user_func( $box['callback'], $order );
		return (string) ob_get_clean();
	}

	/** @param array<string, string|int> $columns */
	final protected function row( \WC_Order $order, array $columns ): int {
		global $wpdb;
		$now = gmdate( 'Y-m-d H:i:s' );
		$wpdb->insert(
			"{$wpdb->prefix}orderinvoicer_sync",
			$columns + [
				'order_id'   => $order->get_id(),
				'effect'     => 'create_invoice',
				'due_at'     => $now,
				'created_at' => $now,
				'updated_at' => $now,
			]
		);
		self::assertSame( '', $wpdb->last_error );
		return $wpdb->insert_id;
	}
}
