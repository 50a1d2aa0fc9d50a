<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Resources;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;

/** `/companies` and `/individuals`: the same calls under two names. */
final class ThirdParties {

	public function __construct( private readonly SellsyClient $client ) {}

	/**
	 * @param array<string, mixed> $filters
	 * @return list<Answer>
	 */
	public function search( CustomerType $type, array $filters ): array {
		return $this->client->all( ApiRequest::search( $this->path( $type, '/search' ), $filters ) );
	}

	public function get( CustomerRef $ref ): Answer {
		return $this->client->send( ApiRequest::get( $this->path( $ref->type, '/{id}' ), [ 'id' => $ref->id ] ) );
	}

	/** @param array<string, mixed> $body */
	public function create( CustomerType $type, array $body ): Answer {
		return $this->client->send( ApiRequest::post( $this->path( $type, '' ), $body ) );
	}

	/** @param array<string, mixed> $body */
	public function update( CustomerRef $ref, array $body ): void {
		$this->client->send( ApiRequest::put( $this->path( $ref->type, '/{id}' ), $body, [ 'id' => $ref->id ] ) );
	}

	/** @param array<string, mixed> $body */
	public function convert( CustomerRef $ref, array $body ): void {
		$this->client->send(
			ApiRequest::post( $this->path( $ref->type, '/{id}/convert' ), $body, [ 'id' => $ref->id ] )
		);
	}

	/**
	 * One page: this list declares neither `limit` nor `offset`.
	 *
	 * @assumes addresses-at-once
	 *
	 * @return list<Answer>
	 */
	public function addresses( CustomerRef $ref ): array {
		return $this->client->send( ApiRequest::get( $this->addresses_path( $ref ), $this->address_ids( $ref ) ) )
			->list( 'data' );
	}

	/** @param array<string, mixed> $body */
	public function add_address( CustomerRef $ref, array $body ): Answer {
		return $this->client->send(
			ApiRequest::post( $this->addresses_path( $ref ), $body, $this->address_ids( $ref ) )
		);
	}

	private function path( CustomerType $type, string $below ): string {
		return ( $type === CustomerType::Company ? '/companies' : '/individuals' ) . $below;
	}

	private function addresses_path( CustomerRef $ref ): string {
		return $this->path(
			$ref->type,
			$ref->type === CustomerType::Company ? '/{companyId}/addresses' : '/{individualId}/addresses'
		);
	}

	/** @return array<string, int> */
	private function address_ids( CustomerRef $ref ): array {
		return [ $ref->type === CustomerType::Company ? 'companyId' : 'individualId' => $ref->id ];
	}
}
