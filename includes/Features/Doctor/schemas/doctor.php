<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

// GET and POST /doctor: what is assumed of Sellsy, tried on the connected account.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'doctor',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'state'     => [
			'description' => '"stopped": it does not go on by itself. "why" says what to do.',
			'type'        => 'string',
			'enum'        => [ 'never', 'running', 'stopped', 'over' ],
			'required'    => true,
		],
		'done'      => [
			'type'     => 'integer',
			'minimum'  => 0,
			'required' => true,
		],
		'steps'     => [
			'type'     => 'integer',
			'minimum'  => 0,
			'required' => true,
		],
		'why'       => [
			'description' => 'Why it stopped or waits, which rights it lacks or was not seen to have. Empty for none.',
		] + Shape::STRING,
		'looked_at' => [
			'description' => 'When it was last through.',
			'type'        => [ 'string', 'null' ],
			'format'      => 'date-time',
			'required'    => true,
		],
		'answers'   => [
			'type'     => 'array',
			'required' => true,
			'items'    => [
				'type'                 => 'object',
				'additionalProperties' => false,
				'properties'           => [
					'name'     => Shape::STRING,
					'question' => Shape::STRING,
					'state'    => [
						'type'     => 'string',
						'enum'     => [ 'as-expected', 'otherwise', 'not-known' ],
						'required' => true,
					],
					'matters'  => [
						'description' => 'It is otherwise, and something follows of it.',
						'type'        => 'boolean',
						'required'    => true,
					],
					'text'     => Shape::STRING,
					'seen_before' => [
						'description' => 'When it was seen, where the last run did not see it again.',
						'type'        => [ 'string', 'null' ],
						'format'      => 'date-time',
						'required'    => true,
					],
				],
			],
		],
		'left'      => [
			'description' => 'What a person may delete: drafts, whom they are for, what Sellsy did not delete.',
			'type'        => 'array',
			'required'    => true,
			'items'       => [
				'type'                 => 'object',
				'additionalProperties' => false,
				'properties'           => [
					'name' => Shape::STRING,
					'url'  => [
						'description' => 'Empty where Sellsy has not told where it is.',
					] + Shape::STRING,
				],
			],
		],
		'report'    => [
			'description' => 'The same as one text: no names, numbers, amounts or keys.',
		] + Shape::STRING,
	],
];
