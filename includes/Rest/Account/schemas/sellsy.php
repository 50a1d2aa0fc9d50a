<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

// GET /sellsy: the lists that settings choose from. Each says by itself why it could not be read.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'sellsy',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'taxes'           => Shape::sellsy_list( [ 'use' => 'sellsy-tax' ] ),
		'rate_categories' => Shape::sellsy_list(
			Shape::object(
				[
					'id'         => Shape::INTEGER,
					'label'      => Shape::STRING,
					'currency'   => Shape::STRING,
					'is_default' => Shape::BOOLEAN,
				]
			)
		),
		'staffs'          => Shape::sellsy_list( Shape::named() ),
		'models'          => Shape::sellsy_list( Shape::named() ),
		'payment_terms'   => Shape::sellsy_list( Shape::named() ),
		'has_v1'          => [
			'description' => 'Whether the connection may use API v1: delivery notes, proformas, steps of orders,'
				. ' e-mails. null: not known.',
			'type'        => [ 'boolean', 'null' ],
			'required'    => true,
		],
	],
];
