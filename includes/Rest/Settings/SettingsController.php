<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\ChangeSettings;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Settings\CustomerEmailSettings;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Refusal;
use OrderInvoicer\WooCommerce\Emails\EmailPreviews;

/**
 * The plugin's settings, and WooCommerce's e-mails to customers that can lead to documents: what those are is set in
 * WooCommerce.
 *
 * @phpstan-type CustomerEmailAnswer array{
 *     // One of customer_on_hold_order, customer_processing_order, customer_completed_order,
 *     // customer_refunded_order, customer_invoice, customer_note.
 *     id: string,
 *     // As WooCommerce calls it.
 *     title: string,
 *     enabled: bool,
 *     // A person sends it, so WooCommerce has no switch for it.
 *     manual: bool,
 *     // WooCommerce's settings of it.
 *     url: string,
 * }
 * @phpstan-type CustomerEmailsAnswer array{
 *     emails: list<CustomerEmailAnswer>,
 *     // Of these and of the shop's own: here, by GET /email-preview; or in WooCommerce's block editor alone.
 *     preview: 'here'|'editor'|'missing',
 * }
 */
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
			$this->get( '/customer-emails', 'customer-emails', $this->to_customers( ... ) ),
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

	private function to_customers(): \WP_REST_Response {
		$emails = array_filter(
			WC()->mailer()->get_emails(),
			static fn ( mixed $email ): bool => $email instanceof \WC_Email
				&& in_array( $email->id, CustomerEmailSettings::EMAILS, true )
		);
		return $this->answer(
			'customer-emails',
			[
				'emails'  => array_map(
					static fn ( string $name, \WC_Email $email ): array => [
						'id'      => $email->id,
						'title'   => $email->get_title(),
						'enabled' => $email->is_manual() || $email->is_enabled(),
						'manual'  => $email->is_manual(),
						'url'     => admin_url(
							'admin.php?page=wc-settings&tab=email&section=' . strtolower( $name )
						),
					],
					array_keys( $emails ),
					array_values( $emails )
				),
				'preview' => EmailPreviews::way(),
			]
		);
	}
}
