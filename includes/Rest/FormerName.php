<?php
declare( strict_types=1 );

namespace OrderInvoicer\Rest;

defined( 'ABSPATH' ) || exit;

/**
 * REST called a task a sync once: `/syncs…` still answers what `/tasks…` does, from the same callbacks. Headers and the
 * description of the route say that the name is deprecated, and which one took its place. Nothing is logged: the owner
 * of a shop can do nothing about a script of somebody else. What came later never had the former name.
 */
final class FormerName {

	private const NAME   = '/tasks';
	private const FORMER = '/syncs';
	private const ONE    = '/tasks/(?P<target>[\d]+)';

	/** What was there under the former name: all of one task's routes by their last part. */
	private const PATHS = [
		'/tasks',
		'/tasks/retry',
		self::ONE . '/retry',
		self::ONE . '/sent',
		self::ONE . '/leave-out',
		self::ONE . '/done-by-hand',
		self::ONE . '/keep',
		self::ONE . '/finalise',
		self::ONE . '/customer',
		self::ONE . '/customer/none',
	];

	/** Since 2026-11-28, as RFC 9745 writes a date. */
	private const SINCE = '@1795824000';

	/** On an endpoint that answers by its former name. */
	private const MARK = 'orderinvoicer_former_name';

	public static function register(): void {
		$mark = [ self::class, 'handle_rest_request_after_callbacks' ];
		add_filter( 'rest_request_after_callbacks', $mark, PHP_INT_MAX, 3 );
	}

	/** The path that took the place of this one. */
	public static function now( string $path ): string {
		return (string) preg_replace( '~^' . self::FORMER . '\b~', self::NAME, $path );
	}

	/**
	 * @param non-falsy-string                 $path
	 * @param list<array<string, mixed>>       $endpoints as WordPress takes them.
	 * @param \Closure(): array<string, mixed> $schema
	 * @return array<non-falsy-string, array<mixed>> by its path, what to register; empty where there is no former name.
	 */
	public static function routes( string $path, array $endpoints, \Closure $schema ): array {
		if ( ! in_array( $path, self::PATHS, true ) ) {
			return [];
		}
		return [
			self::FORMER . substr( $path, strlen( self::NAME ) ) => [
				...array_map( static fn ( array $endpoint ): array => $endpoint + [ self::MARK => true ], $endpoints ),
				'schema' => static fn (): array => [
					'description' => 'Deprecated: the former name of ' . self::NAME . '.',
					'deprecated'  => true,
				] + $schema(),
			],
		];
	}

	/**
	 * Also where the answer is a refusal.
	 *
	 * @internal
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 */
	public static function handle_rest_request_after_callbacks(
		mixed $response,
		mixed $handler,
		\WP_REST_Request $request
	): mixed {
		if ( ! is_array( $handler ) || ! isset( $handler[ self::MARK ] ) ) {
			return $response;
		}
		$answer    = is_wp_error( $response )
			? rest_convert_error_to_response( $response )
			: rest_ensure_response( $response );
		$successor = rest_url( str_ireplace( self::FORMER, self::NAME, $request->get_route() ) );
		$answer->header( 'Deprecation', self::SINCE );
		$answer->link_header( 'successor-version', $successor );
		return $answer;
	}
}
