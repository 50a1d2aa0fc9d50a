<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /products/check: the products of one page; Sellsy is asked for each that is remembered.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'products-check',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'ids' => [
			'type'     => 'array',
			'required' => true,
			'maxItems' => 25,
			'items'    => [
				'type'    => 'integer',
				'minimum' => 1,
			],
		],
	],
];
