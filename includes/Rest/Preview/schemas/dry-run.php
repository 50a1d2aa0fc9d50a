<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

// GET and POST /dry-run: what would be made of the latest orders, newest first. Amounts are decimals in the order's currency.
$string = [
	'type'     => 'string',
	'required' => true,
];
$list   = static fn ( array $properties ): array => [
	'type'     => 'array',
	'required' => true,
	'items'    => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => $properties,
	],
];

return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'dry-run',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'orders'  => $list(
			[
				'id'         => [
					'type'     => 'integer',
					'required' => true,
				],
				'number'     => $string,
				'edit_url'   => $string,
				'status'     => $string,
				'currency'   => $string,
				'created_at' => [
					'type'     => 'string',
					'format'   => 'date-time',
					'required' => true,
				],
				'excl_tax'   => $string,
				'incl_tax'   => $string,
				'taxes'      => $list(
					[
						'label'   => $string,
						'percent' => $string,
						'vat'     => $string,
					]
				),
				'documents'  => $list(
					[
						'kind'    => [
							'type'     => 'string',
							'enum'     => array_column( DocumentKind::of_orders(), 'value' ),
							'required' => true,
						],
						'outcome' => [
							'description' => 'not_due: the order is not, or no longer, where the trigger is. exists: has one already.',
							'type'        => 'string',
							'enum'        => [ 'made', 'exists', 'not_due', 'stops' ],
							'required'    => true,
						],
						'totals'  => [
							'description'          => 'Of one that would be made.',
							'type'                 => [ 'object', 'null' ],
							'additionalProperties' => false,
							'required'             => true,
							'properties'           => [
								'excl_tax' => $string,
								'incl_tax' => $string,
								'rounding' => $string,
								'taxes'    => $list(
									[
										'label'   => $string,
										'percent' => $string,
										'base'    => $string,
										'vat'     => $string,
									]
								),
							],
						],
						'sellsy'  => [
							'description' => 'Whether Sellsy computed the same; it is asked only where it knows the customer.',
							'type'        => 'string',
							'enum'        => [ 'agrees', 'not_asked' ],
							'required'    => true,
						],
						'problem' => [
							'use'      => 'problem-or-null',
							'required' => true,
						],
					]
				),
			]
		),
		'problem' => [
			'use'      => 'problem-or-null',
			'required' => true,
		],
	],
];
