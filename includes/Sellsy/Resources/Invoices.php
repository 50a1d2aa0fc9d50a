<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Resources;

use OrderInvoicer\Sellsy\Answer;
use OrderInvoicer\Sellsy\ApiRequest;
use OrderInvoicer\Sellsy\SellsyClient;

defined( 'ABSPATH' ) || exit;

final class Invoices {

	public function __construct( private readonly SellsyClient $client ) {}

	/** @param array<string, mixed> $body */
	public function compute( array $body ): Answer {
		return $this->client->send( ApiRequest::post( '/invoices/compute', $body ) );
	}

	/** @param array<string, mixed> $body */
	public function create( array $body ): Answer {
		return $this->client->send( ApiRequest::post( '/invoices', $body ) );
	}

	public function get( int $id ): Answer {
		return $this->client->send( ApiRequest::get( '/invoices/{id}', [ 'id' => $id ] ) );
	}

	/**
	 * Newest first. Lists come without rows.
	 *
	 * @param array<string, mixed> $filters
	 * @return list<Answer>
	 */
	public function search( array $filters ): array {
		$newest_first = [
			'order'     => 'id',
			'direction' => 'desc',
		];
		return $this->client->all( ApiRequest::search( '/invoices/search', $filters, $newest_first ) );
	}

	/** @param string $date `Y-m-d`. */
	public function validate( int $id, string $date ): Answer {
		return $this->client->send( ApiRequest::post( '/invoices/{id}/validate', [ 'date' => $date ], [ 'id' => $id ] ) );
	}
}
