<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /connection.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'connection-update',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'type'          => [
			'description' => 'Which sort of access at Sellsy; personal when left out.',
			'type'        => 'string',
			'enum'        => [ 'personal', 'private' ],
		],
		'client_id'     => [
			'type'      => 'string',
			'minLength' => 1,
			'maxLength' => 255,
			'required'  => true,
		],
		'client_secret' => [
			'type'      => 'string',
			'minLength' => 1,
			'maxLength' => 255,
			'required'  => true,
		],
	],
];
