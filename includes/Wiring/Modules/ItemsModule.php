<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\OptionalStep;
use OrderInvoicer\Domain\Items\CreateItem;
use OrderInvoicer\Domain\Items\FindItem;
use OrderInvoicer\Domain\Items\ItemComparison;
use OrderInvoicer\Domain\Items\ItemDrafter;
use OrderInvoicer\Domain\Items\KeepItem;
use OrderInvoicer\Domain\Items\OpeningStock;
use OrderInvoicer\Domain\Items\ResolveItems;

/** Products, and their items at Sellsy. */
final class ItemsModule {

	public readonly FindItem $find_item;
	public readonly ResolveItems $resolve_items;

	public function __construct( Ports $ports, RemoteIdsModule $remote_ids ) {
		$optional = new OptionalStep( $ports->logger() );
		$drafter  = new ItemDrafter();
		$stock    = new OpeningStock(
			$ports->stock(),
			$ports->products(),
			$ports->account(),
			$remote_ids->remote_ids,
			$optional
		);

		$this->find_item = new FindItem( $ports->items(), $remote_ids->remote_ids, $optional );

		$create = new CreateItem(
			$ports->items(),
			$this->find_item,
			$ports->products(),
			$drafter,
			$remote_ids->remote_ids,
			$stock,
			$optional
		);
		$keep   = new KeepItem(
			$ports->items(),
			$ports->products(),
			$drafter,
			new ItemComparison(),
			$remote_ids->remote_ids,
			$optional,
			$ports->clock()
		);

		$this->resolve_items = new ResolveItems( $this->find_item, $create, $keep, $stock );
	}
}
