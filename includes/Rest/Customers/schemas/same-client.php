<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

// GET and POST /orders/{id}/same-client.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'same-client',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'offered' => [ 'description' => 'This shop made a customer for the order.' ] + Shape::BOOLEAN,
		'clients' => [
			'description' => 'Clients in Sellsy with the e-mail address of the order, but that one.',
			'type'        => 'array',
			'required'    => true,
			'items'       => [
				'use'        => 'customer-choice',
				'properties' => [
					'name'      => Shape::STRING,
					'email'     => Shape::STRING,
					'reference' => Shape::STRING,
					'siret'     => Shape::STRING,
				],
			],
		],
		'follows' => [ 'description' => 'What choosing one leads to.' ] + Shape::STRING,
		'final'   => [ 'description' => 'What then becomes final; empty where nothing does.' ] + Shape::STRINGS,
		'total'   => [ 'description' => 'Of what becomes final; empty where nothing does.' ] + Shape::STRING,
	],
];
