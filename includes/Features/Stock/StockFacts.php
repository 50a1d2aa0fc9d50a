<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\Stock\Rules\StockLooks;
use OrderInvoicer\Health\MoreFacts;

final class StockFacts implements MoreFacts {

	public function __construct( private readonly StockLooks $stock_looks ) {}

	public function facts(): array {
		return [ 'stock_seen' => $this->stock_looks->read()->whole_at?->format( DATE_RFC3339 ) ?? '' ];
	}
}
