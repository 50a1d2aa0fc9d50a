<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// GET /products. any: whatever is wrong; all: those without a problem too.
return [
	'use'        => 'search-query',
	'title'      => 'products-query',
	'properties' => [
		'problem' => [
			'type'    => 'string',
			'enum'    => [ 'any', 'all', 'missing', 'short', 'duplicate' ],
			'default' => 'any',
		],
	],
];
