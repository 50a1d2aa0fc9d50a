<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Auth;

defined( 'ABSPATH' ) || exit;

/** A client created in Sellsy's developer portal. */
final class Credentials {

	public function __construct(
		public readonly string $client_id,
		public readonly string $client_secret,
	) {}
}
