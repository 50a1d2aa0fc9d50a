<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use Automattic\WooCommerce\Internal\Admin\EmailPreview\EmailPreview;
use PHPUnit\Framework\Attributes\Group;

/** Links to the documents in WooCommerce's own e-mails, as WordPress gets them. */
#[Group( 'real-woocommerce' )]
final class DocumentsInEmailsTest extends ShopperTestCase {

	private const SECTION = 'Your documents';

	private CustomerMails $mails;

	protected function setUp(): void {
		parent::setUp();
		$this->mails = new CustomerMails();
		$this->tick( [ 'customer_processing_order', 'customer_completed_order', 'customer_refunded_order' ] );
	}

	protected function tearDown(): void {
		$this->mails->end();
		parent::tearDown();
	}

	public function test_a_ticked_email_leads_a_guest_to_the_file(): void {
		$order = $this->invoiced( 0 );
		$asked = $this->asked();
		$order->update_status( 'completed' );

		$mail = $this->mails->text( 'complete|on its way' );
		$link = $this->link( $order, $order->get_order_key() );
		self::assertStringContainsString( self::SECTION, $mail );
		self::assertStringContainsString( "Download: Invoice {$this->shop->row( $order )->remote_number}", $mail );
		self::assertStringContainsString( $link, $mail );
		self::assertStringNotContainsString( 'sellsy', strtolower( $mail ) );
		self::assertSame( $asked, $this->asked(), 'Nothing was asked of Sellsy.' );
		self::assertSame( 200, $this->ask( $link )['status'] );
	}

	public function test_a_customer_logs_in_first_so_their_link_holds_no_key(): void {
		$order = $this->invoiced( $this->customer );
		$order->update_status( 'completed' );
		$mail = $this->mails->text( 'complete|on its way' );
		self::assertStringContainsString( $this->link( $order ), $mail );
		self::assertStringNotContainsString( $order->get_order_key(), $mail );
	}

	public function test_plain_text_has_an_address_that_works(): void {
		WC()->mailer()->get_emails()['WC_Email_Customer_Completed_Order']->email_type = 'plain';
		$order = $this->invoiced( 0 );
		$order->update_status( 'completed' );
		$mail = $this->mails->text( 'complete|on its way' );
		self::assertStringContainsString( $this->link( $order, $order->get_order_key() ), $mail );
		self::assertStringNotContainsString( '<', $mail );
	}

	public function test_one_that_leaves_before_its_invoice_says_where_it_will_be(): void {
		$order = $this->shop->order();
		$order->update_status( 'processing' );
		$mail = $this->mails->text( 'received' );
		self::assertStringContainsString( 'Your invoice will be here as soon as it is made.', $mail );
		self::assertStringContainsString( $order->get_checkout_order_received_url(), $mail );
		self::assertStringNotContainsString( 'Download', $mail );
	}

	public function test_nothing_is_promised_that_will_not_come(): void {
		$this->shop->change_settings(
			[ 'invoice' => [ 'start_date' => '2099-01-01' ] + $this->shop->like_invoice( 'confirmed' ) ]
		);
		$this->shop->order()->update_status( 'processing' );
		self::assertStringNotContainsString( self::SECTION, $this->mails->text( 'received' ) );
	}

	public function test_one_that_was_not_ticked_stays_as_it_is(): void {
		$this->tick( [ 'customer_completed_order' ] );
		$this->shop->order()->update_status( 'processing' );
		self::assertStringNotContainsString( self::SECTION, $this->mails->text( 'received' ) );
	}

	public function test_kinds_that_customers_do_not_get_are_not_named(): void {
		$order = $this->invoiced( 0 );
		$this->give( [] );
		$order->update_status( 'completed' );
		self::assertStringNotContainsString( self::SECTION, $this->mails->text( 'complete|on its way' ) );
	}

	public function test_an_email_about_a_part_that_is_refunded_is_ticked_with_the_other(): void {
		$order = $this->invoiced( 0 );
		wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => '5.00',
			]
		);
		$link = $this->link( $order, $order->get_order_key() );
		self::assertStringContainsString( $link, $this->mails->text( 'refund' ) );
	}

	public function test_code_of_others_that_fails_keeps_no_email_back(): void {
		$order = $this->invoiced( 0 );
		$broken = static fn (): array => throw new \RuntimeException( 'Not ours.' );
		add_filter( 'orderinvoicer_shopper_documents', $broken );
		$order->update_status( 'completed' );
		remove_filter( 'orderinvoicer_shopper_documents', $broken );
		self::assertStringNotContainsString( self::SECTION, $this->mails->text( 'complete|on its way' ) );
	}

	public function test_the_preview_shows_an_example(): void {
		if ( ! class_exists( EmailPreview::class ) ) {
			self::markTestSkipped( 'This WooCommerce has no preview.' );
		}
		$preview = EmailPreview::instance();
		$preview->set_email_type( \WC_Email_Customer_Processing_Order::class );
		self::assertStringContainsString( 'Download: Invoice EXAMPLE-1', $preview->render() );
		$preview->set_email_type( \WC_Email_Customer_Refunded_Order::class );
		self::assertStringContainsString( 'Download: Credit note EXAMPLE-1', $preview->render() );
		$this->tick( [] );
		$preview->set_email_type( \WC_Email_Customer_Processing_Order::class );
		self::assertStringNotContainsString( self::SECTION, $preview->render() );
	}

	/** @param list<string> $emails */
	private function tick( array $emails ): void {
		$this->shop->change_settings( [ 'customer_emails' => [ 'emails' => $emails ] ] );
		wp_set_current_user( 0 );
	}
}
