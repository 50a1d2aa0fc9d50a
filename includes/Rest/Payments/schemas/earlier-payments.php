<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// GET and POST /payments/earlier.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'earlier-payments',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'orders' => [
			'description' => 'Paid and invoiced before recording was switched on; a thousand at a time.',
			'type'        => 'integer',
			'minimum'     => 0,
			'required'    => true,
		],
		'says'   => [
			'description' => 'Number and total; empty where there are none.',
			'type'        => 'string',
			'required'    => true,
		],
		'asks'   => [
			'description' => 'What a person is told before.',
			'type'        => 'string',
			'required'    => true,
		],
		'seen'   => [
			'description' => 'To send with POST once a person says yes.',
			'type'        => 'string',
			'required'    => true,
		],
		'done'   => [
			'description' => 'What was done; empty where nothing was.',
			'type'        => 'string',
			'required'    => true,
		],
	],
];
