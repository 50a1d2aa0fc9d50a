<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

// GET /diagnostics: what people who help may need. No secrets, no personal data; it may be posted in public.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'diagnostics',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'generated_at' => [
			'type'     => 'string',
			'format'   => 'date-time',
			'required' => true,
		],
		'health'       => [
			'type'     => 'array',
			'required' => true,
			'items'    => [
				'type'                 => 'object',
				'additionalProperties' => false,
				'properties'           => [
					'name'      => Shape::STRING,
					'label'     => Shape::STRING,
					'status'    => [
						'type'     => 'string',
						'enum'     => [ 'good', 'recommended', 'critical', 'unknown' ],
						'required' => true,
					],
					'title'     => Shape::STRING,
					'why'       => Shape::STRING,
					'items'     => [
						'description' => 'A list that the cause ends with, or none.',
						'type'        => 'array',
						'items'       => [ 'type' => 'string' ],
						'required'    => true,
					],
					'next_step' => Shape::STRING,
					'page'      => [
						'description' => 'Where it can be mended, below wp-admin: the address of the site stays out.'
							. ' Empty where there is no such page.',
					] + Shape::STRING,
				],
			],
		],
		'work'         => [
			'type'     => 'array',
			'required' => true,
			'items'    => [
				'type'                 => 'object',
				'additionalProperties' => false,
				'properties'           => [
					'name'  => Shape::STRING,
					'value' => Shape::STRING,
				],
			],
		],
		'environment'  => [
			'type'     => 'array',
			'required' => true,
			'items'    => [
				'type'                 => 'object',
				'additionalProperties' => false,
				'properties'           => [
					'name'  => Shape::STRING,
					'value' => Shape::STRING,
				],
			],
		],
		'plugins'      => Shape::STRINGS,
		'settings'     => [
			'type'     => 'array',
			'required' => true,
			'items'    => [
				'type'                 => 'object',
				'additionalProperties' => false,
				'properties'           => [
					'name'  => Shape::STRING,
					'value' => Shape::STRING,
				],
			],
		],
		'attempts'     => [
			'description' => 'The rows that were tried last, each with its tries.',
		] + Shape::STRINGS,
		'log'          => Shape::STRINGS,
		'support'      => [
			'description' => 'The same as one text, in English.',
		] + Shape::STRING,
	],
];
