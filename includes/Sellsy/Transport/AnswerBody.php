<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Transport;

defined( 'ABSPATH' ) || exit;

/**
 * Bodies of a bounded size. WordPress unpacks what is packed without a bound, and asks a second time where it cannot be
 * unpacked, which would send a POST twice. So nothing packed is asked for, WordPress is kept from unpacking our
 * answers, and what comes packed all the same is unpacked here, piece by piece.
 */
final class AnswerBody {

	/** Bytes. Sellsy's longest answer, a page of a hundred documents, stays far below. */
	public const MAX = 8 * 1024 * 1024;

	/** Where an answer's `Content-Encoding` stands, out of WordPress's sight. */
	private const ENCODING = 'x-orderinvoicer-encoding';

	/** Bytes of packed data at a time; they become four megabytes at most. */
	private const PIECE = 4 * 1024;

	/**
	 * @param string $user_agent of our own requests: others may be sent while one of them is under way.
	 * @param int    $most       bytes.
	 */
	public function __construct(
		private readonly string $user_agent,
		private readonly int $most = self::MAX,
	) {}

	/** @return array{'user-agent': string, limit_response_size: int} arguments for `wp_remote_request()`. */
	public function arguments(): array {
		return [
			'user-agent'          => $this->user_agent,
			'limit_response_size' => $this->most + 1,
		];
	}

	/** @return array<string, string> request headers. */
	public function headers(): array {
		return [ 'Accept-Encoding' => 'identity' ];
	}

	/**
	 * Sends the request, whose answer is left as it came.
	 *
	 * @param \Closure(): (array<string, mixed>|\WP_Error) $send
	 * @return array<string, mixed>|\WP_Error
	 */
	public function untouched( \Closure $send ): array|\WP_Error {
		$ask  = $this->ask_curl_for_no_unpacking( ... );
		$hide = $this->hide_encoding( ... );
		add_action( 'http_api_curl', $ask, 10, 2 );
		add_action( 'requests-requests.before_parse', $hide, 10, 6 );
		try {
			return $send();
		} finally {
			remove_action( 'http_api_curl', $ask );
			remove_action( 'requests-requests.before_parse', $hide );
		}
	}

	/**
	 * @param array<string, string> $headers of the answer, by lower-case name.
	 * @throws TransportFailure when it is longer than we read, or cannot be unpacked.
	 */
	public function read( string $body, array $headers ): string {
		$read = $this->is_packed( $body, $headers ) ? $this->unpacked( $body ) : $body;
		if ( $read === null || strlen( $read ) > $this->most ) {
			throw new TransportFailure( 'The answer is too long, or cannot be unpacked.', true );
		}
		return $read;
	}

	/** @param array<string, mixed> $arguments of the request. */
	private function ask_curl_for_no_unpacking( mixed $handle, array $arguments ): void {
		if ( ( $arguments['user-agent'] ?? '' ) === $this->user_agent && $handle instanceof \CurlHandle ) {
			// null turns unpacking off; any text, `identity` too, leaves it on
			// WordPress's own handle, by its own hook.
			// phpcs:ignore WordPress.WP.AlternativeFunctions.curl_curl_setopt
			curl_setopt( $handle, CURLOPT_ENCODING, null ); // @phpstan-ignore argument.type (its stub knows no null)
		}
	}

	/** @param array<string, mixed> $options */
	private function hide_encoding(
		mixed &$answer,
		mixed $url,
		mixed $headers,
		mixed $data,
		mixed $type,
		array $options,
	): void {
		$end = is_string( $answer ) && ( $options['useragent'] ?? '' ) === $this->user_agent
			? strpos( $answer, "\r\n\r\n" )
			: false;
		if ( $end !== false ) {
			$answer = preg_replace( '/^content-encoding:/im', self::ENCODING . ':', substr( $answer, 0, $end ) )
				. substr( $answer, $end );
		}
	}

	/**
	 * A body that does not begin as packed ones do was unpacked on its way.
	 *
	 * @param array<string, string> $headers
	 */
	private function is_packed( string $body, array $headers ): bool {
		return in_array( strtolower( $headers[ self::ENCODING ] ?? '' ), [ 'gzip', 'x-gzip' ], true )
			&& str_starts_with( $body, "\x1f\x8b" );
	}

	/** Null when it is not what it says, or too long. */
	private function unpacked( string $packed ): ?string {
		$inflate = function_exists( 'inflate_init' ) ? inflate_init( ZLIB_ENCODING_GZIP ) : false;
		if ( $inflate === false || strlen( $packed ) > $this->most ) {
			return null;
		}
		$text = '';
		foreach ( str_split( $packed, self::PIECE ) as $part ) {
			// phpcs:ignore WordPress.PHP.NoSilencedErrors.Discouraged -- Broken data is an answer too, no warning.
			$piece = strlen( $text ) > $this->most ? false : @inflate_add( $inflate, $part );
			if ( $piece === false ) {
				return null;
			}
			$text .= $piece;
		}
		return inflate_get_status( $inflate ) === ZLIB_STREAM_END ? $text : null;
	}
}
