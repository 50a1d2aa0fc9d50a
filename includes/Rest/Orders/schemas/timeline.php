<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

// GET /orders/{id}/timeline: what was done for one order, oldest row first. Times are RFC 3339 UTC.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'timeline',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'support' => [
			'description' => 'The same as codes and numbers, in English, without personal data.',
			'type'        => 'string',
			'required'    => true,
		],
		'rows'    => [
			'type'     => 'array',
			'required' => true,
			'items'    => [
				'type'                 => 'object',
				'additionalProperties' => false,
				'properties'           => [
					'task'      => [
						'use'      => 'task',
						'required' => true,
					],
					'sync'      => [
						'use'         => 'task',
						'description' => 'Deprecated: the former name of task.',
					],
					'opened_at' => Shape::TIME,
					'tries'     => [
						'type'     => 'array',
						'required' => true,
						'items'    => [
							'type'                 => 'object',
							'additionalProperties' => false,
							'properties'           => [
								'at'      => Shape::TIME,
								'outcome' => [
									'description' => 'chosen: a person chose the customer.',
									'type'        => 'string',
									'enum'        => [ 'done', 'released', 'attention', 'skipped', 'chosen' ],
									'required'    => true,
								],
								'problem' => [
									'use'      => 'problem-or-null',
									'required' => true,
								],
								'steps'   => [
									'description' => 'In words, in their order; all of them are in `support`.',
									'type'        => 'array',
									'items'       => [ 'type' => 'string' ],
									'required'    => true,
								],
							],
						],
					],
				],
			],
		],
	],
];
