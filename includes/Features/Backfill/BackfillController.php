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
use OrderInvoicer\Rest\SchemaSet;

/**
 * Starting, watching and steering a back-fill; the work is done in the background.
 *
 * @phpstan-import-type BackfillAnswer from BackfillView
 */
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
		$this->act( 'pause', $this->steer->pause( ... ) );
		$this->act( 'resume', $this->steer->resume( ... ) );
		$this->act( 'cancel', $this->steer->cancel( ... ) );
	}

	/** @param \Closure(): void $steer */
	private function act( string $name, \Closure $steer ): void {
		$answer = fn (): \WP_REST_Response => $this->after( $steer );
		$this->route(
			"/backfill/$name",
			'backfill',
			[ $this->endpoint( \WP_REST_Server::CREATABLE, $answer, $this->can_manage( ... ) ) ]
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
		} catch ( Refused $refused ) {
			return Refusal::of( $refused );
		}
		return $this->read();
	}
}
