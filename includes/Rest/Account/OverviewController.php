<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Account;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Health\Diagnostics;
use OrderInvoicer\Reports\OverviewView;
use OrderInvoicer\Rest\BaseController;

/**
 * All that the first page shows, in one answer, and one document for people who help. Only the database is asked.
 *
 * @phpstan-import-type DiagnosticsAnswer from Diagnostics
 * @phpstan-import-type OverviewAnswer from OverviewView
 */
final class OverviewController extends BaseController {

	public function __construct(
		private readonly OverviewView $view,
		private readonly Diagnostics $diagnostics,
	) {}

	public function routes(): array {
		$diagnostics = fn (): \WP_REST_Response => $this->answer( 'diagnostics', $this->diagnostics->document() );
		$overview    = fn (): \WP_REST_Response => $this->answer( 'overview', $this->view->current() );
		return [
			$this->get( '/diagnostics', 'diagnostics', $diagnostics ),
			$this->get( '/overview', 'overview', $overview ),
		];
	}
}
