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
		'asks'    => [
			'description' => 'Nothing was tried again: this becomes final by it. Left out where nothing does.',
			'type'        => 'array',
			'items'       => [ 'type' => 'string' ],
		],
		'seen'    => [
			'description' => 'To send with the same request once a person says yes.',
			'type'        => 'string',
		],
	],
];
