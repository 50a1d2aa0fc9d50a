<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /tasks/{id}/retry.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'task-retry',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'by_hand' => [
			'description' => 'The person knows that somebody did it by hand, and wants it all the same.',
			'type'        => 'boolean',
			'default'     => false,
		],
	],
];
