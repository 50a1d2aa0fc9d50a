<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Preview;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Preview\DryRun;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Reports\DryRunView;
use OrderInvoicer\Reports\ProblemView;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\PagedAnswer;

/**
 * What the settings, saved or not, would make of the latest orders; a few per request.
 *
 * @phpstan-import-type DryOrderAnswer from DryRunView
 * @phpstan-import-type ProblemAnswer from ProblemView
 *
 * @phpstan-type DryRunAnswer array{
 *     orders: list<DryOrderAnswer>,
 *     problem: ProblemAnswer|null,
 * }
 */
final class DryRunController extends BaseController {

	public function __construct(
		private readonly DryRun $dry_run,
		private readonly DryRunView $view,
		private readonly Account $account,
		private readonly SettingsStore $settings,
		private readonly SettingsArray $arrays,
		private readonly ProblemView $problems,
	) {}

	public function routes(): array {
		return [
			$this->get( '/dry-run', 'dry-run', $this->saved( ... ), 'dry-run-query' ),
			$this->post( '/dry-run', 'dry-run', $this->unsaved( ... ), 'dry-run-request' ),
		];
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function saved( \WP_REST_Request $request ): \WP_REST_Response {
		return $this->run( $request, $this->settings->get() );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function unsaved( \WP_REST_Request $request ): \WP_REST_Response {
		$changes = ( new Values( $request->get_params() ) )->list_of( 'settings' ) ?? [];
		return $this->run( $request, $this->arrays->merged( $this->settings->get(), $changes ) );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function run( \WP_REST_Request $request, Settings $settings ): \WP_REST_Response {
		if ( ! $this->account->is_configured() ) {
			return $this->shown( [], new Problem( ProblemCode::NotConnected ) );
		}
		$page = new PagedAnswer( new Values( $request->get_params() ), 10 );
		try {
			$orders = $this->dry_run->page( $settings, $page->limit, $page->offset, $request['as_new'] === true );
			return $this->shown( array_map( $this->view->view( ... ), $orders ), null );
		} catch ( RemoteFailure $failure ) {
			return $this->shown( [], $failure->on_screen() );
		}
	}

	/** @param list<DryOrderAnswer> $orders */
	private function shown( array $orders, ?Problem $problem ): \WP_REST_Response {
		return $this->answer(
			'dry-run',
			[
				'orders'  => $orders,
				'problem' => $this->problems->view( $problem ),
			]
		);
	}
}
