<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use OrderInvoicer\Rest\SchemaSet;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;

/** Calls routes as WordPress does, and checks each good answer against the schema that TypeScript reads it with. */
abstract class RestTestCase extends IntegrationTestCase {

	/** @param array<string, mixed>|null $body */
	final protected function call( string $method, string $path, ?array $body = null ): \WP_REST_Response {
		$url     = explode( '?', $path );
		$request = new \WP_REST_Request( $method, '/orderinvoicer/v1' . $url[0] );
		parse_str( $url[1] ?? '', $query );
		$request->set_query_params( $query );
		if ( $body !== null ) {
			$request->set_header( 'Content-Type', 'application/json' );
			$request->set_body( (string) wp_json_encode( $body ) );
		}
		return rest_do_request( $request );
	}

	/** @return array<mixed> the answer, as JSON would carry it. */
	final protected function valid( \WP_REST_Response $response, string $schema ): array {
		self::assertSame( 200, $response->get_status(), (string) wp_json_encode( $response->get_data() ) );
		$data  = json_decode( (string) wp_json_encode( $response->get_data() ), true );
		$valid = rest_validate_value_from_schema(
			$data,
			( new SchemaSet() )->get( $schema ),
			$schema
		);
		self::assertTrue( $valid, is_wp_error( $valid ) ? $valid->get_error_message() : '' );
		return (array) $data;
	}

	final protected function assert_refused( int $status, string $code, \WP_REST_Response $response ): void {
		self::assertSame( [ $status, $code ], [ $response->get_status(), $response->get_data()['code'] ?? '' ] );
	}

	final protected function sign_in( string $role ): void {
		$id = wp_insert_user(
			[
				'user_login' => "test-$role",
				'user_pass'  => wp_generate_password(),
				'user_email' => "test-$role@example.com",
				'role'       => $role,
			]
		);
		self::assertIsInt( $id );
		wp_set_current_user( $id );
	}
}
