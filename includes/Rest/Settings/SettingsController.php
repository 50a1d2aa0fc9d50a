<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\ChangeSettings;
use OrderInvoicer\Domain\Settings\NoSuchDay;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\Settings\ShopCodeFixed;
use OrderInvoicer\Domain\Taxes\UnfitExemption;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Refusal;
use OrderInvoicer\Rest\SchemaSet;

final class SettingsController extends BaseController {

	public function __construct(
		SchemaSet $schemas,
		private readonly SettingsStore $settings,
		private readonly SettingsArray $arrays,
		private readonly ChangeSettings $change,
	) {
		parent::__construct( $schemas );
	}

	public function register_routes(): void {
		$this->route(
			'/settings',
			'settings',
			[
				$this->endpoint( \WP_REST_Server::READABLE, $this->read( ... ), $this->can_manage( ... ) ),
				$this->endpoint(
					\WP_REST_Server::CREATABLE,
					$this->update( ... ),
					$this->can_manage( ... ),
					'settings-update'
				),
			]
		);
	}

	private function read(): \WP_REST_Response {
		return $this->answer( 'settings', $this->arrays->to_array( $this->settings->get() ) );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function update( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		try {
			$this->change->change( $request->get_params() );
		} catch ( ShopCodeFixed ) {
			return new \WP_Error(
				'orderinvoicer_shop_code_fixed',
				__( 'The shop code is in use at Sellsy and cannot change any more.', 'orderinvoicer' ),
				[ 'status' => 400 ]
			);
		} catch ( NoSuchDay $refused ) {
			return Refusal::no_such_day( $refused->day );
		} catch ( UnfitExemption $refused ) {
			return Refusal::unfit_exemption( $refused );
		}
		return $this->read();
	}
}
