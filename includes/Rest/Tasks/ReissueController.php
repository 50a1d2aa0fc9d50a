<?php
declare( strict_types=1 );

namespace OrderInvoicer\Rest\Tasks;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\ReissueInvoice;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Reports\TaskView;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\OrderAccess;
use OrderInvoicer\Rest\Refusal;
use OrderInvoicer\Rest\SchemaSet;

/** A person says "credit and re-issue": answers the new invoice's row, or 404 where the order has no such final invoice (any more). */
final class ReissueController extends BaseController {

	public function __construct(
		SchemaSet $schemas,
		private readonly ReissueInvoice $reissue,
		private readonly TaskView $view,
		private readonly OrderAccess $access,
	) {
		parent::__construct( $schemas );
	}

	public function register_routes(): void {
		$this->route( '/orders/(?P<target>[\d]+)/reissue', 'sync', [ $this->endpoint( \WP_REST_Server::CREATABLE, $this->reissue( ... ), $this->can_edit( ... ), 'order-reissue' ) ] );
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return true|\WP_Error
	 */
	private function can_edit( \WP_REST_Request $request ): bool|\WP_Error {
		return $this->access->to_order( $this->id( $request ) );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function reissue( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$task = $this->reissue->now( $this->id( $request ), ( new Values( $request->get_params() ) )->id( 'invoice', null ) ?? 0 );
		return $task === null ? Refusal::not_found() : $this->answer( 'sync', $this->view->view( $task ) );
	}
}
