<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Features\History\Rules\HistoryState;

return [
	// GET /history. Days are the shop's, both included, and mean the document's own. X-WP-Total counts those that fit;
	// X-OrderInvoicer-Newest is not 0 where the newest alone were looked at.
	'history-query' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'search'   => [
				'description' => 'Number of an order or of a document, e-mail address or its beginning, name.',
				'type'        => 'string',
				'maxLength'   => 100,
				'default'     => '',
			],
			'kind'     => [
				'type'    => 'string',
				'enum'    => [ 'all', ...array_column( DocumentKind::cases(), 'value' ) ],
				'default' => 'all',
			],
			'state'    => [
				'description' => 'final: those that are paid, due and credited too.',
				'type'        => 'string',
				'enum'        => [ 'all', ...array_column( HistoryState::cases(), 'value' ) ],
				'default'     => 'all',
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
			'orderby'  => [
				'type'    => 'string',
				'enum'    => [ 'date', 'order', 'customer', 'total' ],
				'default' => 'date',
			],
			'order'    => [
				'type'    => 'string',
				'enum'    => [ 'asc', 'desc' ],
				'default' => 'desc',
			],
			'page'     => [
				'type'    => 'integer',
				'minimum' => 1,
				'default' => 1,
			],
			'per_page' => [
				'type'    => 'integer',
				'minimum' => 1,
				'maximum' => 100,
				'default' => 20,
			],
		],
	],

	// GET /history/order.
	'history-order-query' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'required'             => [ 'number' ],
		'properties'           => [
			'number' => [
				'type'    => 'string',
				'pattern' => '^[0-9]{1,18}$',
			],
		],
	],

	// GET /todo: X-WP-Total counts the rows of the cause that was asked for.
	'todo-query' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'problem'  => [
				'description' => 'A ProblemCode; without one, the newest of each cause are answered.',
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
			'page'     => [
				'type'    => 'integer',
				'minimum' => 1,
				'default' => 1,
			],
			'per_page' => [
				'type'    => 'integer',
				'minimum' => 1,
				'maximum' => 100,
				'default' => 20,
			],
		],
	],
];
