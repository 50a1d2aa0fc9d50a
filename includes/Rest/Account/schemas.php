<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

return [
	// GET /sellsy.
	'sellsy-query' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'refresh' => [
				'description' => 'Ask Sellsy again instead of using what was read within the last hour.',
				'type'        => 'boolean',
				'default'     => false,
			],
		],
	],

	// GET /sellsy: the lists that settings choose from. Each says by itself why it could not be read.
	'sellsy' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'taxes'           => Shape::sellsy_list( [ 'use' => 'sellsy-tax' ] ),
			'rate_categories' => Shape::sellsy_list(
				Shape::object(
					[
						'id'         => Shape::INTEGER,
						'label'      => Shape::STRING,
						'currency'   => Shape::STRING,
						'is_default' => Shape::BOOLEAN,
					]
				)
			),
			'staffs'          => Shape::sellsy_list( Shape::named() ),
			'models'          => Shape::sellsy_list( Shape::named() ),
			'payment_terms'   => Shape::sellsy_list( Shape::named() ),
			'has_v1'          => [
				'description' => 'Whether the connection may use API v1: delivery notes, proformas, steps of orders,'
					. ' e-mails. null: not known.',
				'type'        => [ 'boolean', 'null' ],
				'required'    => true,
			],
		],
	],

	// POST /site, when the home URL changed: has the shop moved here, or is this a copy that must never invoice?
	'site-decision' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'decision' => [
				'type'     => 'string',
				'enum'     => [ 'moved', 'copy' ],
				'required' => true,
			],
		],
	],

	// GET /status. Times are RFC 3339 UTC.
	'status' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'pause'          => [
				'use'         => 'problem-or-null',
				'description' => 'Why everything waits; until is null where a person must act.',
				'required'    => true,
				'properties'  => [ 'until' => Shape::TIME_OR_NULL ],
			],
			'clash'          => [
				'use'         => 'problem-or-null',
				'description' => 'Another shop writes with the same code to the same account; url'
					. ' shows its newest document.',
				'required'    => true,
				'properties'  => [
					'url' => [
						'type'     => 'string',
						'required' => true,
					],
				],
			],
			'counts'         => [
				'type'                 => 'object',
				'additionalProperties' => false,
				'required'             => true,
				'properties'           => [
					'queued'    => Shape::COUNT,
					'working'   => Shape::COUNT,
					'done'      => Shape::COUNT,
					'attention' => Shape::COUNT,
					'skipped'   => Shape::COUNT,
				],
			],
			'oldest_due_at'  => Shape::TIME_OR_NULL,
			'last_sweep_at'  => Shape::TIME_OR_NULL,
			'drafts_seen_at' => [
				'description' => 'When every open draft had last been compared with Sellsy; null before.',
			] + Shape::TIME_OR_NULL,
			'sellsy_seen_at' => [
				'description' => 'When payments and open documents had last been looked at in Sellsy; null before.',
			] + Shape::TIME_OR_NULL,
			'loopback'       => [
				'description' => 'Whether the site can call itself after a checkout.',
				'type'        => 'string',
				'enum'        => [ 'works', 'blocked', 'unknown' ],
				'required'    => true,
			],
		],
	],

	// GET and POST /webhook. Its key never leaves.
	'webhook' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'state' => [
				'description' => 'Whether Sellsy tells this shop at once, or why not.',
				'type'        => 'string',
				'enum'        => [
					'off',
					'coming',
					'on',
					'not_https',
					'copied',
					'local',
					'no_right',
					'no_events',
					'not_deleted',
					'failed',
				],
				'required'    => true,
			],
			'text'  => [
				'description' => 'The same as a sentence; empty while it is off.',
				'type'        => 'string',
				'required'    => true,
			],
		],
	],
];
