<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Items;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\OptionalStep;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;

/**
 * An item at Sellsy by reference, compared exactly after trimming. A variation is a declination of its parent's item
 * where one stands there, otherwise it is an item of its own. It is never its parent's item, which is another product.
 */
final class FindItem {

	private const ITEM        = 'item';
	private const DECLINATION = 'declination';

	public function __construct(
		private readonly Items $items,
		private readonly RemoteIds $remote_ids,
		private readonly OptionalStep $optional,
	) {}

	/**
	 * @param non-empty-list<string> $skus  the line's own reference, then its parent's.
	 * @param array<string, ItemRef> $known items that were read for all lines. What is not among them may have come
	 *                                      since.
	 */
	public function known( array $skus, array $known = [] ): ?ItemRef {
		$own = $known[ $skus[0] ] ?? $this->known_item( $skus[0] );
		if ( $own !== null || ! isset( $skus[1] ) ) {
			return $own;
		}
		$parent      = $known[ $skus[1] ] ?? $this->known_item( $skus[1] );
		$declination = $parent === null
			? null
			: $this->remote_ids->known( self::DECLINATION, ItemKey::of_declination( $parent->id, $skus[0] ) );
		return $parent === null || $declination === null
			? null
			: new ItemRef( $parent->id, $parent->type, $declination['id'] );
	}

	/**
	 * @param list<string> $skus
	 * @return array<string, ItemRef> those that are remembered, by reference.
	 */
	public function known_items( array $skus ): array {
		$found = $this->remote_ids->known_all( self::ITEM, array_map( ItemKey::key( ... ), $skus ) );
		$items = [];
		foreach ( $skus as $sku ) {
			$item = $found[ ItemKey::key( $sku ) ] ?? null;
			if ( $item !== null ) {
				$items[ $sku ] = new ItemRef( $item['id'], $item['type'] );
			}
		}
		return $items;
	}

	/**
	 * The one in use before an archived one, the oldest of several.
	 *
	 * @throws RemoteFailure
	 */
	public function search( string $sku ): ?RemoteItem {
		$found = $this->optional->try( fn(): array => $this->items->find_by_reference( $sku ) ) ?? [];
		$exact = array_values(
			array_filter( $found, static fn( RemoteItem $item ): bool => trim( $item->reference ) === $sku )
		);
		usort(
			$exact,
			static fn( RemoteItem $one, RemoteItem $other ): int =>
				[ $one->archived, $one->ref->id ] <=> [ $other->archived, $other->ref->id ]
		);
		return $exact[0] ?? null;
	}

	/**
	 * Forgets a remembered item or declination that Sellsy no longer has.
	 *
	 * @param non-empty-list<string> $skus
	 * @return bool whether it did.
	 * @throws RemoteFailure
	 */
	public function forget_gone( array $skus ): bool {
		$known = $this->known( $skus );
		if ( $known === null ) {
			return false;
		}
		if ( $this->is_gone( $known->id ) ) {
			$this->remote_ids->forget( self::ITEM, ItemKey::key( $skus[ $known->declination_id === null ? 0 : 1 ] ) );
			return true;
		}
		$declinations = $known->declination_id === null
			? null
			: $this->optional->try( fn(): array => $this->items->declinations( $known->id ) );
		if ( $declinations === null || array_key_exists( $known->declination_id, $declinations ) ) {
			return false;
		}
		$this->remote_ids->forget( self::DECLINATION, ItemKey::of_declination( $known->id, $skus[0] ) );
		return true;
	}

	/**
	 * Of the parent's item, if one of the line's own reference stands there; remembered.
	 *
	 * @assumes declinations-whole
	 * @param non-empty-list<string> $skus the line's own reference, then its parent's.
	 * @return ItemRef|false|null false where Sellsy does not list all of them: it may be one, so none is created.
	 * @throws RemoteFailure
	 */
	public function declination( array $skus ): ItemRef|false|null {
		$parent = isset( $skus[1] ) ? $this->search( $skus[1] ) : null;
		if ( $parent === null || ! $parent->may_have_declinations || $this->usable( $parent, $skus[1] ) === null ) {
			return null;
		}
		$references = $this->optional->try( fn(): array => $this->items->declinations( $parent->ref->id ) );
		if ( $references === null ) {
			return false;
		}
		$id = array_search( $skus[0], array_map( trim( ... ), $references ), true );
		if ( $id === false ) {
			return null;
		}
		$this->remote_ids->remember(
			self::DECLINATION,
			ItemKey::of_declination( $parent->ref->id, $skus[0] ),
			$parent->ref->type,
			$id
		);
		return new ItemRef( $parent->ref->id, $parent->ref->type, $id );
	}

	/** @param non-empty-list<string> $skus */
	public function forget( array $skus ): void {
		$known = $this->known( $skus );
		if ( $known !== null && $known->declination_id !== null ) {
			$this->remote_ids->forget( self::DECLINATION, ItemKey::of_declination( $known->id, $skus[0] ) );
		} elseif ( $known !== null ) {
			$this->remote_ids->forget( self::ITEM, ItemKey::key( $skus[0] ) );
		}
	}

	/** Remembered, unless it is archived. */
	public function usable( ?RemoteItem $item, string $sku ): ?ItemRef {
		if ( $item === null || $item->archived ) {
			return null;
		}
		$this->remote_ids->remember( self::ITEM, ItemKey::key( $sku ), $item->ref->type, $item->ref->id );
		return $item->ref;
	}

	private function known_item( string $sku ): ?ItemRef {
		$known = $this->remote_ids->known( self::ITEM, ItemKey::key( $sku ) );
		return $known === null ? null : new ItemRef( $known['id'], $known['type'] );
	}

	private function is_gone( int $id ): bool {
		return $this->items->get( $id )->archived ?? true; // Gone.
	}
}
