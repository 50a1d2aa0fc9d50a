<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;

// GET /tasks. Days are the shop's, both included, and mean the last change.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'tasks-query',
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
];
