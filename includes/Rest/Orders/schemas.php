<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\OrderSheet\Prospect;
use OrderInvoicer\Rest\Shape;

$kind   = [
	'type'     => 'string',
	'enum'     => array_column( DocumentKind::cases(), 'value' ),
	'required' => true,
];
$amount = static fn ( string $about ): array => [
	'description' => $about,
	'type'        => [ 'string', 'null' ],
	'required'    => true,
];

return [
	// GET /orders/{id}/documents. Amounts are decimals in the document's currency; null is unknown.
	'order-documents' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			// Those that exist and of which something is known.
			'documents' => Shape::objects(
				[
					'task_id'   => Shape::INTEGER,
					'kind'      => $kind,
					'number'    => [
						'description' => 'Empty while it is a draft.',
						'type'        => 'string',
						'required'    => true,
					],
					'url'       => Shape::STRING,
					'date'      => [
						'description' => 'YYYY-MM-DD, its own.',
						'type'        => [ 'string', 'null' ],
						'required'    => true,
					],
					'currency'  => [
						'type'     => [ 'string', 'null' ],
						'required' => true,
					],
					'excl_tax'  => $amount( 'HT.' ),
					'vat'       => $amount( 'Of all taxes.' ),
					'incl_tax'  => $amount( 'TTC.' ),
					'taxes'     => [
						'type'     => [ 'array', 'null' ],
						'required' => true,
						'items'    => Shape::object(
							[
								'percent' => Shape::STRING,
								'vat'     => Shape::STRING,
							]
						),
					],
					'ordered'   => $amount( 'TTC of the order, or of the refund that it credits.' ),
					'agreement' => [
						'description' => 'How it compares with the order (Domain\OrderSheet\Agreement); null where it'
							. ' cannot be compared.',
						'type'        => [ 'string', 'null' ],
						'required'    => true,
					],
					'paid'      => $amount( 'What was recorded on the invoice; null where nobody knows here.' ),
					'due'       => $amount( 'What is left by that, after credit notes.' ),
					'rule'      => [
						'description' => 'What is said of its rule, and of another that would take the order as it is.'
							. ' Empty: the kind has no rules. Below likewise.',
					] + Shape::STRING,
				]
			),
			// One for each kind that is switched on and of which there is nothing yet.
			'to_come'   => Shape::objects(
				[
					'kind'     => $kind,
					'prospect' => [
						'description' => 'passed: its moment is over; nothing: the problem says why.',
						'type'        => 'string',
						'enum'        => array_column( Prospect::cases(), 'value' ),
						'required'    => true,
					],
					'trigger'  => Shape::STRING,
					'finalise' => Shape::STRING,
					'after'    => [
						'description' => 'The document of the same order that comes first.',
						'type'        => [ 'string', 'null' ],
						'required'    => true,
					],
					'problem'  => [
						'use'      => 'problem-or-null',
						'required' => true,
					],
					'rule'     => Shape::STRING,
					'text'     => Shape::STRING,
				]
			),
			'moves'     => [
				'description' => 'It will look different in a moment.',
				'type'        => 'boolean',
				'required'    => true,
			],
			// How each entry of the ledger stands, in words.
			'lines'     => Shape::STRINGS,
			'html'      => [
				'description' => 'The same as the order box shows it.',
				'type'        => 'string',
				'required'    => true,
			],
			'pills'     => [
				'description' => 'The same in short, as it stands above the order actions of WooCommerce. HTML.',
				'type'        => 'string',
				'required'    => true,
			],
			'actions'   => [
				'description' => 'What this plugin adds to the order actions of WooCommerce, as the order is now.',
			] + Shape::objects(
				[
					'name'  => Shape::STRING,
					'label' => Shape::STRING,
				]
			),
			'credit_preview' => [
				'description' => 'What a credit note can be previewed of; null where nothing can be credited.',
				'type'        => [ 'object', 'null' ],
				'required'    => true,
			] + Shape::object(
				[
					'order_id'   => Shape::INTEGER,
					'currency'   => Shape::STRING,
					'refundable' => [
						'description' => 'Something of the order can still be refunded.',
					] + Shape::BOOLEAN,
					'refunds'    => [
						'description' => 'Entered, without a credit note; oldest first. Amounts are TTC.',
					] + Shape::objects(
						[
							'id'     => Shape::INTEGER,
							'amount' => Shape::STRING,
						]
					),
				]
			),
		],
	],

	// POST /orders/{id}/sync. Credit notes belong to refunds and cannot be asked for alone.
	'order-sync' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'document' => [
				'type'    => 'string',
				'enum'    => array_column( DocumentKind::of_orders(), 'value' ),
				'default' => 'invoice',
			],
			'by_hand'  => [
				'description' => 'The person knows that somebody did it by hand, and wants it all the same.',
				'type'        => 'boolean',
				'default'     => false,
			],
		],
	],

	// GET /order-usage: the sold orders of the last twelve months, the newest of them where there are very many.
	'order-usage' => [
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
	],

	// GET /orders/{id}/timeline: what was done for one order, oldest row first. Times are RFC 3339 UTC.
	'timeline' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'support' => [
				'description' => 'The same as codes and numbers, in English, without personal data.',
				'type'        => 'string',
				'required'    => true,
			],
			'rows'    => [
				'type'     => 'array',
				'required' => true,
				'items'    => [
					'type'                 => 'object',
					'additionalProperties' => false,
					'properties'           => [
						'task'      => [
							'use'      => 'task',
							'required' => true,
						],
						'sync'      => [
							'use'         => 'task',
							'description' => 'Deprecated: the former name of task.',
						],
						'opened_at' => Shape::TIME,
						'tries'     => [
							'type'     => 'array',
							'required' => true,
							'items'    => [
								'type'                 => 'object',
								'additionalProperties' => false,
								'properties'           => [
									'at'      => Shape::TIME,
									'outcome' => [
										'description' => 'chosen: a person chose the customer.',
										'type'        => 'string',
										'enum'        => [ 'done', 'released', 'attention', 'skipped', 'chosen' ],
										'required'    => true,
									],
									'problem' => [
										'use'      => 'problem-or-null',
										'required' => true,
									],
									'steps'   => [
										'description' => 'In words, in their order; all of them are in `support`.',
										'type'        => 'array',
										'items'       => [ 'type' => 'string' ],
										'required'    => true,
									],
								],
							],
						],
					],
				],
			],
		],
	],
];
