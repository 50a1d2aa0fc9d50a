<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\SettingsArray;

return [
	// Which exempt tax of Sellsy each reason for a sale without tax is.
	'mapped-exemptions' => [] + ( new SettingsArray() )->field( 'exempt_taxes' )->schema(),

	// Which tax of Sellsy each tax rate of WooCommerce is.
	'mapped-rates' => [] + ( new SettingsArray() )->field( 'tax_rates' )->schema(),

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
];
