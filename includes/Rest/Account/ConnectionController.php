<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Account;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Reports\Connection;
use OrderInvoicer\Reports\ConnectionErrors;
use OrderInvoicer\Reports\ConnectionView;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Sellsy\Auth\ConsentFlow;

/**
 * @phpstan-import-type ConnectionReportAnswer from ConnectionView
 * @phpstan-import-type ConnectionAnswer from ConnectionView
 *
 * @phpstan-type ConnectionAuthorisationAnswer array{
 *     url: HttpUrl,
 * }
 */
final class ConnectionController extends BaseController {

	public function __construct(
		private readonly ConnectionView $view,
		private readonly Connection $connection,
		private readonly ConnectionErrors $errors,
		private readonly ConsentFlow $consent,
	) {}

	public function routes(): array {
		return [
			$this->get( '/connection', 'connection', $this->read( ... ) ),
			$this->post( '/connection', 'connection', $this->save( ... ), 'connection-update' ),
			$this->delete( '/connection', 'connection', $this->forget( ... ) ),
			$this->post(
				'/connection/authorise',
				'connection-authorisation',
				$this->authorise( ... ),
				'connection-authorise'
			),
			$this->post( '/connection/test', 'connection-report', $this->test( ... ) ),
		];
	}

	private function read(): \WP_REST_Response {
		return $this->answer( 'connection', $this->view->connection() );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function save( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		if ( $this->connection->is_fixed() ) {
			return $this->errors->fixed();
		}
		$entered = $this->connection->entered( new Values( $request->get_params() ) );
		if ( $this->connection->refuses( $entered ) ) {
			return $this->errors->keys_refused( $this->connection->has_keys() );
		}
		try {
			$this->connection->save( $entered );
		} catch ( \RuntimeException ) {
			return $this->errors->not_stored();
		}
		return $this->read();
	}

	private function forget(): \WP_REST_Response|\WP_Error {
		if ( $this->connection->is_fixed() ) {
			return $this->errors->fixed();
		}
		$this->connection->forget();
		return $this->read();
	}

	private function test(): \WP_REST_Response {
		return $this->answer( 'connection-report', $this->view->report( $this->connection->test() ) );
	}

	/**
	 * The address to send the browser to; Sellsy sends it back to Admin\ConnectCallback.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 */
	private function authorise( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$input = new Values( $request->get_params() );
		try {
			$url = $this->consent->begin( get_current_user_id(), $input->text( 'return', '' ) );
		} catch ( \RuntimeException ) {
			return $this->errors->not_stored();
		}
		return $url === null
			? new \WP_Error(
				'orderinvoicer_not_private',
				__( 'Enter the id and the secret of a private access first.', 'orderinvoicer' ),
				[ 'status' => 409 ]
			)
			: $this->answer( 'connection-authorisation', [ 'url' => $url ] );
	}
}
