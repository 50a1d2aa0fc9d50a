<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

// GET /status. Times are RFC 3339 UTC.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'status',
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
];
