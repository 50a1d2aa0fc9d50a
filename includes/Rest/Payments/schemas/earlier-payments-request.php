<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /payments/earlier.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'earlier-payments-request',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'seen'  => [
			'description' => 'What GET said: where it is otherwise by now, nothing is done.',
			'type'        => 'string',
			'maxLength'   => 400,
			'required'    => true,
		],
		'leave' => [
			'description' => 'They are left as they are, and offered no more.',
			'type'        => 'boolean',
		],
	],
];
