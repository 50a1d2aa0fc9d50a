<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// Which tax of Sellsy each tax rate of WooCommerce is.
return [
	'$schema' => 'http://json-schema.org/draft-04/schema#',
	'title'   => 'mapped-rates',
	'type'    => 'array',
	'items'   => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'rate_id' => [
				'description' => 'A tax rate of WooCommerce.',
				'type'        => 'integer',
				'minimum'     => 1,
				'required'    => true,
			],
			'tax_id'  => [
				'description' => 'A tax of Sellsy.',
				'type'        => 'integer',
				'minimum'     => 1,
				'required'    => true,
			],
		],
	],
];
