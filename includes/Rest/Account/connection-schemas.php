<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

return [
	// Answer of POST /connection/authorise: where to send the browser.
	'connection-authorisation' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'url' => [
				'type'     => 'string',
				'pattern'  => '^https?:\/\/',
				'required' => true,
			],
		],
	],

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

	// POST /connection/test.
	'connection-report' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'state'          => [
				'type'     => 'string',
				'enum'     => [ 'unconfigured', 'to_authorise', 'unknown', 'connected', 'refused' ],
				'required' => true,
			],
			'account'        => [
				'description' => 'The company whose books are written to, as Sellsy names its account; empty where'
					. ' Sellsy did not say, null where nobody asked yet.',
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

	// GET, POST and DELETE /connection. The secret is write-only.
	'connection' => [
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
				'description' => 'The company whose books are written to, as Sellsy names its account; empty where'
					. ' Sellsy did not say, null where nobody asked yet.',
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
	],

	// What the connection must be allowed to do, and whether it is: part of `connection` and `connection-report`.
	'rights' => [
		'description' => 'Empty while nobody is connected.',
		'type'        => 'array',
		'required'    => true,
		'items'       => [
			'type'                 => 'object',
			'additionalProperties' => false,
			'properties'           => [
				'right'     => [
					'description' => 'Its name: the scope, or one of its own where a privilege is'
						. ' needed beside the same scope.',
				] + Shape::STRING,
				'scope'     => [ 'description' => 'To tick on the API access at Sellsy.' ] + Shape::STRING,
				'state'     => [
					'description' => 'unseen: the first document that needs it tells.',
					'enum'        => [ 'seen', 'missing', 'unseen' ],
				] + Shape::STRING,
				'text'      => [ 'description' => 'What cannot be done without it.' ] + Shape::STRING,
				'next_step' => [ 'description' => 'Empty for a right that was seen.' ] + Shape::STRING,
			],
		],
	],

	// Who is connected (`GET /staffs/me` of Sellsy); null while that is not known.
	'staff' => [
		'type'                 => [ 'object', 'null' ],
		'additionalProperties' => false,
		'required'             => true,
		'properties'           => [
			'id'    => [
				'type'     => 'integer',
				'required' => true,
			],
			'name'  => [
				'type'     => 'string',
				'required' => true,
			],
			'email' => [
				'type'     => 'string',
				'required' => true,
			],
		],
	],
];
