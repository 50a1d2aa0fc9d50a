<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /orders/{id}/credit-note-preview. Amounts are decimals in the order's currency.
$string = [
	'type'     => 'string',
	'required' => true,
];

return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'credit-note-preview',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'outcome'   => [
			'description' => 'held: the credit note would say this, but `problem` keeps it from being made now. lowers_draft: the draft invoice is lowered instead.',
			'type'        => 'string',
			'enum'        => [ 'made', 'held', 'lowers_draft', 'stops' ],
			'required'    => true,
		],
		'currency'  => $string,
		'totals'    => [
			'description'          => 'Of the credit note; null where there would be none.',
			'type'                 => [ 'object', 'null' ],
			'additionalProperties' => false,
			'required'             => true,
			'properties'           => [
				'excl_tax' => $string,
				'vat'      => $string,
				'incl_tax' => $string,
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
							'label'    => $string,
							'percent'  => $string,
							'excl_tax' => $string,
							'vat'      => $string,
							'incl_tax' => $string,
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
