<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Shape;

// GET /owner-emails: those that WooCommerce has; other code may take one off its list.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'owner-emails',
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
];
