<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

return [
	// POST /owner-emails/test: an example of it goes to who asks.
	'owner-email-test' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'id' => [
				'type'     => 'string',
				'enum'     => [ 'orderinvoicer_standstill', 'orderinvoicer_digest' ],
				'required' => true,
			],
		],
	],

	'owner-email-tested' => [
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
	],

	// GET /owner-emails: those that WooCommerce has; other code may take one off its list.
	'owner-emails' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'emails' => Shape::objects(
				[
					'id'         => [
						'type'     => 'string',
						'enum'     => [ 'orderinvoicer_standstill', 'orderinvoicer_digest' ],
						'required' => true,
					],
					'title'      => Shape::STRING,
					'enabled'    => [
						'type'     => 'boolean',
						'required' => true,
					],
					// Separated by commas; empty where no address is valid.
					'recipients' => Shape::STRING,
					// WooCommerce's settings of it.
					'url'        => Shape::STRING,
				]
			),
			// In which the hour of the digest is meant.
			'zone'   => Shape::STRING,
		],
	],
];
