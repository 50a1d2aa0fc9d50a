<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Resources;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;

final class Contacts {

	public function __construct( private readonly SellsyClient $client ) {}

	/**
	 * @param array<string, mixed> $filters
	 * @return list<Answer>
	 */
	public function search( array $filters ): array {
		return $this->client->all( ApiRequest::search( '/contacts/search', $filters ) );
	}

	public function get( int $id ): Answer {
		return $this->client->send( ApiRequest::get( '/contacts/{id}', [ 'id' => $id ] ) );
	}

	/**
	 * Companies that the contact is linked to: one page, for this list declares neither `limit` nor `offset`.
	 *
	 * @return list<Answer>
	 */
	public function companies_of( int $id ): array {
		return $this->client->send( ApiRequest::get( '/contacts/{id}/companies', [ 'id' => $id ] ) )->list( 'data' );
	}

	/** @param array<string, mixed> $body */
	public function create( array $body ): Answer {
		return $this->client->send( ApiRequest::post( '/contacts', $body ) );
	}

	/** Answers 201, or 200 when it was linked already. */
	public function link( int $company_id, int $contact_id ): void {
		$ids = [
			'companyId' => $company_id,
			'contactId' => $contact_id,
		];
		$this->client->send( ApiRequest::post( '/companies/{companyId}/contacts/{contactId}', [], $ids ) );
	}
}
