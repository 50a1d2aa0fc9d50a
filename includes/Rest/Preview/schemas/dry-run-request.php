<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /dry-run: the same with settings that are not saved; what is left out is as saved.
return [
	'use'        => 'dry-run-query',
	'title'      => 'dry-run-request',
	'properties' => [
		'settings' => [
			'use'      => 'settings-update',
			'required' => true,
		],
	],
];
