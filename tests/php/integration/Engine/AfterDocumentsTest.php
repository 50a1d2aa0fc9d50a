<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\EditsSeen;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\Group;

/** What follows a document, through the plugin's hooks alone: payments, e-mails, states, edits, parcels. */
final class AfterDocumentsTest extends IntegrationTestCase {

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->shop->settle_everything();
	}

	public function test_a_paid_order_is_recorded_linked_and_sent_once(): void {
		$order = $this->paid_order();
		$this->work( $order );
		$this->work( $order );

		$state = $this->shop->sandbox->state();
		self::assertCount( 1, $state['payments'] );
		self::assertSame( 'tx-1', $state['payments'][0]['number'] );
		self::assertSame( (float) $order->get_total(), (float) $state['payments'][0]['total'] );
		self::assertSame( 'paid', $this->shop->only_invoice()['status'] );
		self::assertCount( 1, $this->shop->sandbox->call( 'GET', '/_sandbox/mails' ) );
	}

	/** @dataProvider lost_answers */
	public function test_a_lost_answer_repeats_nothing( string $method, string $path, int $mails ): void {
		$order = $this->paid_order();
		$this->shop->sandbox->fault(
			[
				'mode'   => '500-after',
				'method' => $method,
				'path'   => $path,
				'times'  => 1,
			]
		);
		for ( $pass = 0; $pass < 4; $pass++ ) {
			$this->work( $order );
			$this->shop->make_all_due();
		}

		self::assertCount( 1, $this->shop->sandbox->state()['payments'] );
		self::assertSame( 'paid', $this->shop->only_invoice()['status'] );
		self::assertCount( $mails, $this->shop->sandbox->call( 'GET', '/_sandbox/mails' ) );
	}

	/** @return iterable<string, array{string, string, int}> */
	public static function lost_answers(): iterable {
		yield 'payment' => [ 'POST', '/individuals/{id}/payments', 1 ];
		yield 'link' => [ 'POST', '/invoices/{id}/payments/{paymentId}', 1 ];
		yield 'e-mail' => [ 'POST', 'v1:Document.sendDocByMail', 1 ];
	}

	public function test_a_tracking_number_makes_the_order_shipped_at_sellsy(): void {
		$this->shop->change_settings(
			[
				'order'   => $this->shop->like_invoice( 'confirmed' ),
				'shipped' => [ 'tracking' ],
			]
		);
		$order = $this->paid_order();
		$this->work( $order );
		self::assertNull( $this->shop->find( $order, Effect::ChangeState, 'order:shipped' ) );

		$order = wc_get_order( $order->get_id() );
		$order->update_meta_data(
			'_wc_shipment_tracking_items',
			[
				[
					'tracking_provider' => 'colissimo',
					'tracking_number'   => '6A123',
				],
			]
		);
		$order->save();
		$this->shop->time_passes_for_edits();
		$this->work( $order );

		self::assertSame( TaskState::Done, $this->shop->find( $order, Effect::ChangeState, 'order:shipped' )?->state );
	}

	public function test_a_parcel_starts_a_delivery_note(): void {
		$this->shop->change_settings(
			[
				'delivery' => $this->shop->like_invoice( 'shipped' ),
				'shipped'  => [ 'fulfilment' ],
			]
		);
		$order = $this->paid_order();
		$this->work( $order );
		self::assertNull( $this->shop->find( $order, Effect::CreateDelivery ) );

		$order = wc_get_order( $order->get_id() );
		$order->update_meta_data( '_fulfillment_status', 'fulfilled' );
		$order->save();
		$this->work( $order );
		self::assertSame( TaskState::Done, $this->shop->find( $order, Effect::CreateDelivery )?->state );
	}

	#[Group( 'real-woocommerce' )]
	public function test_an_edited_order_takes_its_draft_with_it(): void {
		$this->shop->change_settings(
			[ 'invoice' => [ 'finalise' => 'manual' ] + $this->shop->like_invoice( 'confirmed' ) ]
		);
		$order = $this->paid_order();
		$this->work( $order );
		$order = wc_get_order( $order->get_id() );
		foreach ( $order->get_items() as $item ) {
			$item->set_quantity( 2 );
			$item->set_subtotal( (string) round( $item->get_subtotal() / 3 * 2, 2 ) );
			$item->set_total( (string) round( $item->get_total() / 3 * 2, 2 ) );
			$item->save();
		}
		$order->calculate_totals();
		$this->shop->time_passes_for_edits();
		$this->work( $order );

		self::assertSame(
			(float) $order->get_total(),
			(float) $this->shop->only_invoice()['amounts']['total_incl_tax']
		);
		self::assertSame( TaskState::Done, $this->shop->row( $order )->state );
	}

	/** Sellsy changes no order document that is invoiced. */
	#[Group( 'real-woocommerce' )]
	public function test_edited_and_completed_at_once_the_order_document_comes_first(): void {
		$this->shop->change_settings(
			[
				'order'   => [ 'email' => false ] + $this->shop->like_invoice( 'confirmed' ),
				'invoice' => $this->shop->like_invoice( 'status:completed' ),
			]
		);
		$order = $this->paid_order();
		$this->work( $order );
		$order = wc_get_order( $order->get_id() );
		foreach ( $order->get_items() as $item ) {
			$item->set_subtotal( '20' );
			$item->set_total( '20' );
			$item->save();
		}
		$order->calculate_totals();
		$order->update_status( 'completed' );
		$this->work( $order );
		$this->shop->make_all_due();
		$this->work( $order );

		$documents = [ $this->shop->only_invoice(), ...$this->shop->sandbox->state()['orders'] ];
		self::assertSame(
			[ (float) $order->get_total(), (float) $order->get_total() ],
			array_map(
				static fn ( array $document ): float => (float) $document['amounts']['total_incl_tax'],
				$documents
			)
		);
		self::assertSame(
			[ TaskState::Done, TaskState::Done ],
			[ $this->shop->row( $order )->state, $this->shop->find( $order, Effect::CreateOrder )?->state ]
		);
	}

	#[Group( 'real-woocommerce' )]
	public function test_an_edit_before_the_first_pass_is_noticed(): void {
		$order = $this->paid_order();
		$this->shop->work( $order );
		$order = wc_get_order( $order->get_id() );
		foreach ( $order->get_items() as $item ) {
			$item->set_subtotal( '20' );
			$item->set_total( '20' );
			$item->save();
		}
		$order->calculate_totals();
		global $wpdb;
		$wpdb->query(
			"UPDATE {$wpdb->prefix}orderinvoicer_sync SET created_at = DATE_SUB( created_at, INTERVAL 5 MINUTE )"
		);
		$gmt = gmdate( 'Y-m-d H:i:s', time() - 60 );
		$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->prefix}wc_orders SET date_updated_gmt = %s", $gmt ) );
		delete_option( EditsSeen::OPTION );
		$this->work( $order );

		self::assertSame( ProblemCode::DiffersFromOrder, $this->shop->row( $order )->problem?->code );
	}

	private function paid_order(): \WC_Order {
		$order = $this->shop->order();
		$order->set_payment_method( 'cheque' );
		$order->save();
		$order->payment_complete( 'tx-1' );
		return $order;
	}

	private function work( \WC_Order $order ): void {
		do_action( Wakeups::SWEEP );
	}
}
