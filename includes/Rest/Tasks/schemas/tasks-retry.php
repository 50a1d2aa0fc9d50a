<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /tasks/retry.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'tasks-retry',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'retried' => [
			'description' => 'How many went back to the queue.',
			'type'        => 'integer',
			'minimum'     => 0,
			'required'    => true,
		],
	],
];
