<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

/** The buttons in the box of an order, and what they ask first. */
final class OrderScreenActsTest extends OrderScreenTestCase {

	public function test_only_the_invoice_that_was_seen_is_issued_anew(): void {
		$order = wc_create_order();
		$id    = $this->row(
			$order,
			[
				'state' => 'attention',
				'remote_type' => 'invoice',
				'remote_id' => 77,
				'remote_number' => 'F-1',
				'error_code' => 'differs_from_order',
				'error_message' => '{}',
			]
		);

		self::assertStringContainsString( "value=\"reissue:$id\"", $this->box( $order ) );
	}

	public function test_every_kind_that_is_switched_on_can_be_asked_for(): void {
		update_option(
			'orderinvoicer_settings',
			[
				'estimate'   => [ 'enabled' => true ],
				'creditnote' => [ 'enabled' => true ],
			]
		);
		$order = wc_create_order();
		$order->update_meta_data( 'orderinvoicer.delivery_url', 'https://www.sellsy.com/?_f=deliveryOverview&id=3' );
		$order->save();

		$box = $this->box( $order );

		preg_match_all( '/value="(make_now:[^"]+)"/', $box, $offered );
		self::assertSame( [ 'make_now:estimate', 'make_now:invoice' ], $offered[1] );
		self::assertStringContainsString( 'deliveryOverview', $box );
	}

	public function test_what_becomes_final_asks_first_with_kind_customer_and_total(): void {
		update_option(
			'orderinvoicer_settings',
			[
				'invoice' => [
					'enabled'    => true,
					'finalise'   => 'at_once',
					'start_date' => '2090-01-01',
				],
			]
		);
		$order = $this->order_worth( '120' );
		$order->set_billing_company( 'Alpha <SAS>' );
		$order->save();

		self::assertSame(
			[
				"Invoice for Alpha <SAS>: 120,00\u{00A0}€.",
				'No payment of this order is known.',
				'The order is older than the start date, 2090-01-01.',
				'Sellsy gives it its number at once. It is there to stay: a mistake is put right by a further document,'
					. ' such as a credit note.',
			],
			self::asks( $this->box( $order ), 'make_now:invoice' )
		);
		self::assertTrue( wp_script_is( 'orderinvoicer-order-box' ) );

		update_option( 'orderinvoicer_settings', [ 'invoice' => [ 'finalise' => 'manual' ] ] );
		$draft = wc_create_order();
		$id    = $this->row( $draft, self::DRAFT );
		self::assertSame( [], self::asks( $this->box( $order ), 'make_now:invoice' ) );
		self::assertStringStartsWith(
			'Invoice for nobody',
			self::asks( $this->box( $draft ), "finalise:$id" )[0] ?? ''
		);
	}

	/** No mistake is put right by "a credit note, for example": it is one. */
	public function test_a_credit_note_that_becomes_final_speaks_of_itself(): void {
		$order = $this->order_worth( '120' );
		$row   = $this->row(
			$order,
			[
				'effect' => 'create_creditnote',
				'state' => 'done',
				'remote_type' => 'creditnote',
				'remote_id' => 78,
			]
		);

		$asks = self::asks( $this->box( $order ), "finalise:$row" ) ?? [];

		self::assertSame(
			'Sellsy gives it its number at once. It is there to stay, and takes its amount off the invoice for good.',
			end( $asks )
		);
	}

	public function test_what_was_done_by_hand_is_not_made_final_after_all_without_asking(): void {
		$order = $this->order_worth( '120' );
		$order->set_billing_company( '---' );
		$order->set_billing_first_name( 'Zoé' );
		$order->set_billing_last_name( 'Roy' );
		$order->save();
		$id = $this->row(
			$order,
			[
				'effect'       => 'validate_invoice',
				'state'        => 'skipped',
				'error_code' => 'done_by_hand',
			]
		);
		self::assertSame(
			[
				"Invoice for Zoé Roy: 120,00\u{00A0}€.",
				'No payment of this order is known.',
				'Sellsy gives it its number at once. It is there to stay: a mistake is put right by a further document,'
					. ' such as a credit note.',
				'Somebody decided that nothing is made for this any more. If it was done by hand and that still'
					. ' stands in Sellsy, it will be there twice.',
			],
			self::asks( $this->box( $order ), "retry:$id:by_hand" )
		);
	}
}
