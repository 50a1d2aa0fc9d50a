<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Features\ShopperDocuments\DownloadLink;
use OrderInvoicer\WordPress\Queue\ActionSchedulerQueue;
use PHPUnit\Framework\Attributes\Group;

/** A buyer who pays by transfer has the proforma, for as long as there is something to pay by it. */
#[Group( 'real-woocommerce' )]
final class ShopperProformaTest extends ShopperTestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->shop->change_settings(
			[
				'invoice'  => $this->shop->like_invoice( 'paid' ),
				'proforma' => $this->shop->like_invoice( 'status:on-hold' ),
			]
		);
		wp_set_current_user( 0 );
	}

	public function test_it_is_on_its_way_then_here_and_gone_once_the_order_is_paid(): void {
		$order    = $this->waiting( 0 );
		$received = $order->get_checkout_order_received_url();
		$page     = $this->ask( $received )['body'];
		self::assertStringContainsString( 'Your proforma, by which you can pay, will be here in a moment.', $page );
		self::assertSame( 1, preg_match( '/data-orderinvoicer-renew="([^"]+)"/', $page, $match ) );
		$renew = home_url( html_entity_decode( $match[1] ) );
		self::assertSame( 'near', $this->renewed( $renew )['state'] );

		$row  = $this->made( $order );
		$here = $this->renewed( $renew );
		self::assertSame( [ 'here', 'Your proforma is here: you can pay by it.' ], [ $here['state'], $here['says'] ] );
		$link = DownloadLink::url( $order->get_id(), $row->id, $order->get_order_key() );
		self::assertStringContainsString( $link, html_entity_decode( $here['html'] ) );
		self::assertStringContainsString( 'To be paid, not an invoice', $here['html'] );
		$later = $this->ask( $received )['body'];
		self::assertStringContainsString( 'Your invoice will be here as soon as your order is paid.', $later );
		self::assertStringNotContainsString( 'data-orderinvoicer-renew', $later );

		$file = $this->ask( $link );
		self::assertSame( 200, $file['status'] );
		self::assertStringStartsWith( '%PDF', $file['body'] );
		self::assertStringContainsString(
			"$row->remote_number.pdf",
			$file['headers']['content-disposition'] ?? ''
		);

		$order->update_status( 'processing' );
		self::assertStringNotContainsString( $row->remote_number, $this->ask( $received )['body'] );
		self::assertSame( 404, $this->ask( $link )['status'] );
		$this->shop->work( $order );
		$paid = $this->ask( $received )['body'];
		self::assertStringContainsString( $this->shop->row( $order )->remote_number, $paid );
		self::assertStringNotContainsString( $row->remote_number, $paid );
	}

	public function test_the_customers_list_and_the_e_mail_call_it_what_it_is(): void {
		$this->shop->change_settings( [ 'customer_emails' => [ 'emails' => [ 'customer_on_hold_order' ] ] ] );
		wp_set_current_user( 0 );
		$order = $this->waiting( $this->customer );
		$row   = $this->made( $order );
		$named = "Download: Proforma $row->remote_number (not an invoice)";
		$list  = wc_get_endpoint_url( 'orders', '', wc_get_page_permalink( 'myaccount' ) );
		foreach ( [ $list, $order->get_view_order_url() ] as $url ) {
			self::assertStringContainsString( $named, $this->ask( $url, $this->customer )['body'] );
		}
		ob_start();
		$mail = WC()->mailer()->get_emails()['WC_Email_Customer_On_Hold_Order'];
		do_action( 'woocommerce_email_order_meta', $order, false, false, $mail );
		self::assertStringContainsString( $named, (string) ob_get_clean() );
	}

	public function test_what_guards_an_invoice_guards_it(): void {
		$order = $this->waiting( $this->customer );
		$row   = $this->made( $order );
		$link  = DownloadLink::url( $order->get_id(), $row->id );
		$asked = $this->asked();
		self::assertNotSame( 200, $this->ask( $link, $this->other )['status'] );
		self::assertNotSame( 200, $this->ask( $link )['status'] );
		self::assertSame( $asked, $this->asked(), 'Nothing was asked of Sellsy.' );
		foreach ( [ 200, 200, 200, 200, 200, 429 ] as $status ) {
			self::assertSame( $status, $this->ask( $link, $this->customer )['status'] );
		}
		$this->give( [ 'creditnote' ] );
		self::assertSame( 404, $this->ask( $link, $this->customer )['status'], 'As the invoice.' );
		$this->give( [ 'invoice' ] );
		foreach ( [ 'cancelled', 'failed' ] as $over ) {
			$order->update_status( $over );
			self::assertSame( 404, $this->ask( $link, $this->customer )['status'], $over );
		}
	}

	public function test_one_that_was_cancelled_or_deleted_at_sellsy_is_not_handed_out(): void {
		foreach ( [ 'cancel', 'delete' ] as $act ) {
			$order = $this->waiting( $this->customer );
			$row   = $this->made( $order );
			$this->shop->sandbox->call( 'POST', "/_sandbox/proformas/$row->remote_id/$act" );
			$link = DownloadLink::url( $order->get_id(), $row->id );
			self::assertSame( 404, $this->ask( $link, $this->customer )['status'], $act );
		}
	}

	private function waiting( int $customer ): \WC_Order {
		$order = $this->shop->order();
		$order->set_customer_id( $customer );
		$order->set_payment_method( 'bacs' );
		$order->update_status( 'on-hold' );
		return $order;
	}

	private function made( \WC_Order $order ): Task {
		do_action( ActionSchedulerQueue::HOOK, $this->shop->find( $order, Effect::CreateProforma )?->id );
		$row = $this->shop->find( $order, Effect::CreateProforma );
		self::assertNotNull( $row );
		self::assertNotSame( '', $row->remote_number );
		return $row;
	}

	/** @return array{state: string, says: string, html: string} */
	private function renewed( string $url ): array {
		return json_decode( $this->ask( $url )['body'], true, 512, JSON_THROW_ON_ERROR );
	}
}
