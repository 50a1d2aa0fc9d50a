<?php
/**
 * The plugin's routes as the settings page calls them, signed in as the shop's administrator.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

/**
 * @param array<string, mixed>|null $body
 * @return array<string, mixed>
 */
function orderinvoicer_demo_call( string $method, string $route, ?array $body = null ): array {
	wp_set_current_user( 1 );
	$request = new WP_REST_Request( $method, '/orderinvoicer/v1' . $route );
	if ( $body !== null ) {
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_body( (string) wp_json_encode( $body ) );
	}
	$response = rest_do_request( $request );
	$data     = rest_get_server()->response_to_data( $response, false );
	if ( $response->is_error() || ! is_array( $data ) ) {
		// phpcs:ignore WordPress.Security.EscapeOutput.ExceptionNotEscaped -- Read in a terminal.
		throw new RuntimeException( "{$method} {$route}: " . wp_json_encode( $data ) );
	}
	return $data;
}
