<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /backfill/count: `orders` is how many there are in all; the rest is what this step looked at, to be added up.
$number = [
	'type'     => 'integer',
	'minimum'  => 0,
	'required' => true,
];

return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'backfill-count',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'orders'         => $number,
		'looked_at'      => $number,
		'with_documents' => $number,
		'would_stop'     => $number,
		'problems'       => [
			'type'     => 'array',
			'required' => true,
			'items'    => [
				'type'                 => 'object',
				'additionalProperties' => false,
				'properties'           => [
					'orders'  => $number,
					'problem' => [
						'use'      => 'problem',
						'required' => true,
					],
				],
			],
		],
		'next'           => [
			'description' => 'null at the end.',
			'type'        => [ 'string', 'null' ],
			'required'    => true,
		],
		'problem'        => [
			'use'      => 'problem-or-null',
			'required' => true,
		],
	],
];
