<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /orders/{id}/same-client.
return [
	'use'        => 'customer-choice',
	'title'      => 'same-client-request',
	'properties' => [
		'confirmed' => [
			'description' => 'Where something becomes final: its total, which a person was shown. Another one, or none,'
				. ' is refused with `total` and `final`.',
			'type'        => 'string',
			'maxLength'   => 40,
		],
	],
];
