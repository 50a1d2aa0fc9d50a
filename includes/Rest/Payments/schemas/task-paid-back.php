<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

// POST /tasks/{id}/paid-back: of the entry that made the credit note.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'task-paid-back',
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
];
