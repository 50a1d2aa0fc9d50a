<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /products/check: products whose item is no longer at Sellsy; it was forgotten.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'products-checked',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'gone' => [
			'type'     => 'array',
			'required' => true,
			'items'    => [ 'type' => 'integer' ],
		],
	],
];
