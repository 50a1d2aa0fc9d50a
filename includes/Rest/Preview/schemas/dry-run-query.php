<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// GET /dry-run.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'dry-run-query',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'page'     => [
			'type'    => 'integer',
			'minimum' => 1,
			'default' => 1,
		],
		'per_page' => [
			'type'    => 'integer',
			'minimum' => 1,
			'maximum' => 20,
			'default' => 10,
		],
	],
];
