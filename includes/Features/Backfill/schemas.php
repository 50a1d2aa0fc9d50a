<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Rest\Shape;

return [
	// POST /backfill/count: cursor is the `next` of the answer before, empty at first.
	'backfill-count-request' => [
		'use'        => 'backfill-orders',
		'properties' => [
			'cursor' => [
				'type'     => 'string',
				'pattern'  => '^([0-9]{1,11}\.[0-9]{1,9})?$',
				'required' => true,
			],
		],
	],

	// POST /backfill/count: `orders` is how many there are in all; the rest is what this step looked at, to be added
	// up.
	'backfill-count' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'orders'         => Shape::COUNT,
			'looked_at'      => Shape::COUNT,
			'with_documents' => Shape::COUNT,
			'would_stop'     => Shape::COUNT,
			'problems'       => [
				'type'     => 'array',
				'required' => true,
				'items'    => [
					'type'                 => 'object',
					'additionalProperties' => false,
					'properties'           => [
						'orders'  => Shape::COUNT,
						'problem' => [
							'use'      => 'problem',
							'required' => true,
						],
					],
				],
			],
			'next'           => [
				'description' => 'null at the end.',
				'type'        => [ 'string', 'null' ],
				'required'    => true,
			],
			'problem'        => [
				'use'      => 'problem-or-null',
				'required' => true,
			],
		],
	],

	// Which old orders, and which documents; part of POST /backfill and POST /backfill/count. Days are those of the
	// shop.
	'backfill-orders' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'from'     => Shape::DAY,
			'to'       => Shape::DAY,
			'statuses' => [
				'description' => 'Without wc-.',
				'type'        => 'array',
				'minItems'    => 1,
				'required'    => true,
				'items'       => [
					'type'    => 'string',
					'pattern' => '^[a-z0-9_-]{1,40}$',
				],
			],
			'kinds'    => [
				'type'     => 'array',
				'minItems' => 1,
				'required' => true,
				'items'    => [
					'type' => 'string',
					'enum' => array_column( DocumentKind::of_orders(), 'value' ),
				],
			],
		],
	],

	// POST /backfill.
	'backfill-request' => [
		'use'        => 'backfill-orders',
		'properties' => [
			'drafts' => [
				'description' => 'Everything stays a draft, whatever the settings say.',
				'type'        => 'boolean',
				'required'    => true,
			],
		],
	],

	// GET /backfill and whatever changes it: the one that was started last.
	'backfill' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'backfill' => [
				'description'          => 'null before the first.',
				'type'                 => [ 'object', 'null' ],
				'additionalProperties' => false,
				'required'             => true,
				'properties'           => [
					'id'        => Shape::COUNT,
					'state'     => [
						'type'     => 'string',
						'enum'     => [ 'running', 'paused', 'finished', 'cancelled' ],
						'required' => true,
					],
					'from'      => Shape::STRING,
					'to'        => Shape::STRING,
					'statuses'  => Shape::STRINGS,
					'kinds'     => Shape::STRINGS,
					'drafts'    => [
						'type'     => 'boolean',
						'required' => true,
					],
					'orders'    => [
						'description'          => 'passed: documents were asked for, or are there already.',
						'type'                 => 'object',
						'additionalProperties' => false,
						'required'             => true,
						'properties'           => [
							'total'  => Shape::COUNT,
							'passed' => Shape::COUNT,
						],
					],
					'documents' => [
						'type'                 => 'object',
						'additionalProperties' => false,
						'required'             => true,
						'properties'           => [
							'done'     => Shape::COUNT,
							'failed'   => Shape::COUNT,
							'left_out' => Shape::COUNT,
							'waiting'  => Shape::COUNT,
						],
					],
				],
			],
		],
	],
];
