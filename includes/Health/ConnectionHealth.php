<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\Rest\ConnectionView;
use OrderInvoicer\Sellsy\Auth\CredentialStore;

defined( 'ABSPATH' ) || exit;

/** Connected, and the secrets readable. Asks nobody: a revoked access shows itself as soon as there is work. */
final class ConnectionHealth {

	public function __construct(
		private readonly ConnectionView $connection,
		private readonly CredentialStore $credentials,
	) {}

	/** @return array<string, mixed> */
	public function result(): array {
		$result = new HealthResult( 'orderinvoicer_connection' );
		if ( ! $this->credentials->are_readable() ) {
			return $result->critical( __( 'The access to Sellsy can no longer be read', 'orderinvoicer' ), __( 'The keys of this site (wp-config.php) changed. Enter the client id and the secret again.', 'orderinvoicer' ), AdminPage::url() );
		}
		return match ( $this->connection->state() ) {
			'refused'      => $result->critical( __( 'Sellsy refuses the access of this shop', 'orderinvoicer' ), __( 'No invoice is made until Sellsy is connected again. Nothing is lost meanwhile.', 'orderinvoicer' ), AdminPage::url() ),
			'to_authorise' => $result->recommended( __( 'Sellsy waits for your permission', 'orderinvoicer' ), __( 'No invoice is made until somebody allows this shop at Sellsy.', 'orderinvoicer' ), AdminPage::url() ),
			'unconfigured' => $result->recommended( __( 'This shop is not connected to Sellsy', 'orderinvoicer' ), __( 'No invoice is made until it is connected.', 'orderinvoicer' ), AdminPage::url() ),
			default        => $result->good( __( 'This shop is connected to Sellsy', 'orderinvoicer' ) ),
		};
	}
}
