<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// Answer of POST /connection/authorise: where to send the browser.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'connection-authorisation',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'url' => [
			'type'     => 'string',
			'pattern'  => '^https?:\/\/',
			'required' => true,
		],
	],
];
