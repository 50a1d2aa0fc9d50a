<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

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

	// POST /products/check: products whose item is no longer at Sellsy; it was forgotten.
	'products-checked' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'gone' => [
				'type'     => 'array',
				'required' => true,
				'items'    => [ 'type' => 'integer' ],
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

	// GET /products, by name; X-WP-Total and X-WP-TotalPages count them.
	'products' => [
		'type'    => 'array',
		'items'   => [
			'type'                 => 'object',
			'additionalProperties' => false,
			'properties'           => [
				'id'       => Shape::INTEGER,
				'name'     => Shape::STRING,
				// Under which it is sold; empty where there is none.
				'sku'      => Shape::STRING,
				'problem'  => Shape::STRING + [ 'enum' => [ 'none', 'missing', 'short', 'duplicate' ] ],
				// Of the orders that GET /order-usage counts.
				'lines'    => Shape::INTEGER,
				'edit_url' => Shape::STRING,
				// What it is remembered as at Sellsy.
				'item'     => [
					'type'                 => [ 'object', 'null' ],
					'additionalProperties' => false,
					'required'             => true,
					'properties'           => [
						'id'  => Shape::INTEGER,
						'url' => Shape::STRING,
					],
				],
			],
		],
	],
];
