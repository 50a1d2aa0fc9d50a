<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Backfill;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Backfill\BackfillOrders;
use OrderInvoicer\Domain\Backfill\BackfillRunning;
use OrderInvoicer\Domain\Backfill\StartBackfill;
use OrderInvoicer\Domain\Backfill\SteerBackfill;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Reports\BackfillView;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Refusal;
use OrderInvoicer\Rest\SchemaSet;

/** Starting, watching and steering a back-fill; the work is done in the background. */
final class BackfillController extends BaseController {

	public function __construct(
		SchemaSet $schemas,
		private readonly StartBackfill $start,
		private readonly SteerBackfill $steer,
		private readonly BackfillOrders $orders,
		private readonly BackfillView $view,
	) {
		parent::__construct( $schemas );
	}

	public function register_routes(): void {
		$this->route(
			'/backfill',
			'backfill',
			[
				$this->endpoint( \WP_REST_Server::READABLE, $this->read( ... ), $this->can_manage( ... ) ),
				$this->endpoint(
					\WP_REST_Server::CREATABLE,
					$this->start( ... ),
					$this->can_manage( ... ),
					'backfill-request'
				),
			]
		);
		$this->route(
			'/backfill/pause',
			'backfill',
			[
				$this->endpoint(
					\WP_REST_Server::CREATABLE,
					fn (): \WP_REST_Response => $this->after( $this->steer->pause( ... ) ),
					$this->can_manage( ... )
				),
			]
		);
		$this->route(
			'/backfill/resume',
			'backfill',
			[
				$this->endpoint(
					\WP_REST_Server::CREATABLE,
					fn (): \WP_REST_Response => $this->after( $this->steer->resume( ... ) ),
					$this->can_manage( ... )
				),
			]
		);
		$this->route(
			'/backfill/cancel',
			'backfill',
			[
				$this->endpoint(
					\WP_REST_Server::CREATABLE,
					fn (): \WP_REST_Response => $this->after( $this->steer->cancel( ... ) ),
					$this->can_manage( ... )
				),
			]
		);
	}

	private function read(): \WP_REST_Response {
		return $this->answer( 'backfill', [ 'backfill' => $this->view->current() ] );
	}

	/** @param \Closure(): void $act */
	private function after( \Closure $act ): \WP_REST_Response {
		$act();
		return $this->read();
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function start( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$chosen = new Values( $request->get_params() );
		$filter = $this->orders->filter( $chosen );
		if ( $filter === null ) {
			return Refusal::senseless_orders();
		}
		try {
			$this->start->start( $filter, $this->orders->kinds( $chosen ), $chosen->flag( 'drafts', true ) );
		} catch ( BackfillRunning ) {
			return new \WP_Error(
				'orderinvoicer_backfill_running',
				__( 'Another back-fill has not come to its end. Wait for it, or cancel it first.', 'orderinvoicer' ),
				[ 'status' => 409 ]
			);
		}
		return $this->read();
	}
}
