<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /backfill.
return [
	'use'        => 'backfill-orders',
	'title'      => 'backfill-request',
	'properties' => [
		'drafts' => [
			'description' => 'Everything stays a draft, whatever the settings say.',
			'type'        => 'boolean',
			'required'    => true,
		],
	],
];
