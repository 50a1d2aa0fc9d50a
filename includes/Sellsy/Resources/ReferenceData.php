<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Resources;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;

/** The account's own lists, and who is connected. */
final class ReferenceData {

	public function __construct( private readonly SellsyClient $client ) {}

	/**
	 * @param list<string> $embed `account`, `acl`; Sellsy leaves them out for a person whose view of the staff is
	 *                            restricted.
	 */
	public function me( array $embed ): Answer {
		return $this->client->send( ApiRequest::get( '/staffs/{id}', [ 'id' => 'me' ], [ 'embed' => $embed ] ) );
	}

	/** @return list<Answer> */
	public function taxes(): array {
		return $this->client->all( ApiRequest::get( '/taxes' ) );
	}

	/** @param array<string, mixed> $body */
	public function create_tax( array $body ): Answer {
		return $this->client->send( ApiRequest::post( '/taxes', $body ) );
	}

	/** @return list<Answer> */
	public function rate_categories(): array {
		return $this->client->all( ApiRequest::get( '/rate-categories' ) );
	}

	/** @return list<Answer> */
	public function staffs(): array {
		return $this->client->all( ApiRequest::get( '/staffs' ) );
	}

	/**
	 * By search: for `GET /documents/models` Sellsy's documentation describes one model, not a list.
	 *
	 * @return list<Answer>
	 */
	public function models(): array {
		return $this->client->all( ApiRequest::search( '/documents/models/search', [] ) );
	}

	/** @return list<Answer> */
	public function payment_terms(): array {
		return $this->client->all( ApiRequest::get( '/payment-terms' ) );
	}

	/** @return list<Answer> */
	public function payment_methods(): array {
		return $this->client->all( ApiRequest::get( '/payments/methods' ) );
	}

	/**
	 * The account's first unit comes first.
	 *
	 * @return list<Answer>
	 */
	public function units(): array {
		return $this->client->all( ApiRequest::get( '/units', [], [ 'order' => 'rank' ] ) );
	}

	/** @return list<Answer> */
	public function currencies(): array {
		return $this->client->all( ApiRequest::get( '/currencies' ) );
	}
}
