<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'owner-email-tested',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		// WordPress handed it on; false: it could not.
		'sent' => [
			'type'     => 'boolean',
			'required' => true,
		],
		'to'   => Shape::STRING,
	],
];
