<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

// POST /customer-links/search, the latest first; X-WP-Total and X-WP-TotalPages count them.
return [
	'$schema' => 'http://json-schema.org/draft-04/schema#',
	'title'   => 'customer-links',
	'type'    => 'array',
	'items'   => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'id'          => Shape::INTEGER,
			// As WooCommerce has it now; empty where account and order are gone.
			'name'        => Shape::STRING,
			'is_guest'    => [
				'type'     => 'boolean',
				'required' => true,
			],
			'profile_url' => Shape::STRING,
			// SIREN or VAT number that the account buys with.
			'number'      => Shape::STRING,
			'order'       => [
				'type'                 => [ 'object', 'null' ],
				'additionalProperties' => false,
				'required'             => true,
				'properties'           => [
					'id'       => Shape::INTEGER,
					'number'   => Shape::STRING,
					'edit_url' => Shape::STRING,
				],
			],
			'type'        => Shape::STRING + [ 'enum' => [ 'company', 'individual' ] ],
			'sellsy_id'   => Shape::INTEGER,
			'url'         => Shape::STRING,
			'origin'      => Shape::STRING + [
				'enum' => [
					'unknown',
					'customer_remembered',
					'customer_by_siret',
					'customer_by_reference',
					'customer_by_email',
					'customer_created',
					'chosen',
				],
			],
			'since'       => Shape::STRING + [ 'format' => 'date-time' ],
		],
	],
];
