<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

return [
	// POST /backfill/count: cursor is the `next` of the answer before, empty at first.
	'backfill-count-request' => [
		'use'        => 'backfill-orders',
		'properties' => [
			'cursor' => [
				'type'     => 'string',
				'pattern'  => '^([0-9]{1,11}\.[0-9]{1,9})?$',
				'required' => true,
			],
		],
	],

	// Which old orders, and which documents; part of POST /backfill and POST /backfill/count. Days are those of the
	// shop.
	'backfill-orders' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'from'     => [
				'type'     => 'string',
				'pattern'  => '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
				'required' => true,
			],
			'to'       => [
				'type'     => 'string',
				'pattern'  => '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
				'required' => true,
			],
			'statuses' => [
				'description' => 'Without wc-.',
				'type'        => 'array',
				'minItems'    => 1,
				'required'    => true,
				'items'       => [
					'type'    => 'string',
					'pattern' => '^[a-z0-9_-]{1,40}$',
				],
			],
			'kinds'    => [
				'type'     => 'array',
				'minItems' => 1,
				'required' => true,
				'items'    => [
					'type' => 'string',
					'enum' => array_column( DocumentKind::of_orders(), 'value' ),
				],
			],
		],
	],

	// POST /backfill.
	'backfill-request' => [
		'use'        => 'backfill-orders',
		'properties' => [
			'drafts' => [
				'description' => 'Everything stays a draft, whatever the settings say.',
				'type'        => 'boolean',
				'required'    => true,
			],
		],
	],
];
