<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// Something that went wrong, in the reader's language. `code` is a ProblemCode.
return [
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
];
