<?php
declare( strict_types=1 );

namespace OrderInvoicer\Composition;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Application\CreateItem;
use OrderInvoicer\Application\DraftItem;
use OrderInvoicer\Application\FindItem;
use OrderInvoicer\Application\KeepItem;
use OrderInvoicer\Application\Once;
use OrderInvoicer\Application\OpeningStock;
use OrderInvoicer\Application\OptionalStep;
use OrderInvoicer\Application\ResolveItems;
use OrderInvoicer\Domain\Item\ItemComparison;
use OrderInvoicer\Sellsy\SellsyStock;
use OrderInvoicer\WooCommerce\WooProducts;

/** The shop's products at Sellsy. */
final class ItemParts {

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
		private readonly Once $once,
	) {}

	public function resolve_items(): ResolveItems {
		$items    = $this->sellsy->items();
		$products = new WooProducts();
		$draft    = new DraftItem();
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
