<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// What is searched in a list, and which page of it.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'search-query',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'search'   => [
			'type'      => 'string',
			'maxLength' => 100,
			'default'   => '',
		],
		'page'     => [
			'type'    => 'integer',
			'minimum' => 1,
			'default' => 1,
		],
		'per_page' => [
			'type'    => 'integer',
			'minimum' => 1,
			'maximum' => 100,
			'default' => 25,
		],
	],
];
