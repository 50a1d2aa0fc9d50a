<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

// GET /settings; the form in which settings are stored, exported and imported too.
$flag   = [
	'type'     => 'boolean',
	'required' => true,
];
$object = static fn ( array $properties ): array => [
	'type'                 => 'object',
	'additionalProperties' => false,
	'required'             => true,
	'properties'           => $properties,
];
$kinds  = array_column( DocumentKind::cases(), 'value' );
$workflow = [
	'use' => 'settings-workflow',
	'required' => true,
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
		...array_fill_keys( $kinds, $workflow ),
		'payments'                 => $object(
			[
				'enabled'  => $flag,
				'pay_back' => $flag,
				'methods'  => [
					'type'     => 'array',
					'required' => true,
					'items'    => [
						'type'                 => 'object',
						'additionalProperties' => false,
						'properties'           => [
							'gateway'   => [
								'description' => 'A payment gateway of WooCommerce.',
								'type'        => 'string',
								'minLength'   => 1,
								'maxLength'   => 100,
								'required'    => true,
							],
							'method_id' => [
								'description' => 'A payment method of Sellsy.',
								'type'        => 'integer',
								'minimum'     => 1,
								'required'    => true,
							],
						],
					],
				],
			]
		),
		'refunds'                  => $object(
			[
				'of_draft'         => [
					'description' => 'What a refund does while the invoice is a draft: update it to what remains, or credit it once it is final.',
					'type'        => 'string',
					'enum'        => [ 'update', 'credit' ],
					'required'    => true,
				],
				'credit_cancelled' => $flag,
			]
		),
		'states'                   => [
			'description' => 'What an order in this status does to its document of that kind. It never creates one.',
			'type'        => 'array',
			'required'    => true,
			'items'       => [
				'type'                 => 'object',
				'additionalProperties' => false,
				'properties'           => [
					'kind'   => [
						'type'     => 'string',
						'enum'     => $kinds,
						'required' => true,
					],
					'status' => [
						'description' => 'An order status without wc-, or shipped: by the signs in shipped.',
						'type'        => 'string',
						'pattern'     => '^[a-z0-9_-]{1,40}$',
						'required'    => true,
					],
					'state'  => [
						'type'     => 'string',
						'enum'     => [ 'draft', 'sent', 'shipped', 'finalised', 'cancelled' ],
						'required' => true,
					],
				],
			],
		],
		'shipped'                  => [
			'description' => 'What counts as shipped: status: and an order status, fulfilment, tracking.',
			'type'        => 'array',
			'required'    => true,
			'items'       => [
				'type'    => 'string',
				'pattern' => '^(status:[a-z0-9_-]{1,40}|fulfilment|tracking)$',
			],
		],
		'items'                    => $object(
			[
				'create'        => $flag,
				'variations'    => $flag,
				'existing'      => [
					'type'     => 'string',
					'enum'     => [ 'leave', 'fill', 'update' ],
					'required' => true,
				],
				'bundles'       => [
					'type'     => 'string',
					'enum'     => [ 'parent', 'parts' ],
					'required' => true,
				],
				'opening_stock' => $flag,
				'warehouse_id'  => [
					'type'     => [ 'integer', 'null' ],
					'minimum'  => 1,
					'required' => true,
				],
			]
		),
		'checkout_numbers'         => $flag,
		'vat_mode'                 => [
			'description' => 'Empty: as the account has it.',
			'type'        => 'string',
			'enum'        => [ '', 'debit', 'collection' ],
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
			'use'      => 'mapped-rates',
			'required' => true,
		],
		'exempt_taxes'             => [
			'use'      => 'mapped-exemptions',
			'required' => true,
		],
		'rounding_tax_id'          => [
			'description' => 'Exempt tax of category E for the "Arrondi" row.',
			'type'        => [ 'integer', 'null' ],
			'minimum'     => 1,
			'required'    => true,
		],
		'debug_log'                => $flag,
		'delete_data_on_uninstall' => $flag,
	],
];
