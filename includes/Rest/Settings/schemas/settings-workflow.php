<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// One kind of document: when it is made and what stands on it. Ids are Sellsy's; null leaves the choice to Sellsy.
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
			'description' => 'confirmed, paid, shipped, completed, or status: and any order status without wc-. Credit notes start with each refund, whatever stands here.',
			'type'        => 'string',
			'pattern'     => '^(confirmed|paid|shipped|completed|status:[a-z0-9_-]{1,40})$',
			'required'    => true,
		],
		'start_date'       => [
			'description' => 'Y-m-d in the time zone of the shop; orders created before are never touched by themselves. Empty until Sellsy is connected.',
			'type'        => 'string',
			'pattern'     => '^([0-9]{4}-[0-9]{2}-[0-9]{2})?$',
			'required'    => true,
		],
		'finalise'         => [
			'description' => 'When a draft becomes final: manual (a person does it), at_once, mapping (by the list of states), or hours: and how many after it was made. Only where Sellsy validates the kind.',
			'type'        => 'string',
			'pattern'     => '^(manual|at_once|mapping|hours:([1-9][0-9]?|[1-6][0-9]{2}|7[01][0-9]|720))$',
			'required'    => true,
		],
		'email'            => [
			'description' => 'Sellsy sends the document to the customer, once.',
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
