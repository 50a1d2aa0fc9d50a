<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// GET /tasks/{id}/customer: what the order says of its buyer, and the customers at Sellsy to choose from.
$string = [
	'type'     => 'string',
	'required' => true,
];
$facts  = [
	'name'       => $string,
	'email'      => $string,
	'reference'  => $string,
	'siret'      => $string,
	'vat_number' => $string,
];

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
			] + $facts,
		],
		'candidates' => [
			'type'     => 'array',
			'required' => true,
			'items'    => [
				'use'        => 'customer-choice',
				'properties' => $facts + [
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
