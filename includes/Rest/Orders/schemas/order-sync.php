<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /orders/{id}/sync. Credit notes belong to refunds and cannot be asked for alone.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'order-sync',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'document' => [
			'type'    => 'string',
			'enum'    => [ 'estimate', 'order', 'delivery', 'proforma', 'invoice' ],
			'default' => 'invoice',
		],
		'by_hand'  => [
			'description' => 'The person knows that somebody did it by hand, and wants it all the same.',
			'type'        => 'boolean',
			'default'     => false,
		],
	],
];
