<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Resources;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;

/** `/items`. */
final class Catalogue {

	public function __construct( private readonly SellsyClient $client ) {}

	public function get( int $id ): Answer {
		return $this->client->send( ApiRequest::get( '/items/{id}', [ 'id' => $id ] ) );
	}

	/**
	 * @param array<string, mixed> $filters
	 * @return list<Answer>
	 */
	public function search( array $filters ): array {
		return $this->client->all( ApiRequest::search( '/items/search', $filters ) );
	}

	/**
	 * The route declares no page: what its one answer does not hold cannot be asked for.
	 *
	 * @return list<Answer>
	 * @throws RemoteFailure of kind Rejected when there are more than the answer holds.
	 */
	public function declinations( int $item_id ): array {
		$request = ApiRequest::get( '/items/{id}/declinations', [ 'id' => $item_id ] );
		$page    = $this->client->send( $request );
		$first   = $page->list( 'data' );
		if ( $page->object( 'pagination' )->int( 'total' ) > count( $first ) ) {
			throw new RemoteFailure(
				kind: FailureKind::Rejected,
				status: 200,
				route: $request->route(),
				detail: 'A list that is not whole.'
			);
		}
		return $first;
	}

	/** @param array<string, mixed> $body */
	public function create( array $body ): Answer {
		return $this->client->send( ApiRequest::post( '/items', $body ) );
	}

	/** @param array<string, mixed> $body */
	public function update( int $id, array $body ): void {
		$this->client->send( ApiRequest::put( '/items/{id}', $body, [ 'id' => $id ] ) );
	}
}
