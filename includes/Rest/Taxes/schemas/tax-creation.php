<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /sellsy/taxes: a percent, or a reason for 0 %; never both.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'tax-creation',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'label'   => [
			'type'      => 'string',
			'minLength' => 1,
			'maxLength' => 100,
			'required'  => true,
		],
		'percent' => [
			'description' => '"5.5"; "0" with a reason.',
			'type'        => 'string',
			'pattern'     => '^\d{1,3}(\.\d{1,4})?$',
			'required'    => true,
		],
		'reason'  => [
			'description' => 'Why no tax is charged; none where some is.',
			'type'        => 'string',
			'enum'        => [ 'none', 'intra_eu', 'export', 'reverse_charge', 'out_of_scope', 'franchise' ],
			'required'    => true,
		],
	],
];
