<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// DELETE of something remembered.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'forgotten',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'forgotten' => [
			'type'     => 'boolean',
			'required' => true,
		],
	],
];
