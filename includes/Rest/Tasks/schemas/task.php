<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Rest\Shape;

// One row of the ledger. Times are RFC 3339 UTC.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'task',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'id'         => [
			'type'     => 'integer',
			'required' => true,
		],
		'order'      => [
			'description'          => 'edit_url is empty when the order is gone.',
			'type'                 => 'object',
			'additionalProperties' => false,
			'required'             => true,
			'properties'           => [
				'id'       => [
					'type'     => 'integer',
					'required' => true,
				],
				'number'   => Shape::STRING,
				'edit_url' => Shape::STRING,
			],
		],
		'effect'     => [
			'description' => 'Domain\Ledger\Effect.',
			'type'        => 'string',
			'enum'        => array_column( Effect::cases(), 'value' ),
			'required'    => true,
		],
		'what'       => [
			'description' => 'The effect in words: "Credit note for refund 12", "Delivery note: shipped".',
			'type'        => 'string',
			'required'    => true,
		],
		'state'      => [
			'type'     => 'string',
			'enum'     => [ 'queued', 'working', 'done', 'attention', 'skipped' ],
			'required' => true,
		],
		'attempts'   => [
			'type'     => 'integer',
			'minimum'  => 0,
			'required' => true,
		],
		'due_at'     => Shape::TIME,
		'updated_at' => Shape::TIME,
		'document'   => [
			'description'          => 'null before it exists; number is empty while it is a draft, and pdf, an address'
				. ' of this shop, where there is no file.',
			'type'                 => [ 'object', 'null' ],
			'additionalProperties' => false,
			'required'             => true,
			'properties'           => [
				'number' => Shape::STRING,
				'url'    => Shape::STRING,
				'pdf'    => Shape::STRING,
			],
		],
		'problem'    => [
			'use' => 'problem-or-null',
			'required' => true,
		],
		'acts'       => [
			'description' => 'Domain\Actions\RowAct: what a person may do with it, the likeliest first; nothing'
				. ' once the order is gone.',
			'type'        => 'array',
			'items'       => [
				'type' => 'string',
				'enum' => array_column( RowAct::cases(), 'value' ),
			],
			'required'    => true,
		],
		'final'      => [
			'description' => 'What to tell a person before the one of its acts that makes something final (finalise,'
				. ' reissue, make_now): kind, customer and total first. Empty where none does.',
			'type'        => 'array',
			'items'       => [ 'type' => 'string' ],
			'required'    => true,
		],
		'goes_final' => [
			'description' => 'What to tell a person before retry and choose_customer, where the settings then make'
				. ' something final: kind, customer and total first. Left out where they do not.',
			'type'        => 'array',
			'items'       => [ 'type' => 'string' ],
		],
		'rounding'   => [
			'description' => 'The amount that accept_rounding accepts, with its sign. Left out where none is asked'
				. ' about.',
			'type'        => 'string',
		],
		'payment'    => [
			'description' => 'The amount of move_payment or record_payment. Left out where none is asked about.',
			'type'        => 'string',
		],
	],
];
