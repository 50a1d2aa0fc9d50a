<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /orders/{id}/reissue.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'order-reissue',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'invoice' => [
			'description' => 'The entry of the invoice that was seen, or of one of its credit notes: where another has'
				. ' taken its place, nothing is done. The newest when left out.',
			'type'        => 'integer',
			'minimum'     => 1,
		],
	],
];
