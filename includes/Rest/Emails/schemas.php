<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\CustomerEmailSettings;
use OrderInvoicer\Rest\Shape;

return [
	// GET /customer-emails: WooCommerce's own; other code may take one off its list.
	'customer-emails' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'emails' => Shape::objects(
				[
					'id'      => [
						'type'     => 'string',
						'enum'     => CustomerEmailSettings::EMAILS,
						'required' => true,
					],
					// As WooCommerce calls it.
					'title'   => Shape::STRING,
					'enabled' => Shape::BOOLEAN,
					// WooCommerce's settings of it.
					'url'     => Shape::STRING,
				]
			),
		],
	],
];
