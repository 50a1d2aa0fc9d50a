<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// A tax of Sellsy. percent: "5.5"; category: EN 16931 letter or empty.
$string  = [
	'type'     => 'string',
	'required' => true,
];
$boolean = [
	'type'     => 'boolean',
	'required' => true,
];

return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'sellsy-tax',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'id'       => [
			'type'     => 'integer',
			'required' => true,
		],
		'label'    => $string,
		'percent'  => $string,
		'category' => $string,
		'usable'   => $boolean,
		'exempt'   => $boolean,
	],
];
