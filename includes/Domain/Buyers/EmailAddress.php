<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Buyers;

defined( 'ABSPATH' ) || exit;

/** Whether an e-mail address can be right at all. Whether it is, only a mail to it shows. */
final class EmailAddress {

	/** Ends that no address has: kept for examples, or one letter beside a common one. */
	private const NO_ENDS = [ 'test', 'example', 'invalid', 'localhost', 'local', 'con', 'cmo', 'comm', 'frr', 'ffr' ];

	/** Providers as people mistype them. */
	private const MISTYPED = [
		...[ 'gamil.com', 'gmai.com', 'gmial.com', 'gmaill.com', 'hotmai.com', 'hotmai.fr', 'hotmial.com' ],
		...[ 'hotmial.fr', 'hotmil.fr', 'outlok.com', 'outlok.fr', 'orang.fr', 'ornage.fr', 'oragne.fr' ],
		...[ 'wanado.fr', 'yaho.fr', 'yaho.com', 'yahou.fr', 'example.com', 'example.org', 'example.net' ],
	];

	public static function can_be_right( string $email ): bool {
		$domain = mb_strtolower( substr( (string) strrchr( $email, '@' ), 1 ) );
		$end    = substr( (string) strrchr( $domain, '.' ), 1 );
		return filter_var( $email, FILTER_VALIDATE_EMAIL, FILTER_FLAG_EMAIL_UNICODE ) !== false
			&& $end !== ''
			&& ! in_array( $end, self::NO_ENDS, true )
			&& ! in_array( $domain, self::MISTYPED, true );
	}
}
