<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\AccountFindings;
use OrderInvoicer\Domain\Account\Assumption;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Items\ItemChange;
use OrderInvoicer\Domain\Items\ItemDraft;
use OrderInvoicer\Domain\Items\Items;
use OrderInvoicer\Domain\Items\RemoteItem;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Mapping\ItemMapping;
use OrderInvoicer\Sellsy\Mapping\WholeRecord;
use OrderInvoicer\Sellsy\Resources\Catalogue;

/** @assumes put-keeps-items */
final class SellsyItems implements Items {

	public function __construct(
		private readonly Catalogue $catalogue,
		private readonly ItemMapping $mapping,
		private readonly AccountFindings $findings,
		private readonly WholeRecord $whole = new WholeRecord(),
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

	/** Where the account was seen to drop what a change leaves out, all of the item is read and goes with it. */
	public function update( int $id, ItemChange $change ): void {
		$whole = $this->findings->is_otherwise( Assumption::PutKeepsItems )
			? $this->whole->of_item( $this->catalogue->get( $id ) )
			: [];
		if ( $whole === null ) {
			throw new RemoteFailure(
				kind: FailureKind::Rejected,
				route: 'PUT /items/{id}',
				detail: 'Not all of it can be sent back.'
			);
		}
		$this->catalogue->update( $id, $this->mapping->changes( $change ) + $whole );
	}
}
