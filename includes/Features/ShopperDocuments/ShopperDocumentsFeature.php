<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments;

defined( 'ABSPATH' ) || exit;

/** How parts are made, where no type says it (npm run composition). */
final class ShopperDocumentsFeature {

	/** @return \Closure(): bool */
	public static function server_check_has_room(): \Closure {
		return AttachedPdf::can_be_written( ... );
	}
}
