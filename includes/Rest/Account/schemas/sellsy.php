<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// GET /sellsy: the lists that settings choose from. Each says by itself why it could not be read.
$integer = [
	'type'     => 'integer',
	'required' => true,
];
$string  = [
	'type'     => 'string',
	'required' => true,
];
$boolean = [
	'type'     => 'boolean',
	'required' => true,
];
$list = static fn ( array $item ): array => [
	'type'                 => 'object',
	'additionalProperties' => false,
	'required'             => true,
	'properties'           => [
		'items'   => [
			'type'     => 'array',
			'required' => true,
			'items'    => $item,
		],
		'problem' => [
			'use' => 'problem-or-null',
			'required' => true,
		],
	],
];
$object = static fn ( array $properties ): array => [
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => $properties,
];
$named  = $list(
	$object(
		[
			'id'    => $integer,
			'label' => $string,
		]
	)
);

return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'sellsy',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'taxes'           => $list( [ 'use' => 'sellsy-tax' ] ),
		'rate_categories' => $list(
			$object(
				[
					'id'         => $integer,
					'label'      => $string,
					'currency'   => $string,
					'is_default' => $boolean,
				]
			)
		),
		'staffs'          => $named,
		'models'          => $named,
		'payment_terms'   => $named,
		'has_v1'          => [
			'description' => 'Whether the connection may use API v1: delivery notes, proformas, steps of orders, e-mails. null: not known.',
			'type'        => [ 'boolean', 'null' ],
			'required'    => true,
		],
	],
];
