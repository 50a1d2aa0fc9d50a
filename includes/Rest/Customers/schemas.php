<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

return [
	// POST /tasks/{id}/customer.
	'customer-choice' => [
		'use'        => 'task-act',
		'properties' => [
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
