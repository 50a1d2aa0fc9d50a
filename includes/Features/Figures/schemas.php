<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\Figures\Rules\FigureTable;

return [
	// GET /figures: days of the shop; without them this month.
	'figures-query'      => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'from'  => [
				'type'    => 'string',
				'pattern' => '^([0-9]{4}-[0-9]{2}-[0-9]{2})?$',
				'default' => '',
			],
			'until' => [
				'type'    => 'string',
				'pattern' => '^([0-9]{4}-[0-9]{2}-[0-9]{2})?$',
				'default' => '',
			],
		],
	],

	// GET /figures/file
	'figures-file-query' => [
		'use'        => 'figures-query',
		'properties' => [
			'table' => [
				'type'     => 'string',
				'enum'     => array_column( FigureTable::cases(), 'value' ),
				'required' => true,
			],
		],
	],
];
