<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\Backfill;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Features\Backfill\Rules\BackfillOrders;
use OrderInvoicer\Features\Backfill\Rules\StartBackfill;
use OrderInvoicer\Features\Backfill\Rules\SteerBackfill;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Refusal;

/**
 * Starting, watching and steering a back-fill; the work is done in the background.
 *
 * @phpstan-import-type BackfillAnswer from BackfillView
 */
final class BackfillController extends BaseController {

	public function __construct(
		private readonly StartBackfill $start,
		private readonly SteerBackfill $steer,
		private readonly BackfillOrders $orders,
		private readonly BackfillView $view,
	) {}

	public function routes(): array {
		return [
			$this->get( '/backfill', 'backfill', $this->read( ... ) ),
			$this->post( '/backfill', 'backfill', $this->start( ... ), 'backfill-request' ),
			$this->post( '/backfill/pause', 'backfill', fn () => $this->after( $this->steer->pause( ... ) ) ),
			$this->post( '/backfill/resume', 'backfill', fn () => $this->after( $this->steer->resume( ... ) ) ),
			$this->post( '/backfill/cancel', 'backfill', fn () => $this->after( $this->steer->cancel( ... ) ) ),
		];
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
		} catch ( Refused $refused ) {
			return Refusal::of( $refused );
		}
		return $this->read();
	}
}
