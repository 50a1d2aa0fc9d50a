<?php
declare( strict_types=1 );

namespace OrderInvoicer\Rest\Tasks;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\AcceptDifference;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Reports\TaskView;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\OrderAccess;
use OrderInvoicer\Rest\SchemaSet;

/** The final invoice stays as it is, although its order was edited since: answers its row. */
final class AcceptDifferenceController extends BaseController {

	public function __construct(
		SchemaSet $schemas,
		private readonly Ledger $ledger,
		private readonly AcceptDifference $keep,
		private readonly TaskView $view,
		private readonly OrderAccess $access,
	) {
		parent::__construct( $schemas );
	}

	public function register_routes(): void {
		$this->route( '/syncs/(?P<target>[\d]+)/keep', 'sync', [ $this->endpoint( \WP_REST_Server::CREATABLE, $this->keep( ... ), $this->can_edit_order( ... ) ) ] );
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return true|\WP_Error
	 */
	private function can_edit_order( \WP_REST_Request $request ): bool|\WP_Error {
		return $this->access->to_sync( $this->id( $request ) );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function keep( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$kept = $this->keep->keep( $this->id( $request ) );
		$task = $this->ledger->find( $this->id( $request ) );
		return $kept && $task !== null
			? $this->answer( 'sync', $this->view->view( $task ) )
			: new \WP_Error( 'orderinvoicer_cannot_be_kept', __( 'This entry no longer needs you, or its order was edited once more since. Refresh the list to see how it stands.', 'orderinvoicer' ), [ 'status' => 409 ] );
	}
}
