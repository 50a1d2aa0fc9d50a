<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WordPress\Tables\FeatureTable;

/** What was compared, and what was changed. */
final class StockTable implements FeatureTable {

	public const NAME = 'orderinvoicer_stock';

	/**
	 * Quantities are decimal strings, empty where unknown. `past` is 0 for how a product stands, else the row's own id.
	 */
	public static function sql( string $table, string $collate ): string {
		return "CREATE TABLE $table (
			id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			product_id bigint(20) unsigned NOT NULL,
			past bigint(20) unsigned NOT NULL DEFAULT 0,
			item_id bigint(20) unsigned NOT NULL DEFAULT 0,
			declination_id bigint(20) unsigned NOT NULL DEFAULT 0,
			warehouse_id bigint(20) unsigned NOT NULL DEFAULT 0,
			state varchar(16) NOT NULL,
			shop varchar(40) NOT NULL DEFAULT '',
			on_the_way varchar(40) NOT NULL DEFAULT '',
			sellsy varchar(40) NOT NULL DEFAULT '',
			side varchar(8) NOT NULL DEFAULT '',
			answered tinyint(1) NOT NULL DEFAULT 0,
			seen_at datetime DEFAULT NULL,
			marked_at datetime DEFAULT NULL,
			sent_at datetime DEFAULT NULL,
			read_at datetime DEFAULT NULL,
			PRIMARY KEY  (id),
			UNIQUE KEY one_standing (product_id,past),
			KEY by_state (past,state,seen_at),
			KEY marked (past,marked_at)
		) $collate;";
	}
}
