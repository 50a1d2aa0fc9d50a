<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Items;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\OptionalStep;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Order\LineKind;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\RemoteIds\Creation;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\Settings\ItemSettings;
use OrderInvoicer\Domain\Taxes\TaxMap;

/**
 * The order's products among Sellsy's items, by reference = SKU. What cannot be found or made becomes a free row: a
 * product never stops an invoice. Remembered ids are not asked for again each time; `forget_gone()` does when Sellsy
 * refuses the document.
 *
 * @assumes item-search-by-part
 */
final class ResolveItems {

	private const MIN_LENGTH = 2;

	public const ALL_OF = [ 'listeners' => ItemListener::class ];

	/** @param list<ItemListener> $listeners */
	public function __construct(
		private readonly FindItem $find,
		private readonly Items $items,
		private readonly Products $products,
		private readonly RemoteIds $remote_ids,
		private readonly OptionalStep $optional,
		private readonly KeepItem $keep,
		private readonly array $listeners,
	) {}

	/**
	 * @return array<int, ItemRef> by order line id.
	 * @throws RetryLater
	 * @throws RemoteFailure without a clear answer.
	 */
	public function resolve( OrderSnapshot $order, TaxMap $taxes, ItemSettings $settings ): array {
		$refs  = [];
		$known = $this->find->known_items( $this->all_skus( $order ) );
		foreach ( $order->lines as $line ) {
			$skus = $this->skus( $line );
			$ref  = $skus === [] ? null : $this->item( $line, $skus, $known, $taxes, $settings );
			if ( $ref !== null ) {
				$refs[ $line->id ] = $ref;
			}
		}
		return $refs;
	}

	/**
	 * Forgets remembered items that Sellsy no longer has; true when there was one, so that it is worth building again.
	 *
	 * @throws RemoteFailure
	 */
	public function forget_gone( OrderSnapshot $order ): bool {
		$gone = false;
		foreach ( $order->lines as $line ) {
			$skus = $this->skus( $line );
			$gone = ( $skus !== [] && $this->find->forget_gone( $skus ) ) || $gone;
		}
		return $gone;
	}

	/**
	 * @param non-empty-list<string> $skus
	 * @param array<string, ItemRef> $known by reference.
	 */
	private function item(
		OrderLine $line,
		array $skus,
		array $known,
		TaxMap $taxes,
		ItemSettings $settings,
	): ?ItemRef {
		$found = $this->find->known( $skus, $known ) ?? $this->find->declination( $skus );
		if ( $found === false ) {
			return null;
		}
		$seen  = $found === null ? $this->find->search( $skus[0] ) : null;
		$found = $found ?? $this->find->usable( $seen, $skus[0] );
		if ( $found !== null ) {
			$this->keep->keep( $found, $line, $skus[0], $taxes, $settings );
		}
		// An archived one is left in peace: neither used nor doubled.
		$item = $found ?? ( $seen === null ? $this->created( $line, $skus[0], $taxes, $settings ) : null );
		if ( $item !== null ) {
			foreach ( $this->listeners as $listener ) {
				$listener->used( $item, $line, $settings );
			}
		}
		return $item;
	}

	public function expect( OrderSnapshot $order ): void {
		$this->remote_ids->expect( 'item', array_map( ItemKey::key( ... ), $this->all_skus( $order ) ) );
	}

	/** @return list<string> */
	private function all_skus( OrderSnapshot $order ): array {
		return array_values( array_unique( array_merge( ...array_map( $this->skus( ... ), $order->lines ) ) ) );
	}

	/** @return list<string> */
	private function skus( OrderLine $line ): array {
		if ( $line->kind !== LineKind::Product ) {
			return [];
		}
		$own    = ItemKey::reference( $line->skus[0] ?? '' );
		$parent = ItemKey::reference( $line->skus[1] ?? '' );
		return mb_strlen( $own ) < self::MIN_LENGTH
			? []
			: array_filter( [ $own, $parent ], static fn( string $sku ): bool => $sku !== '' );
	}

	/**
	 * A product that Sellsy does not have, as the shop's catalogue has it. Called after a search that found nothing.
	 *
	 * @return ItemRef|null null where the owner does not want it, Sellsy refuses it, or nobody knows its price and tax.
	 * @throws RetryLater
	 * @throws RemoteFailure
	 */
	private function created( OrderLine $line, string $sku, TaxMap $taxes, ItemSettings $settings ): ?ItemRef {
		$product = $settings->create ? $this->products->of_line( $line->id ) : null;
		$draft   = $product === null || ( $product->is_variation && ! $settings->variations )
			? null
			: ItemDraft::of( $product, $line, $sku, $taxes );
		if ( $product === null || $draft === null ) {
			return null;
		}
		$made = $this->remote_ids->make(
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
				foreach ( $this->listeners as $listener ) {
					$listener->created( $item->ref, $product, $settings );
				}
			}
		}
		return $item === null || $item->archived ? null : [
			'type' => $item->ref->type,
			'id'   => $item->ref->id,
		];
	}
}
