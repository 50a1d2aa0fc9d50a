<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

return [
	// POST /orders/{id}/credit-note-preview: a refund that is entered (`refund_id`), or one that is not yet: its
	// amount, and lines where it has any. Amounts as people type them, with a point or a comma; what is wrong with one
	// is said in words.
	'credit-note-preview-request' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'refund_id' => [
				'type'    => 'integer',
				'minimum' => 1,
			],
			'amount'    => [
				'type'      => 'string',
				'maxLength' => 40,
			],
			'lines'     => [
				'type'     => 'array',
				'maxItems' => 1000,
				'items'    => [
					'type'                 => 'object',
					'additionalProperties' => false,
					'properties'           => [
						'line_id'  => [
							'description' => 'The order line: product, shipping or fee.',
							'type'        => 'integer',
							'minimum'     => 1,
							'required'    => true,
						],
						'quantity' => [
							'type'      => 'string',
							'maxLength' => 40,
							'required'  => true,
						],
						'total'    => [
							'type'      => 'string',
							'maxLength' => 40,
							'required'  => true,
						],
						'taxes'    => [
							'type'     => 'array',
							'maxItems' => 100,
							'required' => true,
							'items'    => [
								'type'                 => 'object',
								'additionalProperties' => false,
								'properties'           => [
									'rate_id' => [
										'type'     => 'integer',
										'required' => true,
									],
									'amount'  => [
										'type'      => 'string',
										'maxLength' => 40,
										'required'  => true,
									],
								],
							],
						],
					],
				],
			],
		],
	],

	// GET /dry-run.
	'dry-run-query' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'page'     => [
				'type'    => 'integer',
				'minimum' => 1,
				'default' => 1,
			],
			'per_page' => [
				'type'    => 'integer',
				'minimum' => 1,
				'maximum' => 20,
				'default' => 10,
			],
			'as_new'   => [
				'description' => 'As if each order came today: documents that it has do not count.',
				'type'        => 'boolean',
				'default'     => false,
			],
		],
	],

	// POST /dry-run: the same with settings that are not saved; what is left out is as saved.
	'dry-run-request' => [
		'use'        => 'dry-run-query',
		'properties' => [
			'settings' => [
				'use'      => 'settings-update',
				'required' => true,
			],
		],
	],
];
