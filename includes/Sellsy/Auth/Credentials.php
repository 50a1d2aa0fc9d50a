<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Auth;

defined( 'ABSPATH' ) || exit;

/** A client created in Sellsy's developer portal. */
final class Credentials {

	public function __construct(
		public readonly string $client_id,
		public readonly string $client_secret,
		public readonly CredentialsType $type = CredentialsType::Personal,
	) {}

	public function are( ?self $others ): bool {
		return $others !== null && get_object_vars( $this ) === get_object_vars( $others );
	}

	public function need_consent(): bool {
		return $this->type === CredentialsType::PrivateClient;
	}
}
