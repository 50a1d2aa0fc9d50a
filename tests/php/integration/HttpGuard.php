<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration;

use WP_Error;

/**
 * No request leaves the process unless the test allowed its address; what was asked for is kept.
 */
final class HttpGuard {

	/** @var list<string> Beginnings of addresses. */
	private static array $allowed = [];

	/** @var list<array{method: string, url: string, blocked: bool}> */
	private static array $requests = [];

	public static function install(): void {
		add_filter( 'pre_http_request', [ self::class, 'handle_pre_http_request' ], PHP_INT_MAX, 3 );
	}

	public static function reset(): void {
		self::$allowed  = [];
		self::$requests = [];
	}

	public static function allow( string $url_prefix ): void {
		self::$allowed[] = $url_prefix;
	}

	/** @return list<array{method: string, url: string, blocked: bool}> */
	public static function requests(): array {
		return self::$requests;
	}

	/**
	 * @param mixed                $response What an earlier filter answered, false for nothing.
	 * @param array<string, mixed> $arguments
	 * @return mixed
	 */
	public static function handle_pre_http_request( $response, array $arguments, string $url ) {
		if ( $response !== false ) {
			return $response;
		}
		$is_allowed       = array_filter(
			self::$allowed,
			static fn ( string $prefix ): bool => str_starts_with( $url, $prefix )
		) !== [];
		self::$requests[] = [
			'method'  => (string) $arguments['method'],
			'url'     => $url,
			'blocked' => ! $is_allowed,
		];
		return $is_allowed
			? false
			: new WP_Error( 'http_request_not_executed', 'The test allows no request to ' . $url );
	}
}
