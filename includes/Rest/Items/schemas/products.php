<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// GET /products, by name; X-WP-Total and X-WP-TotalPages count them.
$string  = [
	'type'     => 'string',
	'required' => true,
];
$integer = [
	'type'     => 'integer',
	'required' => true,
];

return [
	'$schema' => 'http://json-schema.org/draft-04/schema#',
	'title'   => 'products',
	'type'    => 'array',
	'items'   => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'id'       => $integer,
			'name'     => $string,
			// Under which it is sold; empty where there is none.
			'sku'      => $string,
			'problem'  => $string + [ 'enum' => [ 'none', 'missing', 'short', 'duplicate' ] ],
			// Of the orders that GET /order-usage counts.
			'lines'    => $integer,
			'edit_url' => $string,
			// What it is remembered as at Sellsy.
			'item'     => [
				'type'                 => [ 'object', 'null' ],
				'additionalProperties' => false,
				'required'             => true,
				'properties'           => [
					'id'  => $integer,
					'url' => $string,
				],
			],
		],
	],
];
