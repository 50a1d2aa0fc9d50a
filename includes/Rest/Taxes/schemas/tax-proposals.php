<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

// GET /tax-proposals: nothing is used before the owner saved it.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'tax-proposals',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'tax_rates'           => Shape::objects( [ 'rate_id' => Shape::INTEGER ] + Shape::PROPOSED_TAX ),
		'exempt_taxes'        => Shape::objects( [ 'situation' => [ 'use' => 'situation' ] ] + Shape::PROPOSED_TAX ),
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
];
