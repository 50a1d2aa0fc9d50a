<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;

/** Why Sellsy cannot tell this shop what happens there. */
enum Obstacle: string {
	/** Events would travel in the clear. */
	case NotHttps = 'not_https';
	/** A copy of the shop, or another account than the shop's: all work waits. */
	case Copied = 'copied';
	/** Nobody reaches it from outside. */
	case Local = 'local';
	/** `webhooks.read` or `webhooks.write` is not ticked. */
	case NoRight = 'no_right';
	/** The account offers no events of documents. */
	case NoEvents = 'no_events';
	/** Sellsy gave no proper answer. */
	case Failed = 'failed';

	/** Switched off here, but Sellsy did not let it go yet. */
	case NotDeleted = 'not_deleted';

	public static function of_failure( RemoteFailure $failure ): self {
		return $failure->status === 403 ? self::NoRight : self::Failed;
	}

	/**
	 * Of the address alone.
	 *
	 * @param string $url         where Sellsy would send events.
	 * @param string $environment WordPress's word for what kind of site this is.
	 */
	public static function of_address( string $url, string $environment ): ?self {
		$is_http = preg_match( '~^(https?)://(\[[^\]]+\]|[^/:?#]+)~i', $url, $parts ) === 1;
		$scheme  = strtolower( $is_http ? $parts[1] : '' );
		$host    = strtolower( trim( $is_http ? $parts[2] : '', '[]' ) );
		return match ( true ) {
			in_array( $environment, [ 'local', 'development' ], true ), self::is_local( $host ) => self::Local,
			$scheme !== 'https'                                                                 => self::NotHttps,
			default                                                                             => null,
		};
	}

	private static function is_local( string $host ): bool {
		$public = FILTER_FLAG_NO_PRIV_RANGE | FILTER_FLAG_NO_RES_RANGE;
		if ( filter_var( $host, FILTER_VALIDATE_IP ) !== false ) {
			return filter_var( $host, FILTER_VALIDATE_IP, $public ) === false;
		}
		$ends = '/\.(local|localhost|localdomain|test|example|invalid|internal|lan|home)$/';
		return ! str_contains( $host, '.' ) || preg_match( $ends, $host ) === 1;
	}
}
