<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Transport;

defined( 'ABSPATH' ) || exit;

/**
 * There is no answer. Two cases are told apart: the request cannot have reached Sellsy, or it may have. When in doubt
 * it may have, so that nothing is done twice. The message is the network's own and names hosts at most.
 */
final class TransportFailure extends \RuntimeException {

	/**
	 * Request never left: bad address, proxy or host not found, no connection, TLS handshake or certificate
	 * (curl.se/libcurl/c/libcurl-errors.html).
	 */
	private const NOT_SENT = [ 1, 3, 5, 6, 7, 35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91, 97, 98 ];

	/** Number 28 is any time-out; these are cURL's words for one before the connection stood. */
	private const TIMEOUT_BEFORE_SENDING = '/resolving timed out|connection timed out|connection timeout|ssl connection'
		. ' timeout|failed to connect|couldn.t connect/i';

	public function __construct( string $message, public readonly bool $may_have_been_sent ) {
		parent::__construct( $message );
	}

	/** WordPress hands on cURL's number in the text only (`cURL error 7: Failed to connect …`). */
	public static function from_wordpress( string $code, string $message ): self {
		return new self( $message, self::may_have_been_sent( $code, $message ) );
	}

	private static function may_have_been_sent( string $code, string $message ): bool {
		// WordPress itself refused: external requests are blocked, or the address is not valid.
		if ( $code === 'http_request_not_executed' ) {
			return false;
		}
		if ( preg_match( '/curl error (\d+)/i', $message, $match ) !== 1 ) {
			return true;
		}
		$number = (int) $match[1];
		if ( $number === 28 ) {
			return preg_match( self::TIMEOUT_BEFORE_SENDING, $message ) !== 1;
		}
		return ! in_array( $number, self::NOT_SENT, true );
	}
}
