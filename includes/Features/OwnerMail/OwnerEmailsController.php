<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\OwnerMail;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\BaseController;

/**
 * The owner's e-mails: which ones and where, and one to try. What they are is set in WooCommerce.
 *
 * @phpstan-type OwnerEmailAnswer array{
 *     // One of orderinvoicer_standstill, orderinvoicer_digest.
 *     id: string,
 *     title: string,
 *     enabled: bool,
 *     // Separated by commas; empty where no address is valid.
 *     recipients: string,
 *     // WooCommerce's settings of it.
 *     url: string,
 * }
 * @phpstan-type OwnerEmailsAnswer array{
 *     emails: list<OwnerEmailAnswer>,
 *     // In which the hour of the digest is meant.
 *     zone: string,
 * }
 * @phpstan-type OwnerEmailTestedAnswer array{
 *     // WordPress handed it on; false: it could not.
 *     sent: bool,
 *     to: string,
 * }
 */
final class OwnerEmailsController extends BaseController {

	public function __construct(
		private readonly OwnerMailer $mailer,
	) {}

	public function routes(): array {
		return [
			$this->get( '/owner-emails', 'owner-emails', $this->to_owner( ... ) ),
			$this->post( '/owner-emails/test', 'owner-email-tested', $this->test( ... ), 'owner-email-test' ),
		];
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
