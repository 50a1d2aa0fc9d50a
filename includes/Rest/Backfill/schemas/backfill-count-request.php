<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /backfill/count: cursor is the `next` of the answer before, empty at first.
return [
	'use'        => 'backfill-orders',
	'title'      => 'backfill-count-request',
	'properties' => [
		'cursor' => [
			'type'     => 'string',
			'pattern'  => '^([0-9]{1,11}\.[0-9]{1,9})?$',
			'required' => true,
		],
	],
];
