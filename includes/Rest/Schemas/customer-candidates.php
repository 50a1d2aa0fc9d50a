<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// GET /syncs/{id}/customer: customers at Sellsy that a person must choose from.
$string = [
	'type'     => 'string',
	'required' => true,
];

return [
	'$schema' => 'http://json-schema.org/draft-04/schema#',
	'title'   => 'customer-candidates',
	'type'    => 'array',
	'items'   => [
		'use'        => 'customer-choice',
		'properties' => [
			'name'       => $string,
			'email'      => $string,
			'reference'  => $string,
			'siret'      => $string,
			'vat_number' => $string,
		],
	],
];
