<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Auth;

defined( 'ABSPATH' ) || exit;

/**
 * Where Sellsy's page sends the browser back to, as it is entered there. An address without a query, because Sellsy
 * compares it and adds its own query to it.
 */
final class RedirectAddress {

	public static function url(): string {
		return admin_url( 'admin-post.php' );
	}
}
