<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Rest\Shape;

return [
	// Which exempt tax of Sellsy each reason for a sale without tax is.
	'mapped-exemptions' => [] + ( new SettingsArray() )->field( 'exempt_taxes' )->schema(),

	// Which tax of Sellsy each tax rate of WooCommerce is.
	'mapped-rates' => [] + ( new SettingsArray() )->field( 'tax_rates' )->schema(),

	// A tax of Sellsy. percent: "5.5"; category: EN 16931 letter or empty.
	'sellsy-tax' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'id'       => [
				'type'     => 'integer',
				'required' => true,
			],
			'label'    => Shape::STRING,
			'percent'  => Shape::STRING,
			'category' => Shape::STRING,
			'usable'   => Shape::BOOLEAN,
			'exempt'   => Shape::BOOLEAN,
		],
	],

	// Domain\Order\ExemptSituation.
	'situation' => [
		'type'     => 'string',
		'enum'     => array_column( ExemptSituation::cases(), 'value' ),
		'required' => true,
	],

	// POST /sellsy/taxes: `created` is false where Sellsy had such a tax already.
	'tax-created' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'tax'     => [
				'use'      => 'sellsy-tax',
				'required' => true,
			],
			'created' => [
				'type'     => 'boolean',
				'required' => true,
			],
		],
	],

	// POST /sellsy/taxes: a percent, or a reason for 0 %; never both.
	'tax-creation' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'label'   => [
				'type'      => 'string',
				'minLength' => 1,
				'maxLength' => 100,
				'required'  => true,
			],
			'percent' => [
				'description' => '"5.5"; "0" with a reason.',
				'type'        => 'string',
				'pattern'     => '^\d{1,3}(\.\d{1,4})?$',
				'required'    => true,
			],
			'reason'  => [
				'description' => 'Why no tax is charged; none where some is.',
				'type'        => 'string',
				'enum'        => [ 'none', 'intra_eu', 'export', 'reverse_charge', 'out_of_scope', 'franchise' ],
				'required'    => true,
			],
		],
	],

	// POST /tax-doctor: the mapping as it stands on the page, saved or not.
	'tax-doctor-request' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'tax_rates'       => [
				'use'      => 'mapped-rates',
				'required' => true,
			],
			'exempt_taxes'    => [
				'use'      => 'mapped-exemptions',
				'required' => true,
			],
			'exempt_reasons'  => ( new SettingsArray() )->field( 'exempt_reasons' )->schema(),
			// Not required: WordPress takes a null for a value that is missing.
			'rounding_tax_id' => [
				'type'    => [ 'integer', 'null' ],
				'minimum' => 1,
			],
		],
	],

	// POST /tax-doctor: the gravest first.
	'tax-doctor' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'findings' => Shape::list(
				Shape::object(
					[
						'code'      => Shape::STRING,
						'severity'  => Shape::STRING + [ 'enum' => [ 'error', 'warning', 'info' ] ],
						'title'     => Shape::STRING,
						'why'       => Shape::STRING,
						'next_step' => Shape::STRING,
						'orders'    => [
							'description' => 'Recent ones that it touches.',
							'type'        => 'integer',
							'minimum'     => 0,
							'required'    => true,
						],
						'rate_ids'  => Shape::list(
							[
								'type'    => 'integer',
								'minimum' => 1,
							]
						),
						'situation' => Shape::STRING + [
							'enum' => [ 'none', ...array_column( ExemptSituation::cases(), 'value' ) ],
						],
						// Choices that mend it; null where a person must decide.
						'fix'       => array_merge(
							Shape::object(
								[
									'tax_rates'       => [
										'use'      => 'mapped-rates',
										'required' => true,
									],
									'rounding_tax_id' => [
										'type'     => [ 'integer', 'null' ],
										'minimum'  => 1,
										'required' => true,
									],
								]
							),
							[
								'type'     => [ 'object', 'null' ],
								'required' => true,
							]
						),
					]
				)
			),
			'problem'  => [
				'use'      => 'problem-or-null',
				'required' => true,
			],
		],
	],

	// GET /tax-proposals: nothing is used before the owner saved it.
	'tax-proposals' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'tax_rates'           => Shape::objects( [ 'rate_id' => Shape::INTEGER ] + Shape::PROPOSED_TAX ),
			'exempt_taxes'        => Shape::objects(
				[ 'situation' => [ 'use' => 'situation' ] ] + Shape::PROPOSED_TAX
			),
			'rounding_tax_id' => [
				'type'     => [ 'integer', 'null' ],
				'required' => true,
			],
			'rounding_confidence' => Shape::PROPOSED_TAX['confidence'],
			'problem'         => [
				'use' => 'problem-or-null',
				'required' => true,
			],
		],
	],
];
