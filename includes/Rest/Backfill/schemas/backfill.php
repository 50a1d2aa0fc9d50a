<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// GET /backfill and whatever changes it: the one that was started last.
$number = [
	'type'     => 'integer',
	'minimum'  => 0,
	'required' => true,
];
$string = [
	'type'     => 'string',
	'required' => true,
];
$texts  = [
	'type'     => 'array',
	'required' => true,
	'items'    => [ 'type' => 'string' ],
];

return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'backfill',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'backfill' => [
			'description'          => 'null before the first.',
			'type'                 => [ 'object', 'null' ],
			'additionalProperties' => false,
			'required'             => true,
			'properties'           => [
				'id'        => $number,
				'state'     => [
					'type'     => 'string',
					'enum'     => [ 'running', 'paused', 'finished', 'cancelled' ],
					'required' => true,
				],
				'from'      => $string,
				'to'        => $string,
				'statuses'  => $texts,
				'kinds'     => $texts,
				'drafts'    => [
					'type'     => 'boolean',
					'required' => true,
				],
				'orders'    => [
					'description'          => 'passed: documents were asked for, or are there already.',
					'type'                 => 'object',
					'additionalProperties' => false,
					'required'             => true,
					'properties'           => [
						'total'  => $number,
						'passed' => $number,
					],
				],
				'documents' => [
					'type'                 => 'object',
					'additionalProperties' => false,
					'required'             => true,
					'properties'           => [
						'done'     => $number,
						'failed'   => $number,
						'left_out' => $number,
						'waiting'  => $number,
					],
				],
			],
		],
	],
];
