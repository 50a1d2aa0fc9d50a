<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// GET /customer-choices: orders that wait for a person to choose their customer.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'customer-choices',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'several'    => [
			'description' => 'Several customers may be the buyer.',
			'type'        => 'integer',
			'minimum'     => 0,
			'required'    => true,
		],
		'other_kind' => [
			'description' => 'The order is for a company and a person has its e-mail address at Sellsy; or it is for a'
				. ' person and a company has it.',
			'type'        => 'integer',
			'minimum'     => 0,
			'required'    => true,
		],
	],
];
