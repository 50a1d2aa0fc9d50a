<?php
declare( strict_types=1 );

namespace OrderInvoicer\Rest;

defined( 'ABSPATH' ) || exit;

/**
 * Makes our routes when one of them is asked for, or the list of all: a request for another's route, such as a
 * shopper's cart, reads none of their code. It holds for requests over HTTP and for those that PHP makes itself
 * (`rest_do_request()`).
 */
final class Routes {

	public const REST_NAMESPACE = 'orderinvoicer/v1';

	/** @param \Closure(): list<BaseController> $controllers */
	public function __construct( private readonly \Closure $controllers ) {}

	public function register(): void {
		// Before anybody else looks: WordPress itself answers OPTIONS here, from the routes that are there. At the very
		// first place this object is made.
		add_filter( 'rest_pre_dispatch', [ $this, 'handle_rest_pre_dispatch' ], PHP_INT_MIN + 1, 3 );
	}

	/**
	 * @internal
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 */
	public function handle_rest_pre_dispatch(
		mixed $answer,
		\WP_REST_Server $server,
		\WP_REST_Request $request,
	): mixed {
		if (
			$this->is_asked_for( $request->get_route() )
			&& ! in_array( self::REST_NAMESPACE, $server->get_namespaces(), true )
		) {
			FormerName::register();
			foreach ( ( $this->controllers )() as $controller ) {
				$controller->register_routes();
			}
		}
		return $answer;
	}

	/** WordPress matches routes whatever their case. */
	private function is_asked_for( string $route ): bool {
		$path = strtolower( trim( $route, '/' ) );
		return $path === '' || $path === self::REST_NAMESPACE || str_starts_with( $path, self::REST_NAMESPACE . '/' );
	}
}
