<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/**
 * Routes of `orderinvoicer/v1`: each has a permission, arguments and an answer from a schema, and that schema in its
 * OPTIONS. Not `wc/…`: the login of WooCommerce's consumer keys must not apply here.
 */
abstract class BaseController extends \WP_REST_Controller {

	/** Routes that read one order. */
	private const OF_AN_ORDER = '~/(orders|tasks|syncs)/\d+~';

	public function __construct( protected readonly SchemaSet $schemas ) {}

	/**
	 * @param non-falsy-string           $path      with named groups for its parameters.
	 * @param string                     $answer    name of the schema of every answer.
	 * @param list<array<string, mixed>> $endpoints from endpoint().
	 */
	protected function route( string $path, string $answer, array $endpoints ): void {
		$schema = fn (): array => $this->schemas->get( $answer );
		$routes = [
			$path => [
				...$endpoints,
				'schema' => $schema,
			],
		] + FormerName::routes( $path, $endpoints, $schema );
		foreach ( $routes as $name => $options ) {
			register_rest_route( Routes::REST_NAMESPACE, $name, $options );
		}
	}

	/**
	 * @param callable( \WP_REST_Request<array<string, mixed>> ): ( \WP_REST_Response|\WP_Error ) $callback
	 * @param callable( \WP_REST_Request<array<string, mixed>> ): ( true|\WP_Error )              $permission
	 * @param string                                                                            $input      name of the
	 *        schema of the body or query; empty for none.
	 * @return array<string, mixed>
	 */
	protected function endpoint(
		string $methods,
		callable $callback,
		callable $permission,
		string $input = '',
	): array {
		$permission = fn ( \WP_REST_Request $request ): mixed => $this->answered( $permission, $request );
		return [
			'methods'             => $methods,
			'permission_callback' => $permission,
			'callback'            => fn ( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error =>
				$this->unknown_keys( $request, $input ) ?? $this->answered( $callback, $request ),
			'args'                => $input === ''
				? []
				: rest_get_endpoint_args_for_schema( $this->schemas->get( $input ), \WP_REST_Server::CREATABLE ),
		];
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

	/** @return true|\WP_Error */
	public function can_manage(): bool|\WP_Error {
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
