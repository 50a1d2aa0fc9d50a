<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// The invoice workflow. Ids are Sellsy's; null leaves the choice to Sellsy.
$optional_id = [
	'type'     => [ 'integer', 'null' ],
	'minimum'  => 1,
	'required' => true,
];

return [
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'enabled'          => [
			'type'     => 'boolean',
			'required' => true,
		],
		'trigger'          => [
			'description' => 'confirmed, paid, completed, or status: and any order status without wc-.',
			'type'        => 'string',
			'pattern'     => '^(confirmed|paid|completed|status:[a-z0-9_-]{1,40})$',
			'required'    => true,
		],
		'start_date'       => [
			'description' => 'Y-m-d in the time zone of the shop; orders created before are never touched by themselves. Empty until Sellsy is connected.',
			'type'        => 'string',
			'pattern'     => '^([0-9]{4}-[0-9]{2}-[0-9]{2})?$',
			'required'    => true,
		],
		'finalise'         => [
			'description' => 'false keeps every invoice a draft.',
			'type'        => 'boolean',
			'required'    => true,
		],
		'owner_id'         => $optional_id,
		'model_id'         => $optional_id,
		'rate_category_id' => $optional_id,
		'payment_term_id'  => $optional_id,
		'subject'          => [
			'type'      => 'string',
			'maxLength' => 255,
			'required'  => true,
		],
		'note'             => [
			'type'      => 'string',
			'maxLength' => 2000,
			'required'  => true,
		],
	],
];
