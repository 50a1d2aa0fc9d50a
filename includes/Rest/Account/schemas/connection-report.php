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
