<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Items;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\OptionalStep;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\RemoteIds\Creation;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\Settings\ItemSettings;
use OrderInvoicer\Domain\Taxes\TaxMap;

/** A product that Sellsy does not have, as the shop's catalogue has it. */
final class CreateItem {

	public function __construct(
		private readonly Items $items,
		private readonly FindItem $find,
		private readonly Products $products,
		private readonly ItemDrafter $draft,
		private readonly RemoteIds $once,
		private readonly OpeningStock $stock,
		private readonly OptionalStep $optional,
	) {}

	/**
	 * Called after a search that found nothing.
	 *
	 * @return ItemRef|null null where the owner does not want it, Sellsy refuses it, or nobody knows its price and tax.
	 * @throws RetryLater
	 * @throws RemoteFailure
	 */
	public function create( OrderLine $line, string $sku, TaxMap $taxes, ItemSettings $settings ): ?ItemRef {
		$product = $settings->create ? $this->products->of_line( $line->id ) : null;
		$draft   = $product === null || ( $product->is_variation && ! $settings->variations )
			? null
			: $this->draft->draft( $product, $line, $sku, $taxes );
		if ( $product === null || $draft === null ) {
			return null;
		}
		$made = $this->once->make(
			'item',
			ItemKey::key( $sku ),
			ProblemCode::WaitsForItem,
			fn( Creation $creation ): ?array => $this->make( $creation, $draft, $product, $settings )
		);
		return $made === null ? null : new ItemRef( $made['id'], $made['type'] );
	}

	/** @return array{type: string, id: int}|null */
	private function make(
		Creation $creation,
		ItemDraft $draft,
		ShopProduct $product,
		ItemSettings $settings,
	): ?array {
		// The one before may have died, or got no answer, after creating. An archived one is left in peace.
		$item = $creation->is_open() ? $this->find->search( $draft->reference ) : null;
		if ( $item === null ) {
			$item = $this->optional->try( fn() => $creation->run( fn() => $this->items->create( $draft ) ) );
			if ( $item !== null ) {
				$this->stock->owe( $item->ref, $product, $settings );
			}
		}
		return $item === null || $item->archived ? null : [
			'type' => $item->ref->type,
			'id'   => $item->ref->id,
		];
	}
}
