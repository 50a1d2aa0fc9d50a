<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Overview;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Health\Diagnostics;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\SchemaSet;

/** One document for people who help. No other host is asked for it. */
final class DiagnosticsController extends BaseController {

	public function __construct(
		SchemaSet $schemas,
		private readonly Diagnostics $diagnostics,
	) {
		parent::__construct( $schemas );
	}

	public function register_routes(): void {
		$this->route(
			'/diagnostics',
			'diagnostics',
			[ $this->endpoint( \WP_REST_Server::READABLE, $this->read( ... ), $this->can_manage( ... ) ) ]
		);
	}

	private function read(): \WP_REST_Response {
		return $this->answer( 'diagnostics', $this->diagnostics->document() );
	}
}
