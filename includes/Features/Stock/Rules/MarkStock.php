<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;

/** A change of stock by hand: one statement, and none where stock is not to agree. */
final class MarkStock {

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly StockRows $rows,
		private readonly Clock $clock,
	) {}

	public function mark( int $product_id ): void {
		if ( $this->settings->get()->stock->agrees ) {
			$this->rows->mark( $product_id, $this->clock->now() );
		}
	}
}
