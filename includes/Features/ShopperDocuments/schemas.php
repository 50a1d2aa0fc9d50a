<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

return [
	// GET /email-preview and POST /email-preview/test.
	'email-preview-query' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'id' => [
				'description' => 'WooCommerce’s id of the e-mail, such as customer_processing_order.',
				'type'        => 'string',
				'pattern'     => '^[a-z_]{1,64}$',
				'required'    => true,
			],
		],
	],
];
