<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// GET /order-usage: the sold orders of the last twelve months, the newest of them where there are very many.
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
	'title'                => 'order-usage',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'since'    => [
			'type'     => 'string',
			'format'   => 'date-time',
			'required' => true,
		],
		'orders'   => [
			'description' => 'How many were looked at; null where they cannot be counted.',
			'type'        => [ 'integer', 'null' ],
			'required'    => true,
		],
		'is_cut'   => [
			'description' => 'Older ones were left out.',
			'type'        => 'boolean',
			'required'    => true,
		],
		'rates'    => $list(
			[
				'rate_id' => $integer,
				'orders'  => $integer,
			]
		),
		// Rates that orders carry and WooCommerce no longer has.
		'gone'     => $list(
			[
				'id'      => $integer,
				'label'   => $string,
				'percent' => $string,
			]
		),
		// `unnamed` for orders without a payment method.
		'gateways' => $list(
			[
				'id'     => $string,
				'title'  => $string,
				'orders' => $integer,
			]
		),
	],
];
