<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Rest\Shape;

// Which old orders, and which documents; part of POST /backfill and POST /backfill/count. Days are those of the shop.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'backfill-orders',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'from'     => Shape::DAY,
		'to'       => Shape::DAY,
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
];
