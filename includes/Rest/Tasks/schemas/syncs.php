<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// GET /syncs, newest first; X-WP-Total and X-WP-TotalPages count them.
return [
	'$schema' => 'http://json-schema.org/draft-04/schema#',
	'title'   => 'syncs',
	'type'    => 'array',
	'items'   => [ 'use' => 'sync' ],
];
