<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /site, when the home URL changed: has the shop moved here, or is this a copy that must never invoice?
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'site-decision',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'decision' => [
			'type'     => 'string',
			'enum'     => [ 'moved', 'copy' ],
			'required' => true,
		],
	],
];
