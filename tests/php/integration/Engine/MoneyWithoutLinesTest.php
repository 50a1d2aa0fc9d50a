<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\Group;

/** Orders of a till or an import, and lines whose data are lost. */
#[Group( 'real-woocommerce' )]
final class MoneyWithoutLinesTest extends CommittedTestCase {

	public function test_it_needs_a_person_and_an_order_of_nothing_does_not(): void {
		global $wpdb;
		$shop = new SandboxShop( $this->allow_sandbox() );
		$shop->connect();
		$without = $this->order_of( '50.00' );
		$nothing = $this->order_of( '0' );
		$lost    = $shop->order();
		$unknown = $shop->order();
		foreach ( array_keys( $lost->get_items() ) as $item ) {
			$wpdb->delete( "{$wpdb->prefix}woocommerce_order_itemmeta", [ 'order_item_id' => $item ] );
		}
		$wpdb->update(
			"{$wpdb->prefix}woocommerce_order_items",
			[ 'order_item_type' => 'of_a_plugin_that_is_gone' ],
			[ 'order_id' => $unknown->get_id() ]
		);
		wp_cache_flush();

		foreach ( [ $without, $nothing, $lost, $unknown ] as $order ) {
			wc_get_order( $order->get_id() )->update_status( 'processing' );
		}
		do_action( Wakeups::SWEEP );

		foreach ( [ $without, $lost, $unknown ] as $order ) {
			self::assertSame(
				[ 'attention', 'lines_missing' ],
				[ $shop->row( $order )->state->value, $shop->row( $order )->problem?->code->value ]
			);
		}
		self::assertSame( '50.00', $shop->row( $without )->problem?->fact( 'order_total' ) );
		self::assertStringContainsString(
			'50,00',
			implode( ' ', array_column( wc_get_order_notes( [ 'order_id' => $without->get_id() ] ), 'content' ) )
		);
		self::assertSame(
			[ 'skipped', 'nothing_to_invoice' ],
			[ $shop->row( $nothing )->state->value, $shop->row( $nothing )->problem?->code->value ]
		);
		self::assertSame( [], $shop->sandbox->state()['individuals'], 'Nobody is created for them.' );
	}

	private function order_of( string $total ): \WC_Order {
		$order = wc_create_order();
		$order->set_billing_email( 'client@example.com' );
		$order->set_total( $total );
		$order->save();
		return $order;
	}
}
