<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// GET /diagnostics: what people who help may need. No secrets, no personal data; it may be posted in public.
$string = [
	'type'     => 'string',
	'required' => true,
];
$facts  = [
	'type'     => 'array',
	'required' => true,
	'items'    => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'name'  => $string,
			'value' => $string,
		],
	],
];
$lines  = [
	'type'     => 'array',
	'required' => true,
	'items'    => [ 'type' => 'string' ],
];

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
					'name'      => $string,
					'label'     => $string,
					'status'    => [
						'type'     => 'string',
						'enum'     => [ 'good', 'recommended', 'critical' ],
						'required' => true,
					],
					'title'     => $string,
					'why'       => $string,
					'next_step' => $string,
					'page'      => [
						'description' => 'Where it can be mended, below wp-admin: the address of the site stays out. Empty where there is no such page.',
					] + $string,
				],
			],
		],
		'work'         => $facts,
		'environment'  => $facts,
		'plugins'      => $lines,
		'settings'     => $facts,
		'attempts'     => [
			'description' => 'The rows that were tried last, each with its tries.',
		] + $lines,
		'log'          => $lines,
		'support'      => [
			'description' => 'The same as one text, in English.',
		] + $string,
	],
];
