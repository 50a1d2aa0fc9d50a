<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Rest\Shape;

return [
	'problem-or-null' => [
		'use'      => 'problem',
		'nullable' => true,
	],

	// Something that went wrong, in the reader's language. `code` is a ProblemCode.
	'problem' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'code'      => [
				'type'     => 'string',
				'required' => true,
			],
			'text'      => [
				'description' => 'What happened and why.',
				'type'        => 'string',
				'required'    => true,
			],
			'next_step' => [
				'description' => 'What to do next.',
				'type'        => 'string',
				'required'    => true,
			],
		],
	],

	// One row of the ledger. Times are RFC 3339 UTC.
	'task' => [
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
				'description'          => 'null before it exists; number is empty while it is a draft, and pdf, an'
					. ' address of this shop, where there is no file.',
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
				'description' => 'What to tell a person before the one of its acts that makes something final'
					. ' (finalise, reissue, make_now): kind, customer and total first. Empty where none does.',
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
	],

	// GET /tasks. Days are the shop's, both included, and mean the last change.
	'tasks-query' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'state'    => [
				'type'    => 'string',
				'enum'    => [ 'all', 'queued', 'working', 'done', 'attention', 'skipped' ],
				'default' => 'all',
			],
			'effect'   => [
				'type'    => 'string',
				'enum'    => [ 'all', ...array_column( Effect::listed(), 'value' ) ],
				'default' => 'all',
			],
			'problem'  => [
				'description' => 'A ProblemCode.',
				'type'        => 'string',
				'pattern'     => '^[a-z0-9_]{0,64}$',
				'default'     => '',
			],
			'order'    => [
				'description' => 'Number or id.',
				'type'        => 'string',
				'maxLength'   => 64,
				'default'     => '',
			],
			'from'     => [
				'type'    => 'string',
				'pattern' => '^(\d{4}-\d{2}-\d{2})?$',
				'default' => '',
			],
			'until'    => [
				'type'    => 'string',
				'pattern' => '^(\d{4}-\d{2}-\d{2})?$',
				'default' => '',
			],
			'before'   => [
				'description' => 'Id of a row: the page of those older than it, in place of `page`, and'
					. ' as fast wherever it is.',
				'type'        => 'integer',
				'minimum'     => 0,
				'default'     => 0,
			],
			'after'    => [
				'description' => 'Id of a row: the page of those just newer than it.',
				'type'        => 'integer',
				'minimum'     => 0,
				'default'     => 0,
			],
			'page'     => [
				'description' => 'One that leaves out more than 10,000 rows is refused: go on with `before`.',
				'type'        => 'integer',
				'minimum'     => 1,
				'default'     => 1,
			],
			'per_page' => [
				'type'    => 'integer',
				'minimum' => 1,
				'maximum' => 100,
				'default' => 25,
			],
		],
	],

	// GET /tasks, newest first; X-WP-Total and X-WP-TotalPages count them.
	'tasks' => [
		'type'    => 'array',
		'items'   => [ 'use' => 'task' ],
	],
];
