<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\Group;

/**
 * People work in Sellsy while a draft stands: what becomes final names the order's buyer, and a credit note its
 * invoice's.
 */
#[Group( 'real-woocommerce' )]
final class BuyerOnDocumentsTest extends IntegrationTestCase {

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->shop->change_settings(
			[
				'invoice'    => [ 'finalise' => 'manual' ] + $this->shop->like_invoice( 'confirmed' ),
				'creditnote' => [ 'finalise' => 'at_once' ] + $this->shop->like_invoice( 'confirmed' ),
			]
		);
	}

	public function test_a_draft_is_made_final_with_one_look_at_it(): void {
		$order = $this->drafted();
		$this->shop->sandbox->call( 'DELETE', '/_sandbox/calls' );
		$this->finalise( $order );

		$calls = array_column( $this->shop->sandbox->state()['calls'], 'operation' );
		// Its passes also look at what people did in Sellsy.
		$own = array_diff( $calls, [ 'POST /payments/search', 'POST /invoices/search' ] );
		self::assertSame( [ 'GET /invoices/{id}', 'POST /invoices/{id}/validate' ], array_values( $own ) );
	}

	public function test_a_draft_of_a_customer_renamed_or_archived_and_of_a_changed_address_is_corrected(): void {
		$order      = $this->drafted();
		$individual = $this->shop->sandbox->state()['individuals'][0]['id'];
		$address    = $this->shop->sandbox->state()['addresses'][0]['id'];
		$this->edit( "individuals/$individual", [ 'is_archived' => true ] );
		$this->edit( "addresses/$address", [ 'address_line_1' => '9 rue du Port' ] );
		$this->finalise( $order );

		$invoice = $this->shop->only_invoice();
		self::assertNotSame( '', $invoice['number'] );
		$customers = array_column( $this->shop->sandbox->state()['individuals'], 'is_archived', 'id' );
		self::assertFalse( $customers[ $invoice['related'][0]['id'] ] );
		$addresses = array_column( $this->shop->sandbox->state()['addresses'], null, 'id' );
		self::assertSame(
			[ '1 rue de la Paix', $invoice['related'][0]['id'] ],
			[
				$addresses[ $invoice['invoicing_address_id'] ]['address_line_1'],
				$addresses[ $invoice['invoicing_address_id'] ]['third_id'],
			]
		);

		self::assertSame( TaskState::Done, $this->shop->row( $order )->state );
	}

	public function test_a_credit_note_names_whom_its_invoice_names_archived_or_not(): void {
		$order = $this->drafted( 'Acme SARL' );
		$this->finalise( $order );
		$invoice = $this->shop->only_invoice();
		$this->edit(
			"companies/{$invoice['related'][0]['id']}",
			[
				'is_archived' => true,
				'name' => 'Tout autre chose',
			]
		);
		$order->set_billing_company( 'Beta SAS' );
		$order->save();
		$refund = wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => '5.00',
			]
		);
		self::assertInstanceOf( \WC_Order_Refund::class, $refund );
		$this->passes();

		$notes = $this->shop->sandbox->state()['credit_notes'];
		self::assertCount( 1, $notes );
		self::assertNotSame( '', $notes[0]['number'] );
		foreach ( [ 'related', 'contact_id', 'invoicing_address_id' ] as $field ) {
			self::assertSame( $invoice[ $field ], $notes[0][ $field ], $field );
		}
		self::assertCount( 2, $invoice['related'], 'A company and its contact.' );
		self::assertSame(
			TaskState::Done,
			$this->shop->find( $order, Effect::CreateCreditNote, '', $refund->get_id() )?->state
		);
	}

	public function test_a_credit_note_does_without_a_contact_and_an_address_that_are_gone(): void {
		$order = $this->drafted( 'Acme SARL' );
		$this->finalise( $order );
		foreach ( [ 'contacts', 'addresses' ] as $records ) {
			$this->shop->sandbox->call(
				'DELETE',
				"/_sandbox/records/$records/{$this->shop->sandbox->state()[ $records ][0]['id']}"
			);
		}
		wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => '5.00',
			]
		);
		$this->passes();

		$notes = $this->shop->sandbox->state()['credit_notes'];
		self::assertCount( 1, $notes );
		self::assertSame( [ $this->shop->only_invoice()['related'][0] ], $notes[0]['related'] );
		self::assertNotSame( '', $notes[0]['number'] );
	}

	/** A draft invoice of a paid order. */
	private function drafted( string $company = '' ): \WC_Order {
		$order = $this->shop->order();
		$order->set_billing_company( $company );
		$order->save();
		$order->payment_complete( 'tx-1' );
		$this->shop->work( $order );
		self::assertSame( 'draft', $this->shop->only_invoice()['status'] );
		return $order;
	}

	private function finalise( \WC_Order $order ): void {
		$this->shop->sandbox->call( 'DELETE', '/_sandbox/calls' );
		wp_set_current_user( 1 );
		$row = $this->shop->row( $order )->id;
		rest_do_request( new \WP_REST_Request( 'POST', "/orderinvoicer/v1/tasks/$row/finalise" ) );
		$this->passes();
	}

	private function passes(): void {
		for ( $pass = 0; $pass < 3; $pass++ ) {
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}
	}

	/** @param array<string, mixed> $changes */
	private function edit( string $record, array $changes ): void {
		self::assertSame( [ 'ok' => true ], $this->shop->sandbox->call( 'POST', "/_sandbox/$record/edit", $changes ) );
	}
}
