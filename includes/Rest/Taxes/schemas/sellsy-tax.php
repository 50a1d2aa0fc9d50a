<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

// A tax of Sellsy. percent: "5.5"; category: EN 16931 letter or empty.
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
		'label'    => Shape::STRING,
		'percent'  => Shape::STRING,
		'category' => Shape::STRING,
		'usable'   => Shape::BOOLEAN,
		'exempt'   => Shape::BOOLEAN,
	],
];
