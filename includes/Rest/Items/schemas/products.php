<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

// GET /products, by name; X-WP-Total and X-WP-TotalPages count them.
return [
	'$schema' => 'http://json-schema.org/draft-04/schema#',
	'title'   => 'products',
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
];
