<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// GET /tasks, newest first; X-WP-Total and X-WP-TotalPages count them.
return [
	'$schema' => 'http://json-schema.org/draft-04/schema#',
	'title'   => 'tasks',
	'type'    => 'array',
	'items'   => [ 'use' => 'task' ],
];
