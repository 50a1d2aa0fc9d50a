<?php
declare( strict_types=1 );

namespace OrderInvoicer\Rest\Tasks;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\MarkSent;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Actions\RowActs;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Reports\TaskView;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\OrderAccess;
use OrderInvoicer\Rest\SchemaSet;

/** A person looked in Sellsy: the e-mail whose outcome was not known has left. */
final class MarkSentController extends BaseController {

	public function __construct(
		SchemaSet $schemas,
		private readonly Ledger $ledger,
		private readonly RowActs $acts,
		private readonly MarkSent $mark_sent,
		private readonly TaskView $view,
		private readonly OrderAccess $access,
	) {
		parent::__construct( $schemas );
	}

	public function register_routes(): void {
		$this->route( '/syncs/(?P<target>[\d]+)/sent', 'sync', [ $this->endpoint( \WP_REST_Server::CREATABLE, $this->sent( ... ), $this->can_edit_order( ... ) ) ] );
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return true|\WP_Error
	 */
	private function can_edit_order( \WP_REST_Request $request ): bool|\WP_Error {
		return $this->access->to_sync( $this->id( $request ) );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function sent( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$id   = $this->id( $request );
		$task = $this->ledger->find( $id );
		if ( $task === null || ! in_array( RowAct::MarkSent, $this->acts->acts( $task ), true ) ) {
			return new \WP_Error( 'orderinvoicer_nothing_unknown', __( 'Of this e-mail nothing is unknown (any more). Refresh the list to see how it stands.', 'orderinvoicer' ), [ 'status' => 409 ] );
		}
		$this->mark_sent->mark( $id );
		return $this->answer( 'sync', $this->view->view( $this->ledger->find( $id ) ?? $task ) );
	}
}
