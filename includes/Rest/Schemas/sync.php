<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// One row of the ledger. Times are RFC 3339 UTC.
$string = [
	'type'     => 'string',
	'required' => true,
];
$time   = [
	'type'     => 'string',
	'format'   => 'date-time',
	'required' => true,
];

return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'sync',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'id'         => [
			'type'     => 'integer',
			'required' => true,
		],
		'order'      => [
			'description'          => 'edit_url is empty when the order is gone.',
			'type'                 => 'object',
			'additionalProperties' => false,
			'required'             => true,
			'properties'           => [
				'id'       => [
					'type'     => 'integer',
					'required' => true,
				],
				'number'   => $string,
				'edit_url' => $string,
			],
		],
		'effect'     => [
			'type'     => 'string',
			'enum'     => [ 'create_invoice', 'validate_invoice' ],
			'required' => true,
		],
		'state'      => [
			'type'     => 'string',
			'enum'     => [ 'queued', 'working', 'done', 'attention', 'skipped' ],
			'required' => true,
		],
		'attempts'   => [
			'type'     => 'integer',
			'minimum'  => 0,
			'required' => true,
		],
		'due_at'     => $time,
		'updated_at' => $time,
		'document'   => [
			'description'          => 'null before it exists; number is empty while it is a draft.',
			'type'                 => [ 'object', 'null' ],
			'additionalProperties' => false,
			'required'             => true,
			'properties'           => [
				'number' => $string,
				'url'    => $string,
			],
		],
		'problem'    => [
			'use' => 'problem-or-null',
			'required' => true,
		],
	],
];
