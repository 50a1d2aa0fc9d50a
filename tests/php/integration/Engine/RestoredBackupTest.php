<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\Group;

/**
 * The whole database is put back to before an invoice was made, paid and sent: Sellsy has it, nothing in the shop
 * knows.
 */
#[Group( 'real-woocommerce' )]
final class RestoredBackupTest extends CommittedTestCase {

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->shop->settle_everything();
	}

	public function test_the_invoice_is_adopted_paid_and_sent_once(): void {
		$order   = $this->order_whose_invoice_the_backup_lacks();
		$invoice = $this->shop->only_invoice();

		$this->pay_again( $order );

		self::assertSame( $invoice['id'], $this->shop->only_invoice()['id'] );
		self::assertSame(
			[ TaskState::Done, $invoice['id'], $invoice['number'] ],
			[
				$this->shop->row( $order )->state,
				$this->shop->row( $order )->remote_id,
				$this->shop->row( $order )->remote_number,
			]
		);
		self::assertStringContainsString(
			"id={$invoice['id']}",
			(string) $this->fresh( $order )->get_meta( 'orderinvoicer.invoice_url' )
		);
		self::assertCount( 1, $this->shop->sandbox->state()['payments'] );
		self::assertSame( TaskState::Done, $this->shop->find( $order, Effect::RecordPayment )?->state );
		self::assertCount( 1, $this->mails() );
		self::assertSame(
			ProblemCode::SendUnknown,
			$this->shop->find( $order, Effect::SendDocument, 'invoice' )?->problem?->code
		);
	}

	public function test_an_order_that_is_worth_something_else_is_left_to_a_person(): void {
		$order   = $this->order_whose_invoice_the_backup_lacks();
		$invoice = $this->shop->only_invoice();
		foreach ( $this->fresh( $order )->get_items() as $item ) {
			$item->set_subtotal( '5' );
			$item->set_total( '5' );
			$item->save();
		}
		$this->fresh( $order )->calculate_totals();

		$this->pay_again( $order );

		self::assertSame( $invoice['id'], $this->shop->only_invoice()['id'] );
		self::assertSame(
			[ TaskState::Attention, 'unrecorded_document' ],
			[ $this->shop->row( $order )->state, $this->shop->row( $order )->problem?->code->value ]
		);
		self::assertSame( $invoice['number'], $this->shop->row( $order )->problem?->fact( 'number' ) );
		self::assertStringContainsString( 'backup', $this->notes( $order ) );
		self::assertCount( 1, $this->shop->sandbox->state()['payments'] );
	}

	private function order_whose_invoice_the_backup_lacks(): \WC_Order {
		$order = $this->shop->order();
		$order->set_payment_method( 'cheque' );
		$order->save();
		do_action( Wakeups::SWEEP );
		$backup = new DatabaseDump();
		$order->payment_complete();
		do_action( Wakeups::SWEEP );
		do_action( Wakeups::SWEEP );
		self::assertTrue( $this->shop->is_finished( $order ) );
		self::assertCount( 1, $this->shop->sandbox->state()['payments'] );
		self::assertCount( 1, $this->mails() );

		$backup->put_back();
		self::assertSame( '', $this->fresh( $order )->get_meta( 'orderinvoicer.invoice_url' ) );
		global $wpdb;
		$wpdb->query(
			"UPDATE {$wpdb->options} SET option_value = option_value - 1200"
				. " WHERE option_name LIKE 'orderinvoicer\\_awake\\_%'"
		);
		return $order;
	}

	private function pay_again( \WC_Order $order ): void {
		$this->fresh( $order )->payment_complete();
		for ( $pass = 0; $pass < 3; $pass++ ) {
			do_action( Wakeups::SWEEP );
		}
		wp_cache_flush();
	}

	private function fresh( \WC_Order $order ): \WC_Order {
		$fresh = wc_get_order( $order->get_id() );
		self::assertInstanceOf( \WC_Order::class, $fresh );
		return $fresh;
	}

	private function notes( \WC_Order $order ): string {
		return implode( ' ', array_column( wc_get_order_notes( [ 'order_id' => $order->get_id() ] ), 'content' ) );
	}

	/** @return list<mixed> */
	private function mails(): array {
		return array_values( $this->shop->sandbox->call( 'GET', '/_sandbox/mails' ) );
	}
}
