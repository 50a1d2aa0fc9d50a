<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

/** A table that belongs to a feature. */
interface FeatureTable {

	/** @var string without the prefix of the site. */
	public const NAME = '';

	/** In dbDelta's own dialect, as in `SchemaTables`. */
	public static function sql( string $table, string $collate ): string;
}
