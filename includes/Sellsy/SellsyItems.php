<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Items\ItemChange;
use OrderInvoicer\Domain\Items\ItemDraft;
use OrderInvoicer\Domain\Items\Items;
use OrderInvoicer\Domain\Items\RemoteItem;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Mapping\ItemMapping;
use OrderInvoicer\Sellsy\Resources\Catalogue;

final class SellsyItems implements Items {

	public function __construct(
		private readonly Catalogue $catalogue,
		private readonly ItemMapping $mapping,
	) {}

	public function get( int $id ): ?RemoteItem {
		$item = RemoteFailure::null_when_gone( fn (): Answer => $this->catalogue->get( $id ) );
		return $item === null ? null : $this->mapping->item( $item );
	}

	/** Archived ones too: the caller must know that the reference is taken. */
	public function find_by_reference( string $reference ): array {
		$filters = [
			'reference' => $reference,
			'type'      => [ 'product', 'service' ],
		];
		return array_map( $this->mapping->item( ... ), $this->catalogue->search( $filters ) );
	}

	public function declinations( int $item_id ): array {
		$references = [];
		foreach ( $this->catalogue->declinations( $item_id ) as $declination ) {
			$references[ $declination->id() ] = $declination->string( 'reference' );
		}
		return $references;
	}

	public function create( ItemDraft $draft ): RemoteItem {
		return $this->mapping->item( $this->catalogue->create( $this->mapping->body( $draft ) ) );
	}

	public function update( int $id, ItemChange $change ): void {
		$this->catalogue->update( $id, $this->mapping->changes( $change ) );
	}
}
