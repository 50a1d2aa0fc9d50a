<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Orders;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\SchemaSet;
use OrderInvoicer\WooCommerce\ShippedSigns;

/** What the owner chooses from to say when an order counts as shipped. */
final class ShippedSignsController extends BaseController {

	public function __construct(
		SchemaSet $schemas,
		private readonly ShippedSigns $signs,
	) {
		parent::__construct( $schemas );
	}

	public function register_routes(): void {
		$this->route(
			'/shipped-signs',
			'shipped-signs',
			[
				$this->endpoint(
					\WP_REST_Server::READABLE,
					fn (): \WP_REST_Response => $this->answer( 'shipped-signs', [ 'signs' => $this->signs->found() ] ),
					$this->can_manage( ... )
				),
			]
		);
	}
}
