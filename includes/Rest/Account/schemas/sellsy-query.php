<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// GET /sellsy.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'sellsy-query',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'refresh' => [
			'description' => 'Ask Sellsy again instead of using what was read within the last hour.',
			'type'        => 'boolean',
			'default'     => false,
		],
	],
];
