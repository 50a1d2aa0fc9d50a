<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /customer-links/search, the latest first; X-WP-Total and X-WP-TotalPages count them.
$string  = [
	'type'     => 'string',
	'required' => true,
];
$integer = [
	'type'     => 'integer',
	'required' => true,
];

return [
	'$schema' => 'http://json-schema.org/draft-04/schema#',
	'title'   => 'customer-links',
	'type'    => 'array',
	'items'   => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'id'          => $integer,
			// As WooCommerce has it now; empty where account and order are gone.
			'name'        => $string,
			'is_guest'    => [
				'type'     => 'boolean',
				'required' => true,
			],
			'profile_url' => $string,
			// SIREN or VAT number that the account buys with.
			'number'      => $string,
			'order'       => [
				'type'                 => [ 'object', 'null' ],
				'additionalProperties' => false,
				'required'             => true,
				'properties'           => [
					'id'       => $integer,
					'number'   => $string,
					'edit_url' => $string,
				],
			],
			'type'        => $string + [ 'enum' => [ 'company', 'individual' ] ],
			'sellsy_id'   => $integer,
			'url'         => $string,
			'origin'      => $string + [ 'enum' => [ 'unknown', 'customer_remembered', 'customer_by_siret', 'customer_by_reference', 'customer_by_email', 'customer_created', 'chosen' ] ],
			'since'       => $string + [ 'format' => 'date-time' ],
		],
	],
];
