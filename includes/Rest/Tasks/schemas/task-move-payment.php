<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /tasks/{id}/move-payment.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'task-move-payment',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'amount' => [
			'description' => 'The payment that was seen (`payment` of the entry): another one is not moved.',
			'type'        => 'string',
			'required'    => true,
		],
	],
];
