<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// GET /syncs.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'syncs-query',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'state'    => [
			'type'    => 'string',
			'enum'    => [ 'all', 'queued', 'working', 'done', 'attention', 'skipped' ],
			'default' => 'all',
		],
		'page'     => [
			'type'    => 'integer',
			'minimum' => 1,
			'default' => 1,
		],
		'per_page' => [
			'type'    => 'integer',
			'minimum' => 1,
			'maximum' => 100,
			'default' => 25,
		],
	],
];
