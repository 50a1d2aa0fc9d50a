<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Auth;

defined( 'ABSPATH' ) || exit;

/** The two sorts of API access that an owner creates at Sellsy without asking anybody. */
enum CredentialsType: string {

	/** Id and secret are enough (`client_credentials`). */
	case Personal = 'personal';

	/** Somebody allows it on Sellsy's own page (`authorization_code` with PKCE). */
	case PrivateClient = 'private';
}
