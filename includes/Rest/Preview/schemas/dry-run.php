<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Rest\Shape;

// GET and POST /dry-run: what would be made of the latest orders, newest first. Amounts are decimals in the order's
// currency.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'dry-run',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'orders'  => Shape::objects(
			[
				'id'         => [
					'type'     => 'integer',
					'required' => true,
				],
				'number'     => Shape::STRING,
				'edit_url'   => Shape::STRING,
				'status'     => Shape::STRING,
				'currency'   => Shape::STRING,
				'created_at' => [
					'type'     => 'string',
					'format'   => 'date-time',
					'required' => true,
				],
				'excl_tax'   => Shape::STRING,
				'incl_tax'   => Shape::STRING,
				'taxes'      => Shape::objects(
					[
						'label'   => Shape::STRING,
						'percent' => Shape::STRING,
						'vat'     => Shape::STRING,
					]
				),
				'documents'  => Shape::objects(
					[
						'kind'    => [
							'type'     => 'string',
							'enum'     => array_column( DocumentKind::of_orders(), 'value' ),
							'required' => true,
						],
						'outcome' => [
							'description' => 'not_due: the order is not, or no longer, where the trigger is.'
								. ' exists: has one already. no_rule: the rules make none of it.',
							'type'        => 'string',
							'enum'        => [ 'made', 'exists', 'not_due', 'no_rule', 'stops' ],
							'required'    => true,
						],
						'totals'  => [
							'description'          => 'Of one that would be made.',
							'type'                 => [ 'object', 'null' ],
							'additionalProperties' => false,
							'required'             => true,
							'properties'           => [
								'excl_tax' => Shape::STRING,
								'incl_tax' => Shape::STRING,
								'rounding' => Shape::STRING,
								'taxes'    => Shape::objects(
									[
										'label'   => Shape::STRING,
										'percent' => Shape::STRING,
										'base'    => Shape::STRING,
										'vat'     => Shape::STRING,
									]
								),
							],
						],
						'sellsy'  => [
							'description' => 'Whether Sellsy computed the same; it is asked only'
								. ' where it knows the customer.',
							'type'        => 'string',
							'enum'        => [ 'agrees', 'not_asked' ],
							'required'    => true,
						],
						'problem' => [
							'use'      => 'problem-or-null',
							'required' => true,
						],
						'rule'    => [
							'description' => 'Id of the rule that takes the order. 0: all other orders. null: no rule'
								. ' takes it.',
							'type'        => [ 'integer', 'null' ],
							'required'    => true,
						],
						// The same in words; empty where the kind has no rules.
						'rule_text' => Shape::STRING,
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
