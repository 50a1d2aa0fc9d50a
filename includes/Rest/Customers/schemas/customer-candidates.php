<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

// GET /tasks/{id}/customer: what the order says of its buyer, and the customers at Sellsy that a person must choose
// from.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'customer-candidates',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'order'      => [
			'description'          => 'null when the order is gone; a fact that it lacks is empty.',
			'type'                 => [ 'object', 'null' ],
			'additionalProperties' => false,
			'required'             => true,
			'properties'           => [
				'type' => [
					'type'     => 'string',
					'enum'     => [ 'company', 'individual' ],
					'required' => true,
				],
			] + [
				'name'       => Shape::STRING,
				'email'      => Shape::STRING,
				'reference'  => Shape::STRING,
				'siret'      => Shape::STRING,
				'vat_number' => Shape::STRING,
			],
		],
		'candidates' => [
			'type'     => 'array',
			'required' => true,
			'items'    => [
				'use'        => 'customer-choice',
				'properties' => [
					'name'       => Shape::STRING,
					'email'      => Shape::STRING,
					'reference'  => Shape::STRING,
					'siret'      => Shape::STRING,
					'vat_number' => Shape::STRING,
				] + [
					'same' => [
						'description' => 'What equals the order, however it is written.',
						'type'        => 'array',
						'items'       => [
							'type' => 'string',
							'enum' => [ 'type', 'name', 'email', 'reference', 'siret', 'vat_number' ],
						],
						'required'    => true,
					],
				],
			],
		],
	],
];
