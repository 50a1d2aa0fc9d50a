<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /tasks/{id}/customer.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'customer-choice',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'type' => [
			'type'     => 'string',
			'enum'     => [ 'company', 'individual' ],
			'required' => true,
		],
		'id'   => [
			'description' => 'Of the company or individual at Sellsy.',
			'type'        => 'integer',
			'minimum'     => 1,
			'required'    => true,
		],
	],
];
