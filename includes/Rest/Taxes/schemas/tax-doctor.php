<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Rest\Shape;

// POST /tax-doctor: the gravest first.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'tax-doctor',
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
];
