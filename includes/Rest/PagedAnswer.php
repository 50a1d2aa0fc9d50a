<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest;

use OrderInvoicer\Domain\Settings\Values;

defined( 'ABSPATH' ) || exit;

/** A page of a list: where it begins, and the headers that count all pages. */
final class PagedAnswer {

	public readonly int $limit;
	public readonly int $offset;

	public function __construct( Values $query ) {
		$this->limit  = max( 1, $query->number( 'per_page', 25 ) );
		$this->offset = ( max( 1, $query->number( 'page', 1 ) ) - 1 ) * $this->limit;
	}

	public function counted( \WP_REST_Response $response, int $total ): \WP_REST_Response {
		$response->header( 'X-WP-Total', (string) $total );
		$response->header( 'X-WP-TotalPages', (string) (int) ceil( $total / $this->limit ) );
		return $response;
	}
}
