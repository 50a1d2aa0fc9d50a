<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest;

use OrderInvoicer\Application\SyncOrder;

defined( 'ABSPATH' ) || exit;

/** One order's invoice, asked for by a person. */
final class OrdersController extends BaseController {

	public function __construct(
		SchemaSet $schemas,
		private readonly SyncOrder $sync_order,
		private readonly SyncView $view,
		private readonly OrderAccess $access,
	) {
		parent::__construct( $schemas );
	}

	public function register_routes(): void {
		$this->route( '/orders/(?P<target>[\d]+)/sync', 'sync', [ $this->endpoint( \WP_REST_Server::CREATABLE, $this->sync( ... ), $this->can_edit( ... ) ) ] );
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return true|\WP_Error
	 */
	private function can_edit( \WP_REST_Request $request ): bool|\WP_Error {
		return $this->access->to_order( $this->id( $request ) );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function sync( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$sync = $this->sync_order->now( $this->id( $request ) );
		return $sync === null ? Refusal::not_found() : $this->answer( 'sync', $this->view->of( $sync ) );
	}
}
