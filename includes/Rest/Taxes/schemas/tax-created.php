<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /sellsy/taxes: `created` is false where Sellsy had such a tax already.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'tax-created',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'tax'     => [
			'use'      => 'sellsy-tax',
			'required' => true,
		],
		'created' => [
			'type'     => 'boolean',
			'required' => true,
		],
	],
];
