<?php
/**
 * Puts the order table through a real WooCommerce, this plugin and the Sellsy sandbox, and prints each order's end as a
 * line of JSON: name, expected (from the table), state, problem, order_total and the invoice that the sandbox holds.
 *
 * Usage: php tests/recorder/invoice.php <WordPress directory> <kind of shop> <sandbox URL>
 *
 * The database is left as it was; the sandbox is not.
 */

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Recorder;

use OrderInvoicer\Composition\Engine;
use OrderInvoicer\Composition\Foundation;
use OrderInvoicer\Composition\SellsyParts;
use OrderInvoicer\Sellsy\Auth\Credentials;

require __DIR__ . '/boot.php';

$sandbox = $argv[3];

/** Sellsy's tax by WooCommerce rate id of Shop::RATES and by situation; ids are the sandbox's. */
update_option(
	'orderinvoicer_settings',
	[
		'shop_code'       => 'TABLE',
		'invoice'         => [
			'enabled'          => true,
			'trigger'          => 'confirmed',
			'start_date'       => '2000-01-01',
			'rate_category_id' => 1,
			'subject'          => '{order_number}',
		],
		'create_items'    => true,
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
			[ 'domestic_exempt_customer', 'domestic_untaxed_item', 'eu_business', 'eu_consumer', 'outside_eu' ],
			[ 11, 11, 7, 11, 8 ]
		),
		'rounding_tax_id' => 11,
	]
);
$foundation = new Foundation( $GLOBALS['wpdb'] );
$parts      = new SellsyParts( $foundation );
$engine     = new Engine( $foundation, $parts );
$parts->credentials()->save( new Credentials( 'sandbox-client', 'sandbox-secret' ) );
$engine->adopt_connection()->tie();

( new OrderTable( $shop, $carts ) )->each(
	$kind,
	static function ( string $name, array $entry, int $order_id ) use ( $engine, $sandbox ): void {
		$sync    = $engine->sync_order()->now( $order_id );
		$order   = wc_get_order( $order_id );
		$state   = json_decode( (string) file_get_contents( "$sandbox/_sandbox/state" ), true );
		$invoice = array_values( array_filter( $state['invoices'], static fn ( array $one ): bool => $one['id'] === $sync?->remote_id ) )[0] ?? null;
		echo json_encode(
			[
				'name'        => $name,
				'expected'    => $entry['expected'],
				'state'       => $sync?->state->value,
				'problem'     => $sync?->problem?->code->value,
				'currency'    => $order->get_currency(),
				'order_total' => $order->get_total( 'edit' ),
				'link'        => $order->get_meta( 'orderinvoicer.invoice_url' ),
				'invoice'     => $invoice,
			],
			JSON_THROW_ON_ERROR
		), "\n";
	}
);
$GLOBALS['wpdb']->query( 'ROLLBACK' );
