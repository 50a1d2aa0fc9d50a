<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\ChangeSettings;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Refusal;

final class SettingsController extends BaseController {

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly SettingsArray $arrays,
		private readonly ChangeSettings $change,
	) {}

	public function routes(): array {
		return [
			$this->get( '/settings', 'settings', $this->read( ... ) ),
			$this->post( '/settings', 'settings', $this->update( ... ), 'settings-update' ),
		];
	}

	private function read(): \WP_REST_Response {
		return $this->answer( 'settings', $this->arrays->to_array( $this->settings->get() ) );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function update( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		try {
			$this->change->change( $request->get_params() );
		} catch ( Refused $refused ) {
			return Refusal::of( $refused );
		}
		return $this->read();
	}
}
