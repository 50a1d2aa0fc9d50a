<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

return [
	// POST /connection/authorise.
	'connection-authorise' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'return' => [
				'description' => 'The route of our own page to come back to, such as /connection.',
				'type'        => 'string',
				'pattern'     => '^(\/[a-z][a-z-]{0,30}){1,3}$',
				'required'    => true,
			],
		],
	],

	// POST /connection.
	'connection-update' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'type'          => [
				'description' => 'Which sort of access at Sellsy; personal when left out.',
				'type'        => 'string',
				'enum'        => [ 'personal', 'private' ],
			],
			'client_id'     => [
				'type'      => 'string',
				'minLength' => 1,
				'maxLength' => 255,
				'required'  => true,
			],
			'client_secret' => [
				'type'      => 'string',
				'minLength' => 1,
				'maxLength' => 255,
				'required'  => true,
			],
		],
	],

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
];
