<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// Which exempt tax of Sellsy each reason for a sale without tax is.
return [
	'$schema' => 'http://json-schema.org/draft-04/schema#',
	'title'   => 'mapped-exemptions',
	'type'    => 'array',
	'items'   => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'situation' => [ 'use' => 'situation' ],
			'tax_id'    => [
				'description' => 'A tax of Sellsy.',
				'type'        => 'integer',
				'minimum'     => 1,
				'required'    => true,
			],
		],
	],
];
