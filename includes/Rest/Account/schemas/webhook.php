<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// GET and POST /webhook. Its key never leaves.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'webhook',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'state' => [
			'description' => 'Whether Sellsy tells this shop at once, or why not.',
			'type'        => 'string',
			'enum'        => [
				'off',
				'coming',
				'on',
				'not_https',
				'copied',
				'local',
				'no_right',
				'no_events',
				'not_deleted',
				'failed',
			],
			'required'    => true,
		],
		'text'  => [
			'description' => 'The same as a sentence; empty while it is off.',
			'type'        => 'string',
			'required'    => true,
		],
	],
];
