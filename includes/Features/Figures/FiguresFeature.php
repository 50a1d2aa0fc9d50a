<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Figures;

defined( 'ABSPATH' ) || exit;

/** What the site must know of the figures before anything of them is made (npm run composition). */
final class FiguresFeature {

	public const HOOKS = [ ShopWidgets::class => [ ShopWidgets::FOOTER ] ];
}
