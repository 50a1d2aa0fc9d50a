<?php
declare( strict_types=1 );

namespace OrderInvoicer\Rest\Emails;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\CustomerEmailSettings;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\SchemaSet;
use OrderInvoicer\WooCommerce\Emails\OwnerEmail;
use OrderInvoicer\WooCommerce\Emails\OwnerMailer;

/**
 * WooCommerce's e-mails as far as we have a part in them: to customers, those that can lead to documents; to the owner,
 * which ones and where, and one to try. What they are is set in WooCommerce.
 */
final class EmailsController extends BaseController {

	public function __construct(
		SchemaSet $schemas,
		private readonly OwnerMailer $mailer,
	) {
		parent::__construct( $schemas );
	}

	public function register_routes(): void {
		$this->route(
			'/customer-emails',
			'customer-emails',
			[ $this->endpoint( \WP_REST_Server::READABLE, $this->to_customers( ... ), $this->can_manage( ... ) ) ]
		);
		$this->route(
			'/owner-emails',
			'owner-emails',
			[ $this->endpoint( \WP_REST_Server::READABLE, $this->to_owner( ... ), $this->can_manage( ... ) ) ]
		);
		$this->route(
			'/owner-emails/test',
			'owner-email-tested',
			[
				$this->endpoint(
					\WP_REST_Server::CREATABLE,
					$this->test( ... ),
					$this->can_manage( ... ),
					'owner-email-test'
				),
			]
		);
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
				'emails' => array_map(
					static fn ( string $name, \WC_Email $email ): array => [
						'id'      => $email->id,
						'title'   => $email->get_title(),
						'enabled' => $email->is_manual() || $email->is_enabled(),
						'url'     => admin_url(
							'admin.php?page=wc-settings&tab=email&section=' . strtolower( $name )
						),
					],
					array_keys( $emails ),
					array_values( $emails )
				),
			]
		);
	}

	private function to_owner(): \WP_REST_Response {
		return $this->answer(
			'owner-emails',
			[
				'emails' => array_map(
					static fn ( OwnerEmail $email ): array => [
						'id'         => $email->id,
						'title'      => $email->get_title(),
						'enabled'    => $email->is_enabled(),
						'recipients' => $email->get_recipient(),
						'url'        => admin_url( "admin.php?page=wc-settings&tab=email&section=$email->id" ),
					],
					$this->mailer->emails()
				),
				'zone'   => wp_timezone_string(),
			]
		);
	}

	/**
	 * To who asks, and nobody else.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 */
	private function test( \WP_REST_Request $request ): \WP_REST_Response {
		$id = $request['id'];
		$to = (string) wp_get_current_user()->user_email;
		return $this->answer(
			'owner-email-tested',
			[
				'sent' => is_string( $id ) && is_email( $to ) !== false && $this->mailer->test( $id, $to ),
				'to'   => $to,
			]
		);
	}
}
