<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /tax-doctor: the gravest first.
$string = [
	'type'     => 'string',
	'required' => true,
];
$rate   = [
	'type'    => 'integer',
	'minimum' => 1,
];
$list   = static fn ( array $item ): array => [
	'type'     => 'array',
	'required' => true,
	'items'    => $item,
];
$object = static fn ( array $properties ): array => [
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => $properties,
];
$fix    = $object(
	[
		'tax_rates'       => [
			'use'      => 'mapped-rates',
			'required' => true,
		],
		'rounding_tax_id' => [
			'type'     => [ 'integer', 'null' ],
			'minimum'  => 1,
			'required' => true,
		],
	]
);

return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'tax-doctor',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'findings' => $list(
			$object(
				[
					'code'      => $string,
					'severity'  => $string + [ 'enum' => [ 'error', 'warning', 'info' ] ],
					'title'     => $string,
					'why'       => $string,
					'next_step' => $string,
					'orders'    => [
						'description' => 'Recent ones that it touches.',
						'type'        => 'integer',
						'minimum'     => 0,
						'required'    => true,
					],
					'rate_ids'  => $list( $rate ),
					'situation' => $string + [ 'enum' => [ 'none', 'shop_exempt', 'domestic_exempt_customer', 'domestic_untaxed_item', 'eu_business', 'eu_consumer', 'outside_eu' ] ],
					// Choices that mend it; null where a person must decide.
					'fix'       => array_merge(
						$fix,
						[
							'type'     => [ 'object', 'null' ],
							'required' => true,
						]
					),
				]
			)
		),
		'problem'  => [
			'use'      => 'problem-or-null',
			'required' => true,
		],
	],
];
