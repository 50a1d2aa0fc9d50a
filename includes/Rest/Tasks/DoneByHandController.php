<?php
declare( strict_types=1 );

namespace OrderInvoicer\Rest\Tasks;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\MarkDoneByHand;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Reports\TaskView;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\OrderAccess;
use OrderInvoicer\Rest\Refusal;
use OrderInvoicer\Rest\SchemaSet;

/** A person did at Sellsy what this plugin could not do, or deleted there what it made: answers the row, which is left alone from now on. */
final class DoneByHandController extends BaseController {

	public function __construct(
		SchemaSet $schemas,
		private readonly Ledger $ledger,
		private readonly MarkDoneByHand $done,
		private readonly TaskView $view,
		private readonly OrderAccess $access,
	) {
		parent::__construct( $schemas );
	}

	public function register_routes(): void {
		$this->route( '/syncs/(?P<target>[\d]+)/done-by-hand', 'sync', [ $this->endpoint( \WP_REST_Server::CREATABLE, $this->mark( ... ), $this->can_edit_order( ... ) ) ] );
		$this->route( '/syncs/(?P<target>[\d]+)/leave-out', 'sync', [ $this->endpoint( \WP_REST_Server::CREATABLE, $this->leave_out( ... ), $this->can_edit_order( ... ) ) ] );
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return true|\WP_Error
	 */
	private function can_edit_order( \WP_REST_Request $request ): bool|\WP_Error {
		return $this->access->to_sync( $this->id( $request ) );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function mark( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->done->mark( $this->id( $request ) )
			? $this->row( $request )
			: new \WP_Error( 'orderinvoicer_nothing_by_hand', __( 'This entry no longer needs you, its document stands at Sellsy by now, or nothing can be credited of its invoice, which is a draft or was credited in full. Refresh the list to see how it stands.', 'orderinvoicer' ), [ 'status' => 409 ] );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function leave_out( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->done->leave_out( $this->id( $request ) )
			? $this->row( $request )
			: new \WP_Error( 'orderinvoicer_not_gone', __( 'This entry no longer needs you, or its document stands at Sellsy. Refresh the list to see how it stands.', 'orderinvoicer' ), [ 'status' => 409 ] );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function row( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$task = $this->ledger->find( $this->id( $request ) );
		return $task === null ? Refusal::not_found() : $this->answer( 'sync', $this->view->view( $task ) );
	}
}
