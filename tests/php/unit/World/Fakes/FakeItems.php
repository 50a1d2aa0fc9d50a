<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Items\ItemChange;
use OrderInvoicer\Domain\Items\ItemDraft;
use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Items\Items;
use OrderInvoicer\Domain\Items\RemoteItem;
use OrderInvoicer\Tests\Unit\World\Sellsy;

final class FakeItems implements Items {

	/** @var list<ItemDraft> */
	public array $created = [];

	/** @var array<int, ItemChange> last one by item id. */
	public array $changed = [];

	/** @var array<int, array<int, string>> reference by declination id, by item id. */
	public array $declined = [];

	public function __construct( private readonly Sellsy $sellsy ) {}

	public function get( int $id ): ?RemoteItem {
		return $this->sellsy->read( 'get_item', fn(): ?RemoteItem => $this->sellsy->items[ $id ] ?? null );
	}

	/** By part, as Sellsy may. */
	public function find_by_reference( string $reference ): array {
		return $this->sellsy->request(
			'find_item',
			fn(): array => array_values(
				array_filter(
					$this->sellsy->items,
					fn( RemoteItem $item ): bool =>
						$this->sellsy->is_indexed( $item->ref->id ) && stripos( $item->reference, $reference ) !== false
				)
			)
		);
	}

	public function declinations( int $item_id ): array {
		return $this->sellsy->request( 'declinations', fn(): array => $this->declined[ $item_id ] ?? [] );
	}

	public function create( ItemDraft $draft ): RemoteItem {
		return $this->sellsy->request(
			'create_item',
			function () use ( $draft ): RemoteItem {
				$this->created[] = $draft;
				return $this->has_item( $draft->reference, $draft->name );
			}
		);
	}

	public function update( int $id, ItemChange $change ): void {
		$this->sellsy->request(
			'update_item',
			function () use ( $id, $change ): void {
				$this->changed[ $id ] = $change;
			}
		);
	}

	public function has_item( string $reference, string $name = 'Article', bool $archived = false ): RemoteItem {
		$id = $this->sellsy->next_id();
		$this->sellsy->items[ $id ] = new RemoteItem(
			ref: new ItemRef( $id, 'product' ),
			reference: $reference,
			name: $name,
			archived: $archived
		);
		return $this->sellsy->items[ $id ];
	}

	/** @return int id of the declination. */
	public function has_declination( RemoteItem $item, string $reference ): int {
		$id = $this->sellsy->next_id();
		$this->declined[ $item->ref->id ][ $id ] = $reference;
		return $id;
	}
}
