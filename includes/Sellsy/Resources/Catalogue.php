<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Resources;

use OrderInvoicer\Sellsy\Answer;
use OrderInvoicer\Sellsy\ApiRequest;
use OrderInvoicer\Sellsy\SellsyClient;

defined( 'ABSPATH' ) || exit;

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

	/** @param array<string, mixed> $body */
	public function create( array $body ): Answer {
		return $this->client->send( ApiRequest::post( '/items', $body ) );
	}
}
