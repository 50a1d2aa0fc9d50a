<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Stock;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Features\Stock\Rules\Stock;
use OrderInvoicer\Tests\Unit\World\Sellsy;
use OrderInvoicer\Tests\Unit\World\World;

final class FakeStock implements Stock {

	/** @var list<array{int, int, string}> item, warehouse, quantity. */
	public array $opened = [];

	private readonly Sellsy $sellsy;

	public function __construct( World $world ) {
		$this->sellsy = $world->sellsy;
	}

	public function open( int $item_id, int $warehouse_id, Decimal $quantity ): void {
		$this->sellsy->request(
			'open_stock',
			function () use ( $item_id, $warehouse_id, $quantity ): void {
				$this->opened[] = [ $item_id, $warehouse_id, $quantity->to_string() ];
			}
		);
	}
}
