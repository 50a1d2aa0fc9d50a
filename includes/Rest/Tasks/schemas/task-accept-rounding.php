<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /tasks/{id}/accept-rounding.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'task-accept-rounding',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'amount' => [
			'description' => 'The rounding that was seen (`rounding` of the entry): another one is not accepted.',
			'type'        => 'string',
			'required'    => true,
		],
	],
];
