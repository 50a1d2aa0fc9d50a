<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

return [
	// GET /tasks/{id}/customer: what the order says of its buyer, and the customers at Sellsy that a person must choose
	// from.
	'customer-candidates' => [
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
	],

	// POST /tasks/{id}/customer.
	'customer-choice' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'type' => [
				'type'     => 'string',
				'enum'     => [ 'company', 'individual' ],
				'required' => true,
			],
			'id'   => [
				'description' => 'Of the company or individual at Sellsy.',
				'type'        => 'integer',
				'minimum'     => 1,
				'required'    => true,
			],
		],
	],

	// GET /customer-choices: orders that wait for a person to choose their customer.
	'customer-choices' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'several'    => [
				'description' => 'Several customers may be the buyer.',
				'type'        => 'integer',
				'minimum'     => 0,
				'required'    => true,
			],
			'other_kind' => [
				'description' => 'The order is for a company and a person has its e-mail address at Sellsy; or it is'
					. ' for a person and a company has it.',
				'type'        => 'integer',
				'minimum'     => 0,
				'required'    => true,
			],
		],
	],

	// POST /customer-links/search, the latest first; X-WP-Total and X-WP-TotalPages count them.
	'customer-links' => [
		'type'    => 'array',
		'items'   => [
			'type'                 => 'object',
			'additionalProperties' => false,
			'properties'           => [
				'id'          => Shape::INTEGER,
				// As WooCommerce has it now; empty where account and order are gone.
				'name'        => Shape::STRING,
				'is_guest'    => [
					'type'     => 'boolean',
					'required' => true,
				],
				'profile_url' => Shape::STRING,
				// SIREN or VAT number that the account buys with.
				'number'      => Shape::STRING,
				'order'       => [
					'type'                 => [ 'object', 'null' ],
					'additionalProperties' => false,
					'required'             => true,
					'properties'           => [
						'id'       => Shape::INTEGER,
						'number'   => Shape::STRING,
						'edit_url' => Shape::STRING,
					],
				],
				'type'        => Shape::STRING + [ 'enum' => [ 'company', 'individual' ] ],
				'sellsy_id'   => Shape::INTEGER,
				'url'         => Shape::STRING,
				'origin'      => Shape::STRING + [
					'enum' => [
						'unknown',
						'customer_remembered',
						'customer_by_siret',
						'customer_by_reference',
						'customer_by_email',
						'customer_created',
						'chosen',
					],
				],
				'since'       => Shape::STRING + [ 'format' => 'date-time' ],
			],
		],
	],

	// DELETE of something remembered.
	'forgotten' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'forgotten' => [
				'type'     => 'boolean',
				'required' => true,
			],
		],
	],

	// POST /orders/{id}/same-client.
	'same-client-request' => [
		'use'        => 'customer-choice',
		'properties' => [
			'confirmed' => [
				'description' => 'Where something becomes final: its total, which a person was shown. Another one, or'
					. ' none, is refused with `total` and `final`.',
				'type'        => 'string',
				'maxLength'   => 40,
			],
		],
	],

	// GET and POST /orders/{id}/same-client.
	'same-client' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'offered' => [ 'description' => 'This shop made a customer for the order.' ] + Shape::BOOLEAN,
			'clients' => [
				'description' => 'Clients in Sellsy with the e-mail address of the order, but that one.',
				'type'        => 'array',
				'required'    => true,
				'items'       => [
					'use'        => 'customer-choice',
					'properties' => [
						'name'      => Shape::STRING,
						'email'     => Shape::STRING,
						'reference' => Shape::STRING,
						'siret'     => Shape::STRING,
					],
				],
			],
			'follows' => [ 'description' => 'What choosing one leads to.' ] + Shape::STRING,
			'final'   => [ 'description' => 'What then becomes final; empty where nothing does.' ] + Shape::STRINGS,
			'total'   => [ 'description' => 'Of what becomes final; empty where nothing does.' ] + Shape::STRING,
		],
	],

	// What is searched in a list, and which page of it.
	'search-query' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'search'   => [
				'type'      => 'string',
				'maxLength' => 100,
				'default'   => '',
			],
			'page'     => [
				'type'    => 'integer',
				'minimum' => 1,
				'default' => 1,
			],
			'per_page' => [
				'type'    => 'integer',
				'minimum' => 1,
				'maximum' => 100,
				'default' => 25,
			],
		],
	],
];
