<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

return [
	// POST /stock: `seen` is `seen_at` of the comparison that was shown, for `start`.
	'stock-act' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'act'  => [
				'type'     => 'string',
				'enum'     => [ 'compare', 'go_on', 'start', 'stop' ],
				'required' => true,
			],
			'seen' => [
				'type'      => 'string',
				'maxLength' => 40,
			],
		],
	],
];
