<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Resources;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;

/** `/payments`, made at a company or an individual. */
final class CustomerPayments {

	private const NEWEST_FIRST = [
		'order'     => 'id',
		'direction' => 'desc',
	];

	/** The most that Sellsy gives per page. */
	private const PAGE = 100;

	public function __construct( private readonly SellsyClient $client ) {}

	/** @param array<string, mixed> $body */
	public function create( CustomerRef $customer, array $body ): Answer {
		$path = $customer->type === CustomerType::Company ? '/companies/{id}/payments' : '/individuals/{id}/payments';
		return $this->client->send( ApiRequest::post( $path, $body, [ 'id' => $customer->id ] ) );
	}

	public function get( int $id ): Answer {
		return $this->client->send( ApiRequest::get( '/payments/{id}', [ 'id' => $id ] ) );
	}

	/** One that is set against no document. */
	public function delete( int $id ): void {
		$this->client->send( ApiRequest::delete( '/payments/{id}', [ 'id' => $id ] ) );
	}

	/**
	 * A page of everybody's, newest first.
	 *
	 * @param string $offset the cursor of the page; empty for the first.
	 */
	public function page_of_all( string $offset ): Answer {
		$page = ApiRequest::search( '/payments/search', [], self::NEWEST_FIRST + [ 'limit' => self::PAGE ] );
		return $this->client->send( $offset === '' ? $page : $page->with_query( [ 'offset' => $offset ] ) );
	}

	/** @return list<Answer> the customer's, newest first. */
	public function payments( CustomerRef $customer ): array {
		$filters = [
			'related_objects' => [
				[
					'type' => $customer->type->value,
					'id'   => $customer->id,
				],
			],
		];
		return $this->client->all( ApiRequest::search( '/payments/search', $filters, self::NEWEST_FIRST ) );
	}
}
