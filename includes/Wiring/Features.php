<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\Stock\StockTable;
use OrderInvoicer\WordPress\Tables\FeatureTable;

/** What features leave in the database. Written by `npm run composition`: never edit it. */
final class Features {

	/** @var list<class-string<FeatureTable>> */
	public const TABLES = [ StockTable::class ];

	/** Options that go with the plugin whatever the owner chose. */
	public const GO_ALWAYS = [ 'orderinvoicer_stock_look' ];
}
