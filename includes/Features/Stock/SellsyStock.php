<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Features\Stock\Rules\Stock;
use OrderInvoicer\Sellsy\V1\V1Client;

/** `Stock.activate` of API v1: it carries the opening stock, so that no `Stock.add`, which adds up, is needed. */
final class SellsyStock implements Stock {

	public function __construct( private readonly V1Client $client ) {}

	public function open( int $item_id, int $warehouse_id, Decimal $quantity ): void {
		$this->client->tell(
			'Stock.activate',
			[
				'itemid'      => $item_id,
				'warehouseid' => $warehouse_id,
				'stock'       => [
					'method'          => 'simple',
					'initialqt'       => $quantity->to_string(),
					'initialpurprice' => '0',
					'minstock'        => 0,
					'valotype'        => 'NONE',
				],
			]
		);
	}
}
