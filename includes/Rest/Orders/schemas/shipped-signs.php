<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

// GET /shipped-signs: what in this shop may say that an order was shipped.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'shipped-signs',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'signs' => [
			'type'     => 'array',
			'required' => true,
			'items'    => [
				'type'                 => 'object',
				'additionalProperties' => false,
				'properties'           => [
					// As in the settings: status:<slug>, fulfilment, tracking. The likeliest first.
					'value' => Shape::STRING,
					'label' => Shape::STRING,
				],
			],
		],
	],
];
