<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// GET /settings; the form in which settings are stored, exported and imported too.
$tax_id = [
	'description' => 'A tax of Sellsy.',
	'type'        => 'integer',
	'minimum'     => 1,
	'required'    => true,
];

return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'settings',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'shop_code'                => [
			'description' => 'Begins every reference at Sellsy; fixed once used.',
			'type'        => 'string',
			'pattern'     => '^[A-Z0-9]{2,8}$',
			'required'    => true,
		],
		'invoice'                  => [
			'use' => 'settings-invoice',
			'required' => true,
		],
		'create_items'             => [
			'description' => 'Create products that Sellsy does not have.',
			'type'        => 'boolean',
			'required'    => true,
		],
		'rounding_cap'             => [
			'description' => 'Most minor units that an "Arrondi" row may hold.',
			'type'        => 'integer',
			'minimum'     => 0,
			'maximum'     => 100,
			'required'    => true,
		],
		'tax_rates'                => [
			'type'     => 'array',
			'required' => true,
			'items'    => [
				'type'                 => 'object',
				'additionalProperties' => false,
				'properties'           => [
					'rate_id' => [
						'description' => 'A tax rate of WooCommerce.',
						'type'        => 'integer',
						'minimum'     => 1,
						'required'    => true,
					],
					'tax_id'  => $tax_id,
				],
			],
		],
		'exempt_taxes'             => [
			'type'     => 'array',
			'required' => true,
			'items'    => [
				'type'                 => 'object',
				'additionalProperties' => false,
				'properties'           => [
					'situation' => [ 'use' => 'situation' ],
					'tax_id'    => $tax_id,
				],
			],
		],
		'rounding_tax_id'          => [
			'description' => 'Exempt tax of category E for the "Arrondi" row.',
			'type'        => [ 'integer', 'null' ],
			'minimum'     => 1,
			'required'    => true,
		],
		'debug_log'                => [
			'type'     => 'boolean',
			'required' => true,
		],
		'delete_data_on_uninstall' => [
			'type'     => 'boolean',
			'required' => true,
		],
	],
];
