<?php
/**
 * Gives the carts of the unit tests' generator to a real WooCommerce and compares what it stores with what the
 * generator says it would. Prints differences, one JSON line each, and "N carts".
 *
 * Usage: php tests/recorder/prove-generator.php <WordPress directory> <kind of shop> <carts of all kinds>
 */

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Recorder;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Tests\Unit\Domain\Content\CartArithmetic;
use OrderInvoicer\Tests\Unit\Domain\Content\OrderGenerator;
use OrderInvoicer\WooCommerce\Order\BuyerNumbers;
use OrderInvoicer\WooCommerce\Order\OrderCaches;
use OrderInvoicer\WooCommerce\Order\OrderLines;
use OrderInvoicer\WooCommerce\Order\OrderPayments;
use OrderInvoicer\WooCommerce\Order\OrderRefunds;
use OrderInvoicer\WooCommerce\Order\OrderShipments;
use OrderInvoicer\WooCommerce\Order\OrderSnapshotFactory;
use OrderInvoicer\WooCommerce\Order\RelatedOrders;
use OrderInvoicer\WooCommerce\Order\Parcels;
use OrderInvoicer\WooCommerce\Order\PartPayments;
use OrderInvoicer\WooCommerce\Order\SubscriptionPeriod;
use OrderInvoicer\WooCommerce\Order\WooOrders;
use OrderInvoicer\WordPress\Tables\Sql;

require __DIR__ . '/boot.php';

/** Rate ids of the generator are those of `Shop`. */
const VAT = [
	1 => '20',
	2 => '10',
	3 => '5.5',
	4 => '2.1',
	5 => '0',
];

$to_cart = static fn ( array $cart ): array => [
	'lines'   => array_map(
		static fn ( array $line ): array => [
			'price' => $line['price'],
			'qty'   => (string) $line['qty'],
			'vat'   => VAT[ $line['rate'] ],
		],
		$cart['lines']
	),
	'coupons' => $cart['coupons'],
	'fees'    => array_map(
		static fn ( array $fee ): array => [
			'name'   => 'Frais',
			'amount' => $fee['amount'],
			'vat'    => VAT[ $fee['rate'] ],
		],
		$cart['fees']
	),
] + ( $cart['shipping'] === [] ? [] : [ 'delivery' => $cart['shipping'][0]['cost'] ] );

// Everything that a document is computed from; VAT of delivery and of the rest together, per rate.
$amounts = static function ( OrderSnapshot $order ): array {
	$lines = [];
	foreach ( $order->lines as $line ) {
		$line_taxes = array_map( static fn ( Decimal $tax ): string => $tax->to_string(), $line->taxes );
		ksort( $line_taxes );
		$lines[] = [ $line->kind->value, $line->total->to_string(), $line_taxes ];
	}
	$taxes = [];
	foreach ( $order->taxes as $tax ) {
		$taxes[ $tax->rate_id ] = $tax->total->plus( $tax->shipping_total )->to_string();
	}
	ksort( $taxes );
	return [
		'total' => $order->total->to_string(),
		'lines' => $lines,
		'taxes' => $taxes,
	];
};

// The generator's delivery has the standard rate.
add_filter( 'pre_option_woocommerce_shipping_tax_class', static fn (): string => '', 20 );

// WooCommerce's floats fall on either side of a half in the sixth decimal.
$agree = static function ( mixed $stored, mixed $expected ) use ( &$agree ): bool {
	if ( is_array( $stored ) && is_array( $expected ) ) {
		return array_keys( $stored ) === array_keys( $expected ) && array_reduce(
			array_keys( $stored ),
			static fn ( bool $same, int|string $key ): bool => $same && $agree( $stored[ $key ], $expected[ $key ] ),
			true
		);
	}
	return $stored === $expected
		|| (
			is_numeric( $stored )
			&& is_numeric( $expected )
			&& Decimal::from_string( $stored )
				->minus( Decimal::from_string( $expected ) )
				->abs()
				->compare( Decimal::from_string( '0.000002' ) ) <= 0
		);
};

[ $prices_include_tax, $round_at_subtotal ] = Shop::KINDS[ $kind ];

$orders    = new WooOrders(
	new OrderSnapshotFactory(
		new OrderLines(),
		new BuyerNumbers(),
		new OrderPayments( new PartPayments() ),
		new OrderShipments( new Parcels(), new SubscriptionPeriod() )
	),
	new OrderRefunds( new RelatedOrders( new Sql( $GLOBALS['wpdb'] ) ) ),
	new OrderCaches( new Sql( $GLOBALS['wpdb'] ) )
);
$generator = new OrderGenerator( 500 );
$tried     = 0;
for ( $number = 0; $number < (int) $argv[3]; ++$number ) {
	$cart = $generator->cart();
	if (
		$cart['prices_include_tax'] !== ( $prices_include_tax === 'yes' )
		|| $cart['round_at_subtotal'] !== ( $round_at_subtotal === 'yes' )
	) {
		continue;
	}
	++$tried;
	$GLOBALS['wpdb']->query( 'SAVEPOINT cart' );
	$stored   = $amounts( $orders->snapshot( $carts->place( $to_cart( $cart ), 'home' )->get_id() ) );
	$expected = $amounts( CartArithmetic::order( $cart ) );
	if ( ! $agree( $stored, $expected ) ) {
		echo json_encode( compact( 'number', 'cart', 'stored', 'expected' ), JSON_THROW_ON_ERROR ), "\n";
	}
	$GLOBALS['wpdb']->query( 'ROLLBACK TO SAVEPOINT cart' );
	wp_cache_flush();
	\WC_Cache_Helper::invalidate_cache_group( 'taxes' );
}
$GLOBALS['wpdb']->query( 'ROLLBACK' );
echo "$tried carts\n";
