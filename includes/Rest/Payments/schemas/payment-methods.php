<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

// GET /payment-methods: nothing is used before the owner saved it.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'payment-methods',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		// Also gift_card and store_credit, which stand for a gateway.
		'gateways'  => Shape::objects(
			[
				'id'     => Shape::STRING,
				'title'  => Shape::STRING,
				'in_use' => [
					'description' => 'Switched on in WooCommerce.',
					'type'        => 'boolean',
					'required'    => true,
				],
			]
		),
		'methods'   => Shape::objects(
			[
				'id'    => Shape::INTEGER,
				'label' => Shape::STRING,
			]
		),
		// Only where one fits; not certain where it is the first of several.
		'proposals' => Shape::objects(
			[
				'gateway'   => Shape::STRING,
				'method_id' => Shape::INTEGER,
				'certain'   => [
					'type'     => 'boolean',
					'required' => true,
				],
			]
		),
		'problem'   => [
			'use' => 'problem-or-null',
			'required' => true,
		],
	],
];
