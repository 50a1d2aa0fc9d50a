<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /orders/{id}/sync: the row after one try; null with a problem where nothing may be made.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'order-sync',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'sync'    => [
			'use'      => 'sync',
			'nullable' => true,
			'required' => true,
		],
		'problem' => [
			'use' => 'problem-or-null',
			'required' => true,
		],
	],
];
