<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /connection/authorise.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'connection-authorise',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'return' => [
			'description' => 'The route of our own page to come back to, such as /connection.',
			'type'        => 'string',
			'pattern'     => '^(\/[a-z][a-z-]{0,30}){1,3}$',
			'required'    => true,
		],
	],
];
