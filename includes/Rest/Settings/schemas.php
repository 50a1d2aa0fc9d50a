<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Rest\Shape;

return [
	// `wp orderinvoicer settings import`: an update that may bring the connection with it.
	'settings-import' => [
		'use'        => 'settings-update',
		'properties' => [ 'connection' => [ 'use' => 'connection-update' ] ],
	],

	// POST /settings: what is left out stays as it is. Lists are replaced as a whole.
	'settings-update' => [
		'use'     => 'settings',
		'partial' => true,
	],

	// One kind of document: when it is made and what stands on it. Ids are Sellsy's; null leaves the choice to Sellsy.
	'settings-workflow' => static fn (): array =>
		( new SettingsArray() )->field( DocumentKind::Invoice->value )->schema(),

	// GET /settings; the form in which settings are stored, exported and imported too. Each is declared at its
	// parameter.
	'settings' => static fn (): array => ( new SettingsArray() )->schema(),

	// GET /shop: what the settings page must know of WooCommerce.
	'shop' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'currency'           => Shape::STRING,
			'country'            => Shape::STRING,
			'prices_include_tax' => Shape::BOOLEAN,
			'tax_enabled'        => Shape::BOOLEAN,
			'proposed_shop_code' => Shape::STRING,
			'shop_code_fixed'    => Shape::BOOLEAN,
			'order_statuses'     => Shape::objects(
				[
					// Without wc-.
					'slug'  => Shape::STRING,
					'label' => Shape::STRING,
					'paid'  => Shape::BOOLEAN,
				]
			),
			'tax_rates'          => Shape::objects(
				[
					'id'            => [
						'type'     => 'integer',
						'minimum'  => 1,
						'required' => true,
					],
					'label'         => Shape::STRING,
					// "5.5"
					'percent'       => Shape::STRING,
					// ISO code, empty: everywhere.
					'country'       => Shape::STRING,
					// Empty: the standard class.
					'class'         => Shape::STRING,
					// As the shop's owner called it; empty: the standard class.
					'class_name'    => Shape::STRING,
					'orders_recent' => [
						'description' => 'How many of the latest 50 orders show it.',
						'type'        => 'integer',
						'minimum'     => 0,
						'required'    => true,
					],
				]
			),
			// The shop's own e-mails to its customers about final documents.
			'emails'             => Shape::objects(
				[
					'kind'    => [
						'type'     => 'string',
						'enum'     => [ 'invoice', 'creditnote' ],
						'required' => true,
					],
					'enabled' => Shape::BOOLEAN,
					// Of its settings in WooCommerce.
					'url'     => Shape::STRING,
				]
			),
			'gateways'           => Shape::objects(
				[
					'id'    => Shape::STRING,
					'title' => Shape::STRING,
				]
			),
			'exempt_situations'  => Shape::objects(
				[
					'situation'     => [ 'use' => 'situation' ],
					'label'         => Shape::STRING,
					'orders_recent' => [
						'description' => 'How many of the latest 50 orders show it.',
						'type'        => 'integer',
						'minimum'     => 0,
						'required'    => true,
					],
					'before'        => Shape::STRING + [
						'description' => 'What is chosen for that one counts where nothing is chosen for this one.',
						'enum'        => [ 'none', ...array_column( ExemptSituation::cases(), 'value' ) ],
					],
					// Letters of EN 16931 that fit; none: no tax does.
					'categories'    => Shape::STRINGS,
					'advice'        => Shape::STRING,
				]
			),
		],
	],

	// GET /shipped-signs: what in this shop may say that an order was shipped.
	'shipped-signs' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'signs' => [
				'type'     => 'array',
				'required' => true,
				'items'    => [
					'type'                 => 'object',
					'additionalProperties' => false,
					'properties'           => [
						// As in the settings: status:<slug>, fulfilment, tracking. The likeliest first.
						'value' => Shape::STRING,
						'label' => Shape::STRING,
					],
				],
			],
		],
	],
];
