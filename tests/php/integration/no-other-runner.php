<?php
/**
 * For processes that tests start: the site asks itself for nothing. A runner that one of them started would work on in
 * the web server, into the tests that follow, and take the rows that those are about to work.
 */

declare( strict_types=1 );

add_filter(
	'pre_http_request',
	static fn( mixed $answer, array $arguments, string $url ): mixed => str_starts_with( $url, home_url() )
		? new WP_Error( 'http_request_not_executed', 'No other runner here.' )
		: $answer,
	PHP_INT_MAX,
	3
);
