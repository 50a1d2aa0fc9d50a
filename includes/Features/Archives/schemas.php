<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

return [
	// POST /archive and GET /archive/plan: what GET /history takes, without its pages.
	'archive-query' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => array_fill_keys(
			[ 'search', 'kind', 'state', 'from', 'until' ],
			[
				'type'      => 'string',
				'maxLength' => 100,
				'default'   => '',
			]
		),
	],
];
