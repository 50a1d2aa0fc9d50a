<?php
declare( strict_types=1 );

namespace OrderInvoicer\Rest;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WordPress\Tables\Sql;

/**
 * Makes a route when it is asked for, or all of them with their list: a request for another's route, such as a
 * shopper's cart, reads none of their code, and one for ours that of its own controller. It holds for requests over
 * HTTP and for those that PHP makes itself (`rest_do_request()`).
 */
final class Routes {

	public const REST_NAMESPACE = 'orderinvoicer/v1';

	private ?\WP_REST_Server $server = null;

	/** @var list<array{list<string>, \Closure(): BaseController}> those that nobody asked for yet. */
	private array $left = [];

	/**
	 * @param \Closure(): list<array{list<string>, \Closure(): BaseController}> $controllers each with its paths.
	 * @param \Closure(): OrderAccess                                           $order_access
	 */
	public function __construct(
		private readonly \Closure $controllers,
		private readonly \Closure $order_access,
		private readonly Sql $sql,
	) {}

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
		// WordPress matches routes whatever their case.
		[ $space, $path ] = explode( self::REST_NAMESPACE, strtolower( "{$request->get_route()}/" ), 2 ) + [ 1 => '' ];
		if ( trim( $space, '/' ) === '' && ( $path === '' || $path[0] === '/' ) ) {
			$this->make( $server, rtrim( FormerName::now( $path ), '/' ) );
		}
		return $answer;
	}

	/** @param string $path below the namespace; empty: the list of all is asked for. */
	private function make( \WP_REST_Server $server, string $path ): void {
		if ( $this->server !== $server ) {
			$this->server = $server;
			$this->left   = ( $this->controllers )();
			FormerName::register();
		}
		$schemas    = new SchemaSet();
		$left       = $this->left;
		$this->left = [];
		foreach ( $left as [ $paths, $controller ] ) {
			if ( $path === '' || preg_match( '~^(?:' . implode( '|', $paths ) . ')$~', $path ) === 1 ) {
				$controller()->register( $schemas, $this->order_access, $this->sql );
			} else {
				$this->left[] = [ $paths, $controller ];
			}
		}
	}
}
