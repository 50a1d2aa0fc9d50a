<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

return [
	// POST /products/check: the products of one page; Sellsy is asked for each that is remembered.
	'products-check' => [
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
	],

	// GET /products. any: whatever is wrong; all: those without a problem too.
	'products-query' => [
		'use'        => 'search-query',
		'properties' => [
			'problem' => [
				'type'    => 'string',
				'enum'    => [ 'any', 'all', 'missing', 'short', 'duplicate' ],
				'default' => 'any',
			],
		],
	],
];
