<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

return [
	// POST /doctor: begins, or goes on where it stopped.
	'doctor-request' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'again'  => [
				'description' => 'What was tried already, too.',
				'type'        => 'boolean',
				'default'     => false,
			],
			'drafts' => [
				'description' => 'Make four drafts too, which stay in Sellsy, or use those of before.',
				'type'        => 'boolean',
				'default'     => false,
			],
		],
	],

	// GET and POST /doctor: what is assumed of Sellsy, tried on the connected account.
	'doctor' => [
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
				'description' => 'Why it stopped or waits. Empty for neither.',
			] + Shape::STRING,
			'elsewhere' => [
				'description' => 'Another process of the site is at it.',
				'type'        => 'boolean',
				'required'    => true,
			],
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
						'asks'     => [
							'description' => 'And its owner does something about it.',
							'type'        => 'boolean',
							'required'    => true,
						],
						'real'     => [
							'description' => 'Only a real document shows it, and none has so far.',
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
			'rights'    => [
				'description'          => 'In words. Empty until it is over.',
				'type'                 => 'object',
				'additionalProperties' => false,
				'required'             => true,
				'properties'           => [
					'missing'  => [ 'description' => 'For which orders wait.' ] + Shape::STRINGS,
					'others'   => [ 'description' => 'Missing too, and no order waits for it.' ] + Shape::STRINGS,
					'unseen'   => [ 'description' => 'What this access was not seen to do.' ] + Shape::STRINGS,
					'shown_by' => [
						'description' => 'What shows that. Empty where nothing is unseen.',
					] + Shape::STRING,
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
	],
];
