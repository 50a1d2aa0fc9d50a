<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Values;

/** A page of a list: where it begins, and the headers that count all pages. */
final class PagedAnswer {

	public readonly int $limit;
	public readonly int $offset;

	/** The largest page is one that is surely empty: beyond PHP's integers there is none. */
	public function __construct( Values $query, int $usual = 25 ) {
		$this->limit  = max( 1, $query->number( 'per_page', $usual ) );
		$this->offset = min( max( 1, $query->number( 'page', 1 ) ) - 1, intdiv( PHP_INT_MAX, $this->limit ) - 1 )
			* $this->limit;
	}

	public function counted( \WP_REST_Response $response, int $total ): \WP_REST_Response {
		$response->header( 'X-WP-Total', (string) $total );
		$response->header( 'X-WP-TotalPages', (string) (int) ceil( $total / $this->limit ) );
		return $response;
	}
}
