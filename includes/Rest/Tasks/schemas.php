<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Rest\Tasks\TaskQuery;

return [
	// POST /tasks/{id}/…: the acts that a person says nothing more with.
	'task-act' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'asked' => [
				'description' => 'What a person was asked before this, as `asks` of its offer said; empty where'
					. ' nothing was. Where it asks something else by now, nothing is done: the refusal has the fresh'
					. ' `offer`. Left out, it is done whatever it asks.',
				'type'        => 'array',
				'items'       => [ 'type' => 'string' ],
			],
		],
	],

	// POST /tasks/{id}/refuse-company.
	'company-refusal' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'reason' => [
				'description' => 'Why the invoice is not made out to the company. The customer reads it with the'
					. ' order.',
				'type'        => 'string',
				'minLength'   => 1,
				'maxLength'   => RowAct::LONGEST_REASON,
				'required'    => true,
			],
		],
	],

	// POST /orders/{id}/reissue.
	'order-reissue' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'invoice' => [
				'description' => 'The entry of the invoice that was seen, or of one of its credit notes: where another'
					. ' has taken its place, nothing is done. The newest when left out.',
				'type'        => 'integer',
				'minimum'     => 1,
			],
		],
	],

	// POST /tasks/{id}/accept-rounding.
	'task-accept-rounding' => [
		'use'        => 'task-act',
		'properties' => [
			'amount' => [
				'description' => 'The rounding that was seen (`rounding` of the entry): another one is not accepted.',
				'type'        => 'string',
				'required'    => true,
			],
		],
	],

	// POST /tasks/{id}/move-payment and record-payment.
	'task-move-payment' => [
		'use'        => 'task-act',
		'properties' => [
			'amount' => [
				'description' => 'The amount that was seen (`payment` of the entry): no other is moved or recorded.',
				'type'        => 'string',
				'required'    => true,
			],
		],
	],

	// POST /tasks/{id}/retry.
	'task-retry' => [
		'use'        => 'task-act',
		'properties' => [
			'by_hand' => [
				'description' => 'The person knows that somebody did it by hand, and wants it all the same.',
				'type'        => 'boolean',
				'default'     => false,
			],
		],
	],

	// POST /tasks/retry: of what GET /tasks lists by the same filter, all that need a person. What is left out leaves
	// nothing out.
	'tasks-retry-request' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'seen'    => [
				'description' => 'What an answer with `asks` said: a person has read that and wants it.',
				'type'        => 'string',
				'maxLength'   => 200,
			],
			'mended'  => [
				'description' => 'True: of all that stopped for a setting, what the settings have changed for since;'
					. ' the other parts do not count then.',
				'type'        => 'boolean',
			],
			'effect'  => [
				'type' => 'string',
				'enum' => array_column( Effect::listed(), 'value' ),
			],
			'problem' => [
				'description' => 'A ProblemCode.',
				'type'        => 'string',
				'pattern'     => '^[a-z0-9_]{1,64}$',
			],
			'ids'     => [
				'description' => 'These entries.',
				'type'        => 'array',
				'minItems'    => 1,
				'maxItems'    => 100,
				'items'       => [
					'type'    => 'integer',
					'minimum' => 1,
				],
			],
			'order'   => [
				'description' => 'Number or id.',
				'type'        => 'string',
				'minLength'   => 1,
				'maxLength'   => 64,
			],
			'from'    => [
				'type'    => 'string',
				'pattern' => '^\d{4}-\d{2}-\d{2}$',
			],
			'until'   => [
				'type'    => 'string',
				'pattern' => '^\d{4}-\d{2}-\d{2}$',
			],
		],
	],

	// GET /tasks/retried.
	'retried-tasks-query' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'ids' => [
				'description' => 'What POST /tasks/retry answered.',
				'type'        => 'array',
				'minItems'    => 1,
				'maxItems'    => TaskQuery::FOLLOWED,
				'items'       => [ 'type' => 'integer' ],
				'required'    => true,
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
];
