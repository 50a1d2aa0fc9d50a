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
		'from_constants' => [
			'description' => 'Set in wp-config.php: cannot be changed here.',
			'type'        => 'boolean',
			'required'    => true,
		],
		'state'          => [
			'description' => 'unknown: credentials are there, not tried yet.',
			'type'        => 'string',
			'enum'        => [ 'unconfigured', 'unknown', 'connected', 'refused' ],
			'required'    => true,
		],
		'staff'          => [ 'use' => 'staff' ],
		'problem'        => [
			'use' => 'problem-or-null',
			'required' => true,
		],
	],
];
