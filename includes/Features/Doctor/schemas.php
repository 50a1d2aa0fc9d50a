<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

return [
	// POST /doctor: begins, or goes on where it stopped.
	'doctor-request' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'again'  => [
				'description' => 'What was tried already, too.',
				'type'        => 'boolean',
				'default'     => false,
			],
			'drafts' => [
				'description' => 'Make four drafts too, which stay in Sellsy, or use those of before.',
				'type'        => 'boolean',
				'default'     => false,
			],
		],
	],
];
