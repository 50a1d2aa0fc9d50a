<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;

// POST /tasks/retry: of what GET /tasks lists by the same filter, all that need a person. What is left out leaves
// nothing out.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'tasks-retry-request',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'seen'    => [
			'description' => 'What an answer with `asks` said: a person has read that and wants it.',
			'type'        => 'string',
			'maxLength'   => 200,
		],
		'mended'  => [
			'description' => 'True: of all that stopped for a setting, what the settings have changed for since; the'
				. ' other parts do not count then.',
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
];
