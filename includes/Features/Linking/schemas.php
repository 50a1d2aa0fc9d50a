<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\Linking\LinkSearch;
use OrderInvoicer\Rest\Shape;

return [
	// GET /orders/{id}/link: Sellsy is asked.
	'order-link-query' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'as'     => [
				'description' => 'What of the order: a kind of document; of a refund `creditnote.` and its id.',
				'type'        => 'string',
				'pattern'     => '^[a-z]{1,20}(\.[0-9]{1,20})?$',
				'required'    => true,
			],
			'number' => [
				'description' => 'Its number, or the address of its page in Sellsy; the newest of the customer when'
					. ' left out.',
				'type'        => 'string',
				'maxLength'   => LinkSearch::LONGEST,
			],
		],
	],

	// POST /orders/{id}/link.
	'order-link-request' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'as'   => [
				'description' => 'What of the order: a kind of document; of a refund `creditnote.` and its id.',
				'type'        => 'string',
				'pattern'     => '^[a-z]{1,20}(\.[0-9]{1,20})?$',
				'required'    => true,
			],
			'id'   => [
				'description' => 'Of the document at Sellsy.',
				'type'        => 'integer',
				'minimum'     => 1,
				'required'    => true,
			],
			'seen' => [
				'description' => 'What the answer said of it: where anything of it is otherwise by now, nothing is'
					. ' linked.',
				'type'        => 'string',
				'maxLength'   => 64,
				'required'    => true,
			],
		],
	],

	// GET /orders/{id}/link: documents that somebody made, beside the order.
	'order-link' => [
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
	],
];
