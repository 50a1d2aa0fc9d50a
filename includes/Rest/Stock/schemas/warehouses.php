<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

// GET /stock/warehouses: asked of Sellsy.
return [
	'$schema' => 'http://json-schema.org/draft-04/schema#',
	'title'   => 'warehouses',
	'type'    => 'array',
	'items'   => Shape::object(
		[
			'id'         => Shape::INTEGER,
			'label'      => Shape::STRING,
			'is_default' => Shape::BOOLEAN,
		]
	),
];
