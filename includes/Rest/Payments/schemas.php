<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

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

	// POST /tasks/{id}/paid-back: of the entry that made the credit note.
	'task-paid-back' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'day'       => [
				'description' => 'On which the money left.',
				'type'        => 'string',
				'pattern'     => '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
				'required'    => true,
			],
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
