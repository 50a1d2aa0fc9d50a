<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Application\Ports\Items;
use OrderInvoicer\Application\Ports\Logger;
use OrderInvoicer\Domain\Item\ItemRef;
use OrderInvoicer\Domain\Item\RemoteItem;
use OrderInvoicer\Domain\Order\LineKind;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Sync\ProblemCode;
use OrderInvoicer\Domain\Tax\TaxMap;

/**
 * The order's products among Sellsy's items, by reference = SKU (variation before parent, compared exactly after
 * trimming). What cannot be found or made becomes a free row: a product never stops an invoice. Remembered ids are not
 * asked for again each time; `forget_gone()` does when Sellsy refuses the document.
 */
final class ResolveItems {

	private const KIND        = 'item';
	private const MIN_LENGTH  = 2;
	private const KEY_LENGTH  = 40;

	public function __construct(
		private readonly Items $items,
		private readonly Once $once,
		private readonly DraftItem $draft,
		private readonly Logger $logger,
	) {}

	/**
	 * @return array<int, ItemRef> by order line id.
	 * @throws Wait
	 * @throws RemoteFailure without a clear answer.
	 */
	public function resolve( OrderSnapshot $order, TaxMap $taxes, bool $create ): array {
		$refs = [];
		foreach ( $order->lines as $line ) {
			$skus = $this->skus( $line );
			if ( $skus === [] ) {
				continue;
			}
			$ref = $this->known( $skus ) ?? $this->find( $skus ) ?? ( $create ? $this->create( $line, $skus[0], $taxes ) : null );
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
			foreach ( $this->skus( $line ) as $sku ) {
				$known = $this->once->known( self::KIND, $this->key( $sku ) );
				if ( $known !== null && $this->is_gone( $known['id'] ) ) {
					$this->once->forget( self::KIND, $this->key( $sku ) );
					$gone = true;
				}
			}
		}
		return $gone;
	}

	/** @param non-empty-list<string> $skus */
	private function known( array $skus ): ?ItemRef {
		foreach ( $skus as $sku ) {
			$known = $this->once->known( self::KIND, $this->key( $sku ) );
			if ( $known !== null ) {
				return new ItemRef( $known['id'], $known['type'] );
			}
		}
		return null;
	}

	/** @param non-empty-list<string> $skus */
	private function find( array $skus ): ?ItemRef {
		foreach ( $skus as $sku ) {
			$item = $this->search( $sku );
			if ( $item !== null && ! $item->archived ) {
				$this->once->remember( self::KIND, $this->key( $sku ), $item->ref->type, $item->ref->id );
				return $item->ref;
			}
		}
		return null;
	}

	/** The one in use before an archived one, the oldest of several. */
	private function search( string $sku ): ?RemoteItem {
		try {
			$found = $this->items->find_by_reference( $sku );
		} catch ( RemoteFailure $failure ) {
			$this->only_refused( $failure );
			return null;
		}
		$exact = array_values( array_filter( $found, static fn( RemoteItem $item ): bool => trim( $item->reference ) === $sku ) );
		usort( $exact, static fn( RemoteItem $one, RemoteItem $other ): int => [ $one->archived, $one->ref->id ] <=> [ $other->archived, $other->ref->id ] );
		return $exact[0] ?? null;
	}

	private function create( OrderLine $line, string $sku, TaxMap $taxes ): ?ItemRef {
		$draft = $this->draft->of( $line, $sku, $taxes );
		if ( $draft === null ) {
			return null;
		}
		$make = function () use ( $draft, $sku ): ?array {
			// The one before may have died, or got no answer, after creating. An archived one is left in peace.
			$item = $this->search( $sku );
			if ( $item === null ) {
				try {
					$item = $this->items->create( $draft );
				} catch ( RemoteFailure $failure ) {
					$this->only_refused( $failure );
				}
			}
			return $item === null || $item->archived ? null : [
				'type' => $item->ref->type,
				'id'   => $item->ref->id,
			];
		};
		$made = $this->once->make( self::KIND, $this->key( $sku ), ProblemCode::WaitsForItem, $make );
		return $made === null ? null : new ItemRef( $made['id'], $made['type'] );
	}

	/** A clear no makes a free row; everything else is tried again. */
	private function only_refused( RemoteFailure $failure ): void {
		if ( ! in_array( $failure->kind, [ FailureKind::Rejected, FailureKind::NotFound ], true ) ) {
			throw $failure;
		}
		$this->logger->error(
			'An item was refused; its row stays free.',
			[
				'route' => $failure->route,
				'status' => $failure->status,
			]
		);
	}

	private function is_gone( int $id ): bool {
		try {
			return $this->items->get( $id )->archived;
		} catch ( RemoteFailure $failure ) {
			if ( $failure->kind === FailureKind::NotFound ) {
				return true;
			}
			throw $failure;
		}
	}

	/** @return list<string> */
	private function skus( OrderLine $line ): array {
		if ( $line->kind !== LineKind::Product ) {
			return [];
		}
		return array_values( array_filter( array_map( trim( ... ), $line->skus ), static fn( string $sku ): bool => mb_strlen( $sku ) >= self::MIN_LENGTH ) );
	}

	/** Hashed, because databases compare texts without regard to case. */
	private function key( string $sku ): string {
		return substr( hash( 'sha256', $sku ), 0, self::KEY_LENGTH );
	}
}
