<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Assumptions\AccountFindings;
use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Items\ItemChange;
use OrderInvoicer\Domain\Items\ItemDraft;
use OrderInvoicer\Domain\Items\Items;
use OrderInvoicer\Domain\Items\RemoteItem;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;
use OrderInvoicer\Sellsy\Mapping\ItemMapping;
use OrderInvoicer\Sellsy\Mapping\WholeRecord;

/** @assumes put-keeps-items */
final class SellsyItems implements Items {

	public function __construct(
		private readonly SellsyClient $client,
		private readonly ItemMapping $mapping,
		private readonly AccountFindings $findings,
		private readonly WholeRecord $whole = new WholeRecord(),
	) {}

	public function get( int $id ): ?RemoteItem {
		$item = RemoteFailure::null_when_gone( fn (): Answer => $this->read( $id ) );
		return $item === null ? null : $this->mapping->item( $item );
	}

	/** Archived ones too: the caller must know that the reference is taken. */
	public function find_by_reference( string $reference ): array {
		$filters = [
			'reference' => $reference,
			'type'      => [ 'product', 'service' ],
		];
		$found   = $this->client->all( ApiRequest::search( '/items/search', $filters ) );
		return array_map( $this->mapping->item( ... ), $found );
	}

	/**
	 * The route declares no page: what its one answer does not hold cannot be asked for.
	 *
	 * @throws RemoteFailure of kind Rejected when there are more than the answer holds.
	 */
	public function declinations( int $item_id ): array {
		$request = ApiRequest::get( '/items/{id}/declinations', [ 'id' => $item_id ] );
		$page    = $this->client->send( $request );
		$listed  = $page->list( 'data' );
		if ( $page->object( 'pagination' )->int( 'total' ) > count( $listed ) ) {
			throw new RemoteFailure(
				kind: FailureKind::Rejected,
				status: 200,
				route: $request->route(),
				detail: 'A list that is not whole.'
			);
		}
		$references = [];
		foreach ( $listed as $declination ) {
			$references[ $declination->id() ] = $declination->string( 'reference' );
		}
		return $references;
	}

	public function create( ItemDraft $draft ): RemoteItem {
		return $this->mapping->item(
			$this->client->send( ApiRequest::post( '/items', $this->mapping->body( $draft ) ) )
		);
	}

	/** Where the account was seen to drop what a change leaves out, all of the item is read and goes with it. */
	public function update( int $id, ItemChange $change ): void {
		$whole = $this->findings->is_otherwise( Assumption::PutKeepsItems )
			? $this->whole->of_item( $this->read( $id ) )
			: [];
		if ( $whole === null ) {
			throw new RemoteFailure(
				kind: FailureKind::Rejected,
				route: 'PUT /items/{id}',
				detail: 'Not all of it can be sent back.'
			);
		}
		$body = $this->mapping->changes( $change ) + $whole;
		$this->client->send( ApiRequest::put( '/items/{id}', $body, [ 'id' => $id ] ) );
	}

	private function read( int $id ): Answer {
		return $this->client->send( ApiRequest::get( '/items/{id}', [ 'id' => $id ] ) );
	}
}
