<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments;

defined( 'ABSPATH' ) || exit;

/** How parts are made and on which hook, where no type says it (npm run composition). */
final class ShopperDocumentsFeature {

	public const HOOKS = [ EmailSettingsNote::class => [ EmailSettingsNote::HOOK ] ];

	/** @return \Closure(): bool */
	public static function server_check_has_room(): \Closure {
		return AttachedPdf::can_be_written( ... );
	}
}
