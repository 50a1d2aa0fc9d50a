<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// GET /status. Times are RFC 3339 UTC.
$optional_time = [
	'type'     => [ 'string', 'null' ],
	'format'   => 'date-time',
	'required' => true,
];
$count         = [
	'type'     => 'integer',
	'minimum'  => 0,
	'required' => true,
];

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
			'properties'  => [ 'until' => $optional_time ],
		],
		'clash'          => [
			'use'         => 'problem-or-null',
			'description' => 'Another shop writes with the same code to the same account; url shows its newest document.',
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
				'queued'    => $count,
				'working'   => $count,
				'done'      => $count,
				'attention' => $count,
				'skipped'   => $count,
			],
		],
		'oldest_due_at'  => $optional_time,
		'last_sweep_at'  => $optional_time,
		'drafts_seen_at' => [
			'description' => 'When every open draft had last been compared with Sellsy; null before.',
		] + $optional_time,
		'loopback'       => [
			'description' => 'Whether the site can call itself after a checkout.',
			'type'        => 'string',
			'enum'        => [ 'works', 'blocked', 'unknown' ],
			'required'    => true,
		],
	],
];
