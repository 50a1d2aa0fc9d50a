<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// GET /tax-proposals: nothing is used before the owner saved it.
$confidence = [
	'description' => 'certain: one tax fits; likely: the best of several, for a person to check; none.',
	'type'        => 'string',
	'enum'        => [ 'certain', 'likely', 'none' ],
	'required'    => true,
];

$proposal = static fn ( array $subject ): array => [
	'type'     => 'array',
	'required' => true,
	'items'    => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => array_merge(
			$subject,
			[
				'tax_id'     => [
					'description' => 'A tax of Sellsy; null where none fits.',
					'type'        => [ 'integer', 'null' ],
					'required'    => true,
				],
				'confidence' => $confidence,
			]
		),
	],
];

return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'tax-proposals',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'tax_rates'       => $proposal(
			[
				'rate_id' => [
					'type'     => 'integer',
					'required' => true,
				],
			]
		),
		'exempt_taxes'    => $proposal( [ 'situation' => [ 'use' => 'situation' ] ] ),
		'rounding_tax_id' => [
			'type'     => [ 'integer', 'null' ],
			'required' => true,
		],
		'rounding_confidence' => $confidence,
		'problem'         => [
			'use' => 'problem-or-null',
			'required' => true,
		],
	],
];
