<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Overview;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Reports\OverviewView;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\SchemaSet;

/** All that the first page shows, in one answer. Only the database is asked. */
final class OverviewController extends BaseController {

	public function __construct(
		SchemaSet $schemas,
		private readonly OverviewView $view,
	) {
		parent::__construct( $schemas );
	}

	public function register_routes(): void {
		$this->route(
			'/overview',
			'overview',
			[
				$this->endpoint(
					\WP_REST_Server::READABLE,
					fn (): \WP_REST_Response => $this->answer( 'overview', $this->view->current() ),
					$this->can_manage( ... )
				),
			]
		);
	}
}
