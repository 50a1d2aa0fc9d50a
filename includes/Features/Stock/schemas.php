<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\Stock\Rules\StockStanding;
use OrderInvoicer\Features\Stock\Rules\StockState;
use OrderInvoicer\Rest\Shape;

$product = [
	'product_id' => Shape::INTEGER,
	// Empty where it is gone.
	'name'       => Shape::STRING,
	'sku'        => Shape::STRING,
	'edit_url'   => Shape::STRING,
	'item_url'   => Shape::STRING,
	'state'      => Shape::STRING + [ 'enum' => array_column( StockState::cases(), 'value' ) ],
	'text'       => Shape::STRING,
];

return [
	// POST /stock: `seen` is `seen_at` of the comparison that was shown, for `start`.
	'stock-act' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'act'  => [
				'type'     => 'string',
				'enum'     => [ 'compare', 'go_on', 'start', 'stop' ],
				'required' => true,
			],
			'seen' => [
				'type'      => 'string',
				'maxLength' => 40,
			],
		],
	],

	// GET and POST /stock. Quantities are decimal strings, empty where unknown. What differs comes first: all of it
	// until a person has agreed to it, else at most 200 products. And 100 changes, newest first.
	'stock' => [] + Shape::object(
		[
			'standing'      => Shape::STRING + [ 'enum' => array_column( StockStanding::cases(), 'value' ) ],
			'text'          => Shape::STRING,
			// Why the look rests; empty where it does not.
			'trouble'       => Shape::STRING,
			// Of the last whole comparison; what is sent back with `start`.
			'seen_at'       => Shape::TIME_OR_NULL,
			// Products of the shop that this comparison still goes through.
			'left'          => Shape::COUNT,
			'total'         => Shape::COUNT,
			'differ'        => Shape::COUNT,
			'products'      => Shape::objects(
				$product + [
					'shop'       => Shape::STRING,
					'on_the_way' => Shape::STRING,
					'sellsy'     => Shape::STRING,
					'difference' => Shape::STRING,
				]
			),
			'changes'       => Shape::objects(
				$product + [
					'id'   => Shape::INTEGER,
					'at'   => Shape::TIME,
					'side' => Shape::STRING + [ 'enum' => [ 'shop', 'sellsy' ] ],
					'from' => Shape::STRING,
					'to'   => Shape::STRING,
				]
			),
			'changes_total' => Shape::COUNT,
		]
	),

	// GET /stock/warehouses: asked of Sellsy.
	'warehouses' => [
		'type'    => 'array',
		'items'   => Shape::object(
			[
				'id'         => Shape::INTEGER,
				'label'      => Shape::STRING,
				'is_default' => Shape::BOOLEAN,
			]
		),
	],
];
