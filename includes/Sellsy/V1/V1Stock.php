<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\V1;

use OrderInvoicer\Application\Ports\Stock;
use OrderInvoicer\Domain\Money\Decimal;

defined( 'ABSPATH' ) || exit;

/** `Stock.activate`: needed once per item, and it carries the opening quantity itself. Its value is left to the owner. */
final class V1Stock implements Stock {

	public function __construct( private readonly V1Client $client ) {}

	public function open( int $item_id, int $warehouse_id, Decimal $quantity ): void {
		$this->client->call(
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
