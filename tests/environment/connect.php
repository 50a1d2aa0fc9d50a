<?php
/**
 * Connects the shop to the Sellsy sandbox: credentials, taxes as proposed, invoices finalised once the order is
 * confirmed.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

require_once __DIR__ . '/rest.php';

orderinvoicer_demo_call(
	'POST',
	'/connection',
	[
		'client_id'     => 'sandbox-client',
		'client_secret' => 'sandbox-secret',
	]
);

$orderinvoicer_shop      = orderinvoicer_demo_call( 'GET', '/shop' );
$orderinvoicer_sellsy    = orderinvoicer_demo_call( 'GET', '/sellsy' );
$orderinvoicer_proposals = orderinvoicer_demo_call( 'GET', '/tax-proposals' );
$orderinvoicer_settings  = orderinvoicer_demo_call( 'GET', '/settings' );

/** @return list<array<string, mixed>> Without the subjects that fit no tax. */
$orderinvoicer_fitting = static function ( array $proposals, string $subject ): array {
	$fitting = array_filter( $proposals, static fn ( array $one ): bool => is_int( $one['tax_id'] ) );
	return array_values(
		array_map(
			static fn ( array $one ): array => [
				$subject => $one[ $subject ],
				'tax_id' => $one['tax_id'],
			],
			$fitting
		)
	);
};

orderinvoicer_demo_call(
	'POST',
	'/settings',
	[
		'shop_code'       => $orderinvoicer_shop['proposed_shop_code'],
		'invoice'         => array_merge(
			$orderinvoicer_settings['invoice'],
			[
				'enabled'          => true,
				'trigger'          => 'confirmed',
				'finalise'         => 'at_once',
				'rate_category_id' => $orderinvoicer_sellsy['rate_categories']['items'][0]['id'] ?? null,
			]
		),
		'tax_rates'       => $orderinvoicer_fitting( $orderinvoicer_proposals['tax_rates'], 'rate_id' ),
		'exempt_taxes'    => $orderinvoicer_fitting( $orderinvoicer_proposals['exempt_taxes'], 'situation' ),
		'rounding_tax_id' => $orderinvoicer_proposals['rounding_tax_id'],
	]
);
