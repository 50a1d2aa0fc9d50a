<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /syncs/retry: all that need a person, or those with one problem.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'syncs-retry-request',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'problem' => [
			'description' => 'A ProblemCode.',
			'type'        => 'string',
			'pattern'     => '^[a-z0-9_]{1,64}$',
		],
	],
];
