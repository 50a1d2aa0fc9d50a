<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /owner-emails/test: an example of it goes to who asks.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'owner-email-test',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'id' => [
			'type'     => 'string',
			'enum'     => [ 'orderinvoicer_standstill', 'orderinvoicer_digest' ],
			'required' => true,
		],
	],
];
