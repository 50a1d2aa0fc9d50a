<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

// What the connection must be allowed to do, and whether it is: part of `connection` and `connection-report`.
return [
	'$schema'     => 'http://json-schema.org/draft-04/schema#',
	'title'       => 'rights',
	'description' => 'Empty while nobody is connected.',
	'type'        => 'array',
	'required'    => true,
	'items'       => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'right'     => [
				'description' => 'Its name: the scope, or one of its own where a privilege is'
					. ' needed beside the same scope.',
			] + Shape::STRING,
			'scope'     => [ 'description' => 'To tick on the API access at Sellsy.' ] + Shape::STRING,
			'state'     => [
				'description' => 'unseen: the first document that needs it tells.',
				'enum'        => [ 'seen', 'missing', 'unseen' ],
			] + Shape::STRING,
			'text'      => [ 'description' => 'What cannot be done without it.' ] + Shape::STRING,
			'next_step' => [ 'description' => 'Empty for a right that was seen.' ] + Shape::STRING,
		],
	],
];
