<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

// GET /order-usage: the sold orders of the last twelve months, the newest of them where there are very many.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'order-usage',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'since'    => [
			'type'     => 'string',
			'format'   => 'date-time',
			'required' => true,
		],
		'orders'   => [
			'description' => 'How many were looked at; null where they cannot be counted.',
			'type'        => [ 'integer', 'null' ],
			'required'    => true,
		],
		'is_cut'   => [
			'description' => 'Older ones were left out.',
			'type'        => 'boolean',
			'required'    => true,
		],
		'rates'    => Shape::objects(
			[
				'rate_id' => Shape::INTEGER,
				'orders'  => Shape::INTEGER,
			]
		),
		// Rates that orders carry and WooCommerce no longer has.
		'gone'     => Shape::objects(
			[
				'id'      => Shape::INTEGER,
				'label'   => Shape::STRING,
				'percent' => Shape::STRING,
			]
		),
		// `unnamed` for orders without a payment method.
		'gateways' => Shape::objects(
			[
				'id'     => Shape::STRING,
				'title'  => Shape::STRING,
				'orders' => Shape::INTEGER,
			]
		),
	],
];
