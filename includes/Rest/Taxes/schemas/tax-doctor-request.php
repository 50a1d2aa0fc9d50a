<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\SettingsArray;

// POST /tax-doctor: the mapping as it stands on the page, saved or not.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'tax-doctor-request',
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
];
