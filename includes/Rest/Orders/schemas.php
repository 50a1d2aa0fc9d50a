<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

return [
	// POST /orders/{id}/sync. Credit notes belong to refunds and cannot be asked for alone.
	'order-sync' => [
		'use'        => 'task-act',
		'properties' => [
			'document' => [
				'type'    => 'string',
				'enum'    => array_column( DocumentKind::of_orders(), 'value' ),
				'default' => 'invoice',
			],
			'by_hand'  => [
				'description' => 'The person knows that somebody did it by hand, and wants it all the same.',
				'type'        => 'boolean',
				'default'     => false,
			],
		],
	],
];
