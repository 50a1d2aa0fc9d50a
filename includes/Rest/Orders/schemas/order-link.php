<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

// GET /orders/{id}/link: documents that somebody made, beside the order.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'order-link',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'found'   => Shape::objects(
			[
				'id'       => Shape::INTEGER,
				'number'   => Shape::STRING,
				'url'      => Shape::STRING,
				'status'   => [ 'description' => 'Sellsy\'s own word.' ] + Shape::STRING,
				'date'     => Shape::STRING,
				'customer' => [ 'description' => 'Empty where Sellsy does not say.' ] + Shape::STRING,
				'total'    => [ 'description' => 'TTC.' ] + Shape::STRING,
				'currency' => Shape::STRING,
				'expected' => [ 'description' => 'TTC of the order or refund.' ] + Shape::STRING,
				'doubts'   => [
					'description' => 'other_total, other_customer, unknown_customer, refused.',
				] + Shape::STRINGS,
				'says'     => [ 'description' => 'The same in words.' ] + Shape::STRINGS,
				'obstacle' => [
					'description' => 'draft, cancelled, in_use; null: it may be linked.',
					'type'        => [ 'string', 'null' ],
					'required'    => true,
				],
				'seen'     => [ 'description' => 'To send with the request that links it.' ] + Shape::STRING,
			]
		),
		'why'     => [ 'description' => 'Why none was found.' ] + Shape::STRING,
		'follows' => [ 'description' => 'What linking leads to.' ] + Shape::STRING,
	],
];
