<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// GET /shop: what the settings page must know of WooCommerce.
$string  = [
	'type'     => 'string',
	'required' => true,
];
$boolean = [
	'type'     => 'boolean',
	'required' => true,
];
$orders  = [
	'description' => 'How many of the latest 50 orders show it.',
	'type'        => 'integer',
	'minimum'     => 0,
	'required'    => true,
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
	'title'                => 'shop',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'currency'           => $string,
		'country'            => $string,
		'prices_include_tax' => $boolean,
		'tax_enabled'        => $boolean,
		'proposed_shop_code' => $string,
		'shop_code_fixed'    => $boolean,
		'order_statuses'     => $list(
			[
				// Without wc-.
				'slug'  => $string,
				'label' => $string,
			]
		),
		'tax_rates'          => $list(
			[
				'id'            => [
					'type'     => 'integer',
					'minimum'  => 1,
					'required' => true,
				],
				'label'         => $string,
				// "5.5"
				'percent'       => $string,
				// ISO code, empty: everywhere.
				'country'       => $string,
				// Empty: the standard class.
				'class'         => $string,
				'orders_recent' => $orders,
			]
		),
		'exempt_situations'  => $list(
			[
				'situation'     => [ 'use' => 'situation' ],
				'label'         => $string,
				'orders_recent' => $orders,
			]
		),
	],
];
