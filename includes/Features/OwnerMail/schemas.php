<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

return [
	// POST /owner-emails/test: an example of it goes to who asks.
	'owner-email-test' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'id' => [
				'type'     => 'string',
				'enum'     => [ 'orderinvoicer_standstill', 'orderinvoicer_digest' ],
				'required' => true,
			],
		],
	],
];
