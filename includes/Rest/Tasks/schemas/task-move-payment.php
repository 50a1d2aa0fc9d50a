<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /tasks/{id}/move-payment and record-payment.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'task-move-payment',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'amount' => [
			'description' => 'The amount that was seen (`payment` of the entry): no other is moved or recorded.',
			'type'        => 'string',
			'required'    => true,
		],
	],
];
