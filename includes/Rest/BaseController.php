<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\Sql;

/**
 * Routes of `orderinvoicer/v1`: each has a permission, arguments and an answer from a schema, and that schema in its
 * OPTIONS. Not `wc/…`: the login of WooCommerce's consumer keys must not apply here.
 *
 * @phpstan-type Callback   callable( \WP_REST_Request<array<string, mixed>> ): ( \WP_REST_Response|\WP_Error )
 * @phpstan-type Permission callable( \WP_REST_Request<array<string, mixed>> ): ( true|\WP_Error )
 * @phpstan-type Route array{
 *     method: string,
 *     path: non-falsy-string,
 *     answer: string,
 *     callback: Callback,
 *     input: string,
 *     may: Permission|null,
 * }
 */
abstract class BaseController {

	protected const ID    = '(?P<target>[\d]+)';
	protected const TASK  = '/tasks/' . self::ID;
	protected const ORDER = '/orders/' . self::ID;

	/** Routes that read one order. */
	private const OF_AN_ORDER = '~/(orders|tasks|syncs)/\d+~';

	private SchemaSet $schemas;

	/** @var \Closure(): OrderAccess which most routes need nothing of. */
	private \Closure $access;

	/**
	 * From get(), post() and delete(), one for each path and method. Of what the constructor is handed nothing is asked
	 * here: the composition is written from these paths, so that a request makes those alone who answer it.
	 *
	 * @return list<Route>
	 */
	abstract public function routes(): array;

	/** @param \Closure(): OrderAccess $access */
	final public function register( SchemaSet $schemas, \Closure $access, Sql $sql ): void {
		$this->schemas = $schemas;
		$this->access  = $access;
		foreach ( $this->routes() as $route ) {
			$answer   = fn ( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error =>
				$this->unknown_keys( $request, $route['input'] ) ?? $this->answered( $route['callback'], $request );
			$schema   = fn (): array => $this->schemas->get( $route['answer'] );
			$endpoint = [
				'methods'             => $route['method'],
				'permission_callback' => fn ( \WP_REST_Request $request ): mixed =>
					$this->answered( $route['may'] ?? fn () => $this->may( $route['path'], $request ), $request ),
				// What only looks asks each question of the database once.
				'callback'            => static fn ( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error =>
					$route['method'] === 'GET'
						? $sql->in_one_moment( static fn () => $answer( $request ) )
						: $answer( $request ),
				'args'                => $route['input'] === ''
					? []
					: rest_get_endpoint_args_for_schema( $this->schemas->get( $route['input'] ), 'POST' ),
			];
			$named    = [
				$route['path'] => [
					$endpoint,
					'schema' => $schema,
				],
			] + FormerName::routes( $route['path'], [ $endpoint ], $schema );
			foreach ( $named as $path => $options ) {
				register_rest_route( Routes::REST_NAMESPACE, $path, $options );
			}
		}
	}

	/**
	 * @param non-falsy-string $path   with named groups for its parameters.
	 * @param string           $answer name of the schema of every answer.
	 * @param Callback         $callback
	 * @param string           $input  name of the schema of the query; empty for none.
	 * @param Permission|null  $may    null: as the path says.
	 * @return Route
	 */
	final protected function get(
		string $path,
		string $answer,
		callable $callback,
		string $input = '',
		?callable $may = null,
	): array {
		$method = 'GET';
		return compact( 'method', 'path', 'answer', 'callback', 'input', 'may' );
	}

	/**
	 * @param non-falsy-string $path   as above.
	 * @param string           $answer
	 * @param Callback         $callback
	 * @param string           $input  name of the schema of the body.
	 * @return Route
	 */
	final protected function post( string $path, string $answer, callable $callback, string $input = '' ): array {
		return [ 'method' => 'POST' ] + $this->get( $path, $answer, $callback, $input );
	}

	/**
	 * @param non-falsy-string $path as above.
	 * @param string           $answer
	 * @param Callback         $callback
	 * @return Route
	 */
	final protected function delete( string $path, string $answer, callable $callback ): array {
		return [ 'method' => 'DELETE' ] + $this->get( $path, $answer, $callback );
	}

	/**
	 * @template T
	 * @param callable( \WP_REST_Request<array<string, mixed>> ): T $answer
	 * @param \WP_REST_Request<array<string, mixed>>                $request
	 * @return T|\WP_Error
	 */
	private function answered( callable $answer, \WP_REST_Request $request ): mixed {
		try {
			return $answer( $request );
		} catch ( DatabaseRefused ) {
			return Refusal::database();
		} catch ( RemoteFailure $failure ) {
			return Refusal::sellsy_failed( $failure );
		} catch ( \InvalidArgumentException $unreadable ) {
			return preg_match( self::OF_AN_ORDER, $request->get_route() ) === 1
				? Refusal::unreadable_order( $unreadable )
				: throw $unreadable;
		}
	}

	/**
	 * What is below an order, or an entry of one, is for whoever may edit that order; all else for a shop manager.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return true|\WP_Error
	 */
	final protected function may( string $path, \WP_REST_Request $request ): bool|\WP_Error {
		return match ( true ) {
			str_starts_with( $path, self::ORDER ) => ( $this->access )()->to_order( $this->id( $request ) ),
			str_starts_with( $path, self::TASK )  => ( $this->access )()->to_task( $this->id( $request ) ),
			default                               => $this->can_manage(),
		};
	}

	/** @return true|\WP_Error */
	final protected function can_manage(): bool|\WP_Error {
		return current_user_can( 'manage_woocommerce' ) ? true : Refusal::forbidden();
	}

	/**
	 * The id in the path. Not named `id`: WordPress would take it for an argument of the body with that name.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 */
	protected function id( \WP_REST_Request $request ): int {
		$id = $request->get_url_params()['target'] ?? '';
		return is_string( $id ) ? (int) $id : 0;
	}

	/** @param array<mixed> $data */
	protected function answer( string $schema, array $data ): \WP_REST_Response {
		return new \WP_REST_Response( rest_sanitize_value_from_schema( $data, $this->schemas->get( $schema ) ) );
	}

	/**
	 * WordPress checks each argument but lets unknown ones pass; a misspelt setting must not look saved.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 */
	private function unknown_keys( \WP_REST_Request $request, string $input ): ?\WP_Error {
		$body = $request->get_json_params();
		if ( $input === '' || ! is_array( $body ) ) {
			return null;
		}
		$checked = rest_validate_value_from_schema( $body, $this->schemas->get( $input ), 'body' );
		return is_wp_error( $checked )
			? new \WP_Error( 'orderinvoicer_invalid', $checked->get_error_message(), [ 'status' => 400 ] )
			: null;
	}
}
