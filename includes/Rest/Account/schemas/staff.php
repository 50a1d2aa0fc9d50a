<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// Who is connected (`GET /staffs/me` of Sellsy); null while that is not known.
return [
	'type'                 => [ 'object', 'null' ],
	'additionalProperties' => false,
	'required'             => true,
	'properties'           => [
		'id'    => [
			'type'     => 'integer',
			'required' => true,
		],
		'name'  => [
			'type'     => 'string',
			'required' => true,
		],
		'email' => [
			'type'     => 'string',
			'required' => true,
		],
	],
];
