<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest;

use OrderInvoicer\Application\FinaliseNow;
use OrderInvoicer\Application\Ports\Ledger;
use OrderInvoicer\Application\RetrySync;
use OrderInvoicer\Domain\Settings\Values;

defined( 'ABSPATH' ) || exit;

/** The ledger, newest first, trying again, and making drafts final. */
final class SyncsController extends BaseController {

	/** Of all pages of the list, the rows that `POST /syncs/retry` would take up. */
	private const RETRYABLE = 'X-OrderInvoicer-Retryable';

	public function __construct(
		SchemaSet $schemas,
		private readonly Ledger $ledger,
		private readonly RetrySync $retry,
		private readonly FinaliseNow $finalise,
		private readonly SyncView $view,
		private readonly OrderAccess $access,
		private readonly SyncQuery $query,
	) {
		parent::__construct( $schemas );
	}

	public function register_routes(): void {
		$this->route( '/syncs', 'syncs', [ $this->endpoint( \WP_REST_Server::READABLE, $this->page( ... ), $this->can_manage( ... ), 'syncs-query' ) ] );
		$this->route( '/syncs/retry', 'syncs-retry', [ $this->endpoint( \WP_REST_Server::CREATABLE, $this->retry_all( ... ), $this->can_manage( ... ), 'syncs-retry-request' ) ] );
		$this->route( '/syncs/(?P<target>[\d]+)/retry', 'sync', [ $this->endpoint( \WP_REST_Server::CREATABLE, $this->retry( ... ), $this->can_edit_order( ... ), 'sync-retry' ) ] );
		$this->route( '/syncs/(?P<target>[\d]+)/finalise', 'sync', [ $this->endpoint( \WP_REST_Server::CREATABLE, $this->finalise( ... ), $this->can_edit_order( ... ) ) ] );
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return true|\WP_Error
	 */
	private function can_edit_order( \WP_REST_Request $request ): bool|\WP_Error {
		return $this->access->to_sync( $this->id( $request ) );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function page( \WP_REST_Request $request ): \WP_REST_Response {
		$query    = new Values( $request->get_params() );
		$filter   = $this->query->filter( $query );
		$per_page = max( 1, $query->number( 'per_page', 25 ) );
		$offset   = ( max( 1, $query->number( 'page', 1 ) ) - 1 ) * $per_page;
		$total    = $this->ledger->count( $filter );
		$response = $this->answer( 'syncs', array_map( $this->view->of( ... ), $this->ledger->page( $filter, $per_page, $offset ) ) );
		$response->header( 'X-WP-Total', (string) $total );
		$response->header( 'X-WP-TotalPages', (string) (int) ceil( $total / $per_page ) );
		$response->header( self::RETRYABLE, (string) $this->retry->retryable( $filter ) );
		return $response;
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function retry_all( \WP_REST_Request $request ): \WP_REST_Response {
		$listed = $this->query->filter( new Values( $request->get_params() ) );
		return $this->answer( 'syncs-retry', [ 'retried' => $this->retry->retry_all( $listed ) ] );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function retry( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$id = $this->id( $request );
		$this->retry->retry( $id, $request['by_hand'] === true );
		$sync = $this->ledger->find( $id );
		return $sync === null ? Refusal::not_found() : $this->answer( 'sync', $this->view->of( $sync ) );
	}

	/**
	 * Answers with the row that makes the document final.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 */
	private function finalise( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$sync = $this->finalise->finalise( $this->id( $request ) );
		return $sync === null
			? new \WP_Error( 'orderinvoicer_no_draft', __( 'This entry has no draft that could become final.', 'orderinvoicer' ), [ 'status' => 409 ] )
			: $this->answer( 'sync', $this->view->of( $sync ) );
	}
}
