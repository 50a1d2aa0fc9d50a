<?php
/**
 * The plugin's engine, connected to the sandbox; the caller has set `$workflows`, settings by kind of document.
 *
 * @var array<string, mixed> $workflows
 */

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Recorder;

use OrderInvoicer\Sellsy\Auth\Credentials;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\Wiring\Answers;
use OrderInvoicer\Wiring\Engine;

/** Sellsy's tax by WooCommerce rate id of Shop::RATES and by situation; ids are the sandbox's. */
update_option(
	'orderinvoicer_settings',
	[
		'shop_code'       => 'TABLE',
		...$workflows,
		'items'           => [ 'create' => true ],
		'rounding_cap'    => 5,
		'tax_rates'       => array_map(
			static fn ( int $rate, int $tax ): array => [
				'rate_id' => $rate,
				'tax_id'  => $tax,
			],
			[ 1, 2, 3, 4, 5, 6, 7, 8 ],
			[ 1, 2, 3, 4, 11, 14, 1, 15 ]
		),
		'exempt_taxes'    => array_map(
			static fn ( string $situation, int $tax ): array => [
				'situation' => $situation,
				'tax_id'    => $tax,
			],
			[
				'domestic_exempt_customer',
				'domestic_untaxed_item',
				'untaxed_delivery',
				'eu_business',
				'eu_business_services',
				'eu_consumer',
				'outside_eu',
				'outside_eu_services',
			],
			[ 11, 11, 11, 7, 9, 11, 8, 9 ]
		),
		'rounding_tax_id' => 11,
	]
);
$adapters = new Adapters( $GLOBALS['wpdb'] );
$engine   = new Engine( new Answers( $adapters ) );
$adapters->credential_store()->save( new Credentials( 'sandbox-client', 'sandbox-secret' ) );
$engine->adopt_connection()->tie();
