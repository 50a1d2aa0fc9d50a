<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Faults;

use OrderInvoicer\Domain\Ledger\Effect;
use PHPUnit\Framework\Assert;

/** An order with a draft was edited while no hook was heard: the pass notices it, and the draft follows. */
final class EditedOrder extends Scene {

	public function settings(): array {
		return [
			'invoice' => [
				'email'    => false,
				'finalise' => 'manual',
			] + $this->shop->like_invoice( 'confirmed' ),
		];
	}

	protected function stage(): void {
		global $wpdb;
		$this->order = $this->new_order( [ 'TASSE-01' => [ 3, '24.97' ] ] );
		$this->pass();
		$this->order = wc_get_order( $this->order->get_id() );
		foreach ( $this->order->get_items() as $item ) {
			$item->set_quantity( 2 );
			$item->set_subtotal( '16.65' );
			$item->set_total( '16.65' );
			$item->save();
		}
		$this->order->calculate_totals();
		$wpdb->query( "DELETE FROM {$wpdb->prefix}orderinvoicer_sync WHERE effect = 'follow_order'" );
		$wpdb->query( "UPDATE {$wpdb->prefix}wc_orders SET date_updated_gmt = '2020-01-01 00:00:00'" );
		$this->shop->time_passes_for_edits();
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE {$wpdb->prefix}wc_orders SET date_updated_gmt = '2020-01-01 00:00:00' WHERE id <> %d",
				$this->order->get_id()
			)
		);
		wp_cache_flush();
	}

	protected function assert_right( string $when ): void {
		$invoices = $this->made( 'invoices' );
		Assert::assertCount( 1, $invoices, $when );
		Assert::assertSame(
			[ 'draft', 19.98 ],
			[ $invoices[0]['status'], (float) $invoices[0]['amounts']['total_incl_tax'] ],
			$when
		);
		$this->assert_done( $when, Effect::CreateInvoice );
	}
}
