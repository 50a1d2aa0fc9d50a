<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Rest\Shape;

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

	// POST /orders/{id}/credit-note-preview. Amounts are decimals in the order's currency.
	'credit-note-preview' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'outcome'   => [
				'description' => 'held: the credit note would say this, but `problem` keeps it from being made now.'
					. ' lowers_draft: the draft invoice is lowered instead.',
				'type'        => 'string',
				'enum'        => [ 'made', 'held', 'lowers_draft', 'stops' ],
				'required'    => true,
			],
			'currency'  => Shape::STRING,
			'totals'    => [
				'description'          => 'Of the credit note; null where there would be none.',
				'type'                 => [ 'object', 'null' ],
				'additionalProperties' => false,
				'required'             => true,
				'properties'           => [
					'excl_tax' => Shape::STRING,
					'vat'      => Shape::STRING,
					'incl_tax' => Shape::STRING,
					'rounding' => [
						'description' => 'The row "Arrondi"; it stands under one of the taxes too.',
						'type'        => 'string',
						'required'    => true,
					],
					'taxes'    => [
						'type'     => 'array',
						'required' => true,
						'items'    => [
							'type'                 => 'object',
							'additionalProperties' => false,
							'properties'           => [
								'label'    => Shape::STRING,
								'percent'  => Shape::STRING,
								'excl_tax' => Shape::STRING,
								'vat'      => Shape::STRING,
								'incl_tax' => Shape::STRING,
							],
						],
					],
				],
			],
			'remaining' => [
				'description' => 'What the invoice holds afterwards, incl. tax; null where that is not known.',
				'type'        => [ 'string', 'null' ],
				'required'    => true,
			],
			'sellsy'    => [
				'description' => 'Whether Sellsy computed the same; it is asked only where it knows the customer.',
				'type'        => 'string',
				'enum'        => [ 'agrees', 'not_asked' ],
				'required'    => true,
			],
			'problem'   => [
				'use'      => 'problem-or-null',
				'required' => true,
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

	// GET and POST /dry-run: what would be made of the latest orders, newest first. Amounts are decimals in the order's
	// currency.
	'dry-run' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'orders'  => Shape::objects(
				[
					'id'         => [
						'type'     => 'integer',
						'required' => true,
					],
					'number'     => Shape::STRING,
					'edit_url'   => Shape::STRING,
					'status'     => Shape::STRING,
					'currency'   => Shape::STRING,
					'created_at' => [
						'type'     => 'string',
						'format'   => 'date-time',
						'required' => true,
					],
					'excl_tax'   => Shape::STRING,
					'incl_tax'   => Shape::STRING,
					'taxes'      => Shape::objects(
						[
							'label'   => Shape::STRING,
							'percent' => Shape::STRING,
							'vat'     => Shape::STRING,
						]
					),
					'documents'  => Shape::objects(
						[
							'kind'    => [
								'type'     => 'string',
								'enum'     => array_column( DocumentKind::of_orders(), 'value' ),
								'required' => true,
							],
							'outcome' => [
								'description' => 'not_due: the order is not, or no longer, where the trigger is.'
									. ' exists: has one already. no_rule: the rules make none of it.',
								'type'        => 'string',
								'enum'        => [ 'made', 'exists', 'not_due', 'no_rule', 'stops' ],
								'required'    => true,
							],
							'totals'  => [
								'description'          => 'Of one that would be made.',
								'type'                 => [ 'object', 'null' ],
								'additionalProperties' => false,
								'required'             => true,
								'properties'           => [
									'excl_tax' => Shape::STRING,
									'incl_tax' => Shape::STRING,
									'rounding' => Shape::STRING,
									'taxes'    => Shape::objects(
										[
											'label'   => Shape::STRING,
											'percent' => Shape::STRING,
											'base'    => Shape::STRING,
											'vat'     => Shape::STRING,
										]
									),
								],
							],
							'sellsy'  => [
								'description' => 'Whether Sellsy computed the same; it is asked only'
									. ' where it knows the customer.',
								'type'        => 'string',
								'enum'        => [ 'agrees', 'not_asked' ],
								'required'    => true,
							],
							'problem' => [
								'use'      => 'problem-or-null',
								'required' => true,
							],
							'rule'    => [
								'description' => 'Id of the rule that takes the order. 0: all other orders. null: no'
									. ' rule takes it.',
								'type'        => [ 'integer', 'null' ],
								'required'    => true,
							],
							// The same in words; empty where the kind has no rules.
							'rule_text' => Shape::STRING,
						]
					),
				]
			),
			'problem' => [
				'use'      => 'problem-or-null',
				'required' => true,
			],
		],
	],
];
