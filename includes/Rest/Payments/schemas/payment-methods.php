<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// GET /payment-methods: nothing is used before the owner saved it.
$integer = [
	'type'     => 'integer',
	'required' => true,
];
$string  = [
	'type'     => 'string',
	'required' => true,
];
$list    = static fn ( array $properties ): array => [
	'type'     => 'array',
	'required' => true,
	'items'    => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => $properties,
	],
];

return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'payment-methods',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		// Also gift_card and store_credit, which stand for a gateway.
		'gateways'  => $list(
			[
				'id'    => $string,
				'title' => $string,
			]
		),
		'methods'   => $list(
			[
				'id'    => $integer,
				'label' => $string,
			]
		),
		// Only where one fits; not certain where it is the first of several.
		'proposals' => $list(
			[
				'gateway'   => $string,
				'method_id' => $integer,
				'certain'   => [
					'type'     => 'boolean',
					'required' => true,
				],
			]
		),
		'problem'   => [
			'use' => 'problem-or-null',
			'required' => true,
		],
	],
];
