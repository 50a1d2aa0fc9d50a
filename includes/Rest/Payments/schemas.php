<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

return [
	// POST /payments/earlier.
	'earlier-payments-request' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'seen'  => [
				'description' => 'What GET said: where it is otherwise by now, nothing is done.',
				'type'        => 'string',
				'maxLength'   => 400,
				'required'    => true,
			],
			'leave' => [
				'description' => 'They are left as they are, and offered no more.',
				'type'        => 'boolean',
			],
		],
	],

	// GET and POST /payments/earlier.
	'earlier-payments' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'orders' => [
				'description' => 'Paid and invoiced before recording was switched on; a thousand at a time.',
				'type'        => 'integer',
				'minimum'     => 0,
				'required'    => true,
			],
			'says'   => [
				'description' => 'Number and total; empty where there are none.',
				'type'        => 'string',
				'required'    => true,
			],
			'asks'   => [
				'description' => 'What a person is told before.',
				'type'        => 'string',
				'required'    => true,
			],
			'seen'   => [
				'description' => 'To send with POST once a person says yes.',
				'type'        => 'string',
				'required'    => true,
			],
			'done'   => [
				'description' => 'What was done; empty where nothing was.',
				'type'        => 'string',
				'required'    => true,
			],
		],
	],

	// GET /payment-methods: nothing is used before the owner saved it.
	'payment-methods' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			// Also gift_card and store_credit, which stand for a gateway.
			'gateways'  => Shape::objects(
				[
					'id'     => Shape::STRING,
					'title'  => Shape::STRING,
					'in_use' => [
						'description' => 'Switched on in WooCommerce.',
						'type'        => 'boolean',
						'required'    => true,
					],
				]
			),
			'methods'   => Shape::objects(
				[
					'id'    => Shape::INTEGER,
					'label' => Shape::STRING,
				]
			),
			// Only where one fits; not certain where it is the first of several.
			'proposals' => Shape::objects(
				[
					'gateway'   => Shape::STRING,
					'method_id' => Shape::INTEGER,
					'certain'   => [
						'type'     => 'boolean',
						'required' => true,
					],
				]
			),
			'problem'   => [
				'use' => 'problem-or-null',
				'required' => true,
			],
		],
	],

	// POST /tasks/{id}/paid-back: of the entry that made the credit note.
	'task-paid-back' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'day'       => [ 'description' => 'On which the money left.' ] + Shape::DAY,
			'gateway'   => [
				'description' => 'By which way to pay, as GET /payment-methods names it.',
				'type'        => 'string',
				'maxLength'   => 100,
				'required'    => true,
			],
			'confirmed' => [
				'description' => 'The amount that a person was shown. Another one, or none, is refused with `total`.',
				'type'        => 'string',
				'maxLength'   => 40,
			],
		],
	],
];
