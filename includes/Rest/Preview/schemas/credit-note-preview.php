<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

// POST /orders/{id}/credit-note-preview. Amounts are decimals in the order's currency.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'credit-note-preview',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'outcome'   => [
			'description' => 'held: the credit note would say this, but `problem` keeps it from being made now.'
				. ' lowers_draft: the draft invoice is lowered instead.',
			'type'        => 'string',
			'enum'        => [ 'made', 'held', 'lowers_draft', 'stops' ],
			'required'    => true,
		],
		'currency'  => Shape::STRING,
		'totals'    => [
			'description'          => 'Of the credit note; null where there would be none.',
			'type'                 => [ 'object', 'null' ],
			'additionalProperties' => false,
			'required'             => true,
			'properties'           => [
				'excl_tax' => Shape::STRING,
				'vat'      => Shape::STRING,
				'incl_tax' => Shape::STRING,
				'rounding' => [
					'description' => 'The row "Arrondi"; it stands under one of the taxes too.',
					'type'        => 'string',
					'required'    => true,
				],
				'taxes'    => [
					'type'     => 'array',
					'required' => true,
					'items'    => [
						'type'                 => 'object',
						'additionalProperties' => false,
						'properties'           => [
							'label'    => Shape::STRING,
							'percent'  => Shape::STRING,
							'excl_tax' => Shape::STRING,
							'vat'      => Shape::STRING,
							'incl_tax' => Shape::STRING,
						],
					],
				],
			],
		],
		'remaining' => [
			'description' => 'What the invoice holds afterwards, incl. tax; null where that is not known.',
			'type'        => [ 'string', 'null' ],
			'required'    => true,
		],
		'sellsy'    => [
			'description' => 'Whether Sellsy computed the same; it is asked only where it knows the customer.',
			'type'        => 'string',
			'enum'        => [ 'agrees', 'not_asked' ],
			'required'    => true,
		],
		'problem'   => [
			'use'      => 'problem-or-null',
			'required' => true,
		],
	],
];
