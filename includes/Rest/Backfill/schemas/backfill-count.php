<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

// POST /backfill/count: `orders` is how many there are in all; the rest is what this step looked at, to be added up.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'backfill-count',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'orders'         => Shape::COUNT,
		'looked_at'      => Shape::COUNT,
		'with_documents' => Shape::COUNT,
		'would_stop'     => Shape::COUNT,
		'problems'       => [
			'type'     => 'array',
			'required' => true,
			'items'    => [
				'type'                 => 'object',
				'additionalProperties' => false,
				'properties'           => [
					'orders'  => Shape::COUNT,
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
