<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

// GET /backfill and whatever changes it: the one that was started last.
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
				'id'        => Shape::COUNT,
				'state'     => [
					'type'     => 'string',
					'enum'     => [ 'running', 'paused', 'finished', 'cancelled' ],
					'required' => true,
				],
				'from'      => Shape::STRING,
				'to'        => Shape::STRING,
				'statuses'  => Shape::STRINGS,
				'kinds'     => Shape::STRINGS,
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
						'total'  => Shape::COUNT,
						'passed' => Shape::COUNT,
					],
				],
				'documents' => [
					'type'                 => 'object',
					'additionalProperties' => false,
					'required'             => true,
					'properties'           => [
						'done'     => Shape::COUNT,
						'failed'   => Shape::COUNT,
						'left_out' => Shape::COUNT,
						'waiting'  => Shape::COUNT,
					],
				],
			],
		],
	],
];
