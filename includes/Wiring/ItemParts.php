<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\OptionalStep;
use OrderInvoicer\Domain\Items\CreateItem;
use OrderInvoicer\Domain\Items\ItemDrafter;
use OrderInvoicer\Domain\Items\FindItem;
use OrderInvoicer\Domain\Items\ItemComparison;
use OrderInvoicer\Domain\Items\KeepItem;
use OrderInvoicer\Domain\Items\OpeningStock;
use OrderInvoicer\Domain\Items\ResolveItems;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Sellsy\SellsyStock;
use OrderInvoicer\WooCommerce\Catalogue\WooProducts;

/** The shop's products at Sellsy. */
final class ItemParts {

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
		private readonly RemoteIds $once,
	) {}

	public function resolve_items(): ResolveItems {
		$items    = $this->sellsy->items();
		$products = new WooProducts();
		$draft    = new ItemDrafter();
		$optional = new OptionalStep( $this->on->logger() );
		$find     = new FindItem( $items, $this->once, $optional );
		$stock    = new OpeningStock( new SellsyStock( $this->sellsy->v1() ), $products, $this->sellsy->account(), $this->once, $optional );
		return new ResolveItems(
			$find,
			new CreateItem( $items, $find, $products, $draft, $this->once, $stock, $optional ),
			new KeepItem( $items, $products, $draft, new ItemComparison(), $this->once, $optional, $this->on->clock ),
			$stock
		);
	}
}
