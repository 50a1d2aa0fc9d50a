<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// GET, POST and DELETE /connection. The secret is write-only.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'connection',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'type'           => [
			'description' => 'Which sort of access at Sellsy; personal while there is none.',
			'type'        => 'string',
			'enum'        => [ 'personal', 'private' ],
			'required'    => true,
		],
		'client_id'      => [
			'type'     => 'string',
			'required' => true,
		],
		'secret'         => [
			'type'                 => 'object',
			'additionalProperties' => false,
			'required'             => true,
			'properties'           => [
				'is_set' => [
					'type'     => 'boolean',
					'required' => true,
				],
			],
		],
		'redirect_url'   => [
			'description' => 'To enter at Sellsy on a private access.',
			'type'        => 'string',
			'required'    => true,
		],
		'from_constants' => [
			'description' => 'Set in wp-config.php: cannot be changed here.',
			'type'        => 'boolean',
			'required'    => true,
		],
		'state'          => [
			'description' => 'unknown: credentials are there, not tried yet. to_authorise: somebody'
				. ' must allow them at Sellsy.',
			'type'        => 'string',
			'enum'        => [ 'unconfigured', 'to_authorise', 'unknown', 'connected', 'refused' ],
			'required'    => true,
		],
		'account'        => [
			'description' => 'The company whose books are written to, as Sellsy names its account; empty where Sellsy'
				. ' did not say, null where nobody asked yet.',
			'type'        => [ 'string', 'null' ],
			'required'    => true,
		],
		'staff'          => [ 'use' => 'staff' ],
		'rights'         => [ 'use' => 'rights' ],
		'problem'        => [
			'use' => 'problem-or-null',
			'required' => true,
		],
	],
];
