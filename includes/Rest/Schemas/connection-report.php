<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /connection/test.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'connection-report',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'state'          => [
			'type'     => 'string',
			'enum'     => [ 'unconfigured', 'to_authorise', 'unknown', 'connected', 'refused' ],
			'required' => true,
		],
		'staff'          => [ 'use' => 'staff' ],
		'missing_rights' => [
			'description' => 'As far as they can be seen without writing.',
			'type'        => 'array',
			'required'    => true,
			'items'       => [
				'type'                 => 'object',
				'additionalProperties' => false,
				'properties'           => [
					'scope'     => [
						'description' => 'To tick on the API access at Sellsy.',
						'type'        => 'string',
						'required'    => true,
					],
					'text'      => [
						'description' => 'What cannot be done without it.',
						'type'        => 'string',
						'required'    => true,
					],
					'next_step' => [
						'type'     => 'string',
						'required' => true,
					],
				],
			],
		],
		'problem'        => [
			'use' => 'problem-or-null',
			'required' => true,
		],
	],
];
