<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Transport;

defined( 'ABSPATH' ) || exit;

use WpOrg\Requests\Capability;
use WpOrg\Requests\Requests;
use WpOrg\Requests\Transport\Curl;

/**
 * One connection to each of Sellsy's hosts for all requests of a process. WordPress opens one per request, and reads
 * its whole list of certificate authorities for each. Only our own requests share it; where WordPress does not use
 * cURL, all stays as it was.
 *
 * A kept connection may be closed at the very moment at which a request leaves. cURL then sends the request again by
 * itself, a POST too, whatever the server made of the first. It cannot where the body is read piece by piece and cannot
 * be wound back: such a request ends without an answer (65), and whoever sent it looks what became of it.
 */
final class KeptConnection {

	/** Nanoseconds. Common servers close what was idle for five seconds or more: a connection that old is not met. */
	private const IDLE = 4_000_000_000;

	private ?\CurlShareHandle $share = null;

	private int $used_at = 0;

	/** What the request under way sends; WordPress is kept from handing it to cURL whole. */
	private string $method = '';
	private string $body   = '';

	/** @param string $user_agent of our own requests: others may be sent while one of them is under way. */
	public function __construct( private readonly string $user_agent ) {}

	/**
	 * Sends the request on the kept connection.
	 *
	 * @param \Closure(): (array<string, mixed>|\WP_Error) $send
	 * @return array<string, mixed>|\WP_Error
	 */
	public function during( \Closure $send ): array|\WP_Error {
		if ( hrtime( true ) - $this->used_at > self::IDLE ) {
			$this->share = null;
		}
		$keep = $this->keep_alive( ... );
		$join = $this->join( ... );
		add_action( 'requests-requests.before_request', $keep, PHP_INT_MAX, 5 );
		add_action( 'http_api_curl', $join, 10, 2 );
		try {
			return $send();
		} finally {
			remove_action( 'requests-requests.before_request', $keep, PHP_INT_MAX );
			remove_action( 'http_api_curl', $join );
			$this->method  = '';
			$this->body    = '';
			$this->used_at = hrtime( true );
		}
	}

	/**
	 * As the last to have a say. A method that is not POST and an empty body keep WordPress from setting a body that
	 * cURL could send twice.
	 *
	 * @param array<string, mixed> $headers of the request.
	 * @param array<string, mixed> $options
	 */
	private function keep_alive( mixed &$url, array &$headers, mixed &$data, mixed &$type, array &$options ): void {
		if (
			( $options['useragent'] ?? '' ) !== $this->user_agent
			|| ! is_string( $url )
			|| ! is_string( $type )
			|| ! is_string( $data )
			|| ! $this->is_for_curl( $url, $options )
		) {
			return;
		}
		$options['transport']  = Curl::class;
		$headers['Connection'] = 'keep-alive';
		$this->method          = $type;
		$this->body            = $type === Requests::GET ? '' : $data;
		if ( $this->body !== '' ) {
			$options['type'] = Requests::PUT;
			$data            = '';
		}
	}

	/**
	 * @param array<string, mixed> $options another transport may be asked for here, or have been chosen for all
	 *                                      requests.
	 */
	private function is_for_curl( string $url, array $options ): bool {
		$needs  = [ Capability::SSL => str_starts_with( strtolower( $url ), 'https:' ) ];
		$chosen = $options['transport'] ?? '';
		if ( $chosen === '' ) {
			// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.serialize_serialize -- The library's own key.
			$chosen = Requests::$transport[ serialize( $needs ) ] ?? Curl::class;
		}
		return $chosen === Curl::class && Curl::test( $needs ) && $this->share() !== null;
	}

	/** @param array<string, mixed> $arguments of the request. */
	private function join( mixed $handle, array $arguments ): void {
		$share = $this->method === '' ? null : $this->share();
		if (
			$share === null
			|| ( $arguments['user-agent'] ?? '' ) !== $this->user_agent
			|| ! $handle instanceof \CurlHandle
		) {
			return;
		}
		// WordPress's own handle, by its own hook.
		// phpcs:disable WordPress.WP.AlternativeFunctions.curl_curl_setopt
		// phpcs:disable WordPress.WP.AlternativeFunctions.curl_curl_setopt_array
		curl_setopt( $handle, CURLOPT_SHARE, $share );
		if ( $this->body !== '' ) {
			curl_setopt_array( $handle, $this->upload() );
		} elseif ( $this->method !== Requests::GET ) {
			// Without a body nothing keeps cURL from sending it twice, except that this connection is new.
			curl_setopt( $handle, CURLOPT_FRESH_CONNECT, true );
		}
		// phpcs:enable
	}

	/** @return array<int, mixed> options for cURL. */
	private function upload(): array {
		$body = $this->body;
		$at   = 0;
		return [
			CURLOPT_UPLOAD        => true,
			CURLOPT_CUSTOMREQUEST => $this->method,
			CURLOPT_INFILESIZE    => strlen( $body ),
			CURLOPT_READFUNCTION  =>
				static function ( \CurlHandle $handle, mixed $file, int $length ) use ( $body, &$at ): string {
					$piece = substr( $body, $at, $length );
					$at   += strlen( $piece );
					return $piece;
				},
		];
	}

	/** Null where this cURL cannot share connections. */
	private function share(): ?\CurlShareHandle {
		// As above.
		// phpcs:disable WordPress.WP.AlternativeFunctions.curl_curl_share_init
		// phpcs:disable WordPress.WP.AlternativeFunctions.curl_curl_share_setopt
		if ( $this->share === null && function_exists( 'curl_share_init' ) ) {
			$share = curl_share_init();
			if ( curl_share_setopt( $share, CURLSHOPT_SHARE, CURL_LOCK_DATA_CONNECT ) ) {
				curl_share_setopt( $share, CURLSHOPT_SHARE, CURL_LOCK_DATA_SSL_SESSION );
				$this->share = $share;
			}
		}
		// phpcs:enable
		return $this->share;
	}
}
