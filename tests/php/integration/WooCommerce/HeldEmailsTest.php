<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Features\ShopperDocuments\LeftPdfs;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** WooCommerce's own e-mails that wait for their document, as WordPress gets them. */
#[Group( 'real-woocommerce' )]
final class HeldEmailsTest extends ShopperTestCase {

	private const EMAIL = 'customer_processing_order';

	private CustomerMails $mails;

	protected function setUp(): void {
		parent::setUp();
		$this->mails = new CustomerMails();
		$this->shop->change_settings(
			[
				'customer_emails' => [
					'emails'    => [ self::EMAIL, 'customer_completed_order', 'customer_refunded_order' ],
					'documents' => 'wait',
				],
			]
		);
		wp_set_current_user( 0 );
		do_action( Wakeups::SWEEP ); // Passes come.
	}

	protected function tearDown(): void {
		$this->mails->end();
		parent::tearDown();
	}

	/** @return iterable<string, array{string}> */
	public static function storages(): iterable {
		yield 'own tables' => [ 'yes' ];
		yield 'posts' => [ 'no' ];
	}

	#[DataProvider( 'storages' )]
	public function test_it_waits_for_the_invoice_and_leaves_once_with_the_link( string $own_tables ): void {
		$this->store( $own_tables );
		$asked = $this->asked();
		$order = $this->paid();
		self::assertSame( [], $this->mails->all );
		self::assertSame( $asked, $this->asked(), 'Nothing was asked of Sellsy.' );

		$this->pass();
		$this->pass();
		$mail = $this->mails->text( 'received' );
		self::assertStringContainsString( $this->link( $order, $order->get_order_key() ), $mail );
		self::assertStringContainsString( 'Thank you', $mail, 'As WooCommerce writes it.' );
		self::assertSame( TaskState::Done, $this->state( $order ) );
	}

	public function test_the_shops_own_copy_does_not_wait(): void {
		$to     = [];
		$listen = static function ( mixed $answer, array $mail ) use ( &$to ): mixed {
			$to[] = $mail['to'];
			return $answer;
		};
		add_filter( 'pre_wp_mail', $listen, 5, 2 );
		add_filter( 'woocommerce_email_enabled_new_order', '__return_true', 20 );
		$this->paid();
		remove_filter( 'woocommerce_email_enabled_new_order', '__return_true', 20 );
		remove_filter( 'pre_wp_mail', $listen, 5 );
		self::assertNotContains( 'client@example.com', $to );
		self::assertNotSame( [], $to );
	}

	public function test_one_question_of_an_emails_settings_holds_nothing(): void {
		$order = $this->shop->order();
		$email = WC()->mailer()->get_emails()['WC_Email_Customer_Processing_Order'];
		$email->set_object( $order );
		self::assertTrue( (bool) $email->is_enabled() );
		self::assertNull( $this->shop->find( $order, Effect::HeldEmail, self::EMAIL ) );
	}

	public function test_it_leaves_without_when_the_time_is_up(): void {
		$this->shop->sandbox->call(
			'POST',
			'/_sandbox/faults',
			[
				'mode' => '500-before',
				'times' => 500,
			]
		);
		$order = $this->paid();
		$this->pass();
		self::assertSame( [], $this->mails->all );
		$this->minutes_pass( 11 );
		$this->pass();
		self::assertStringContainsString( 'Your invoice will be here', $this->mails->text( 'received' ) );
		self::assertSame( TaskState::Done, $this->state( $order ) );
	}

	public function test_one_whose_order_was_cancelled_meanwhile_is_a_note_instead(): void {
		$order = $this->paid();
		$order->update_status( 'cancelled' );
		$this->pass();
		$this->pass();
		self::assertSame( [], preg_grep( '/received/', $this->mails->subjects() ) );
		self::assertSame( TaskState::Skipped, $this->state( $order ) );
		$notes = implode( ' ', array_column( wc_get_order_notes( [ 'order_id' => $order->get_id() ] ), 'content' ) );
		self::assertStringContainsString( 'the order has changed since: Processing order', $notes );
	}

	public function test_one_about_a_refund_that_was_deleted_is_a_note_instead(): void {
		$this->shop->change_settings(
			[ 'creditnote' => [ 'finalise' => 'at_once' ] + $this->shop->like_invoice( 'confirmed' ) ]
		);
		wp_set_current_user( 0 );
		$order = $this->paid();
		$this->pass();
		$this->pass();
		$this->mails->all = [];
		$refund           = wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => '5.00',
			]
		);
		$id               = $refund->get_id();
		self::assertNotNull(
			$this->shop->find( $order, Effect::HeldEmail, 'customer_partially_refunded_order', refund_id: $id )
		);
		$refund->delete( true );
		$this->pass();
		$this->pass();
		self::assertSame( [], $this->mails->all );
	}

	public function test_one_that_is_asked_about_twice_is_kept_back_twice(): void {
		$ask = static function ( mixed $order_id, mixed $order ): void {
			$email = WC()->mailer()->get_emails()['WC_Email_Customer_Processing_Order'];
			$email->set_object( $order );
			$email->is_enabled();
		};
		add_action( 'woocommerce_order_status_pending_to_processing_notification', $ask, 1, 2 );
		$order = $this->paid();
		remove_action( 'woocommerce_order_status_pending_to_processing_notification', $ask, 1 );
		self::assertSame( [], $this->mails->all );
		self::assertNotNull( $this->shop->find( $order, Effect::HeldEmail, self::EMAIL ) );
		$this->pass();
		$this->pass();
		self::assertCount( 1, $this->mails->all );
	}

	public function test_one_whose_invoice_comes_later_does_not_wait(): void {
		$this->shop->change_settings( [ 'invoice' => [ 'trigger' => 'completed' ] ] );
		wp_set_current_user( 0 );
		$order = $this->paid();
		self::assertCount( 1, $this->mails->all );
		self::assertNull( $this->shop->find( $order, Effect::HeldEmail, self::EMAIL ) );
	}

	public function test_where_no_pass_comes_nothing_is_held(): void {
		update_option( 'orderinvoicer_last_sweep_at', time() - HOUR_IN_SECONDS, false );
		$order = $this->paid();
		self::assertCount( 1, $this->mails->all );
		self::assertNull( $this->shop->find( $order, Effect::HeldEmail, self::EMAIL ) );
	}

	/** The first customers of a new shop: the first pass comes five minutes after the set-up. */
	public function test_a_shop_that_was_connected_a_moment_ago_holds_before_its_first_pass(): void {
		$site = ( new Adapters( $GLOBALS['wpdb'] ) )->site();
		delete_option( 'orderinvoicer_last_sweep_at' );
		foreach ( [
			'-20 minutes' => false,
			'-1 minute' => true,
		] as $connected => $holds ) {
			$site->remember( $site->address(), $site->known_account(), new \DateTimeImmutable( $connected ) );
			$row = $this->shop->find( $this->paid(), Effect::HeldEmail, self::EMAIL );
			self::assertSame( $holds, $row !== null, $connected );
		}
	}

	public function test_all_leave_when_the_plugin_is_switched_off(): void {
		$order = $this->paid();
		do_action( 'deactivate_' . plugin_basename( ORDERINVOICER_FILE ), false );
		self::assertCount( 1, $this->mails->all );
		self::assertSame( TaskState::Done, $this->state( $order ) );
	}

	public function test_one_about_a_refund_waits_for_its_credit_note(): void {
		$this->shop->change_settings(
			[ 'creditnote' => [ 'finalise' => 'at_once' ] + $this->shop->like_invoice( 'confirmed' ) ]
		);
		wp_set_current_user( 0 );
		$order = $this->paid();
		$this->pass();
		$refund = wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => '5.00',
			]
		);
		self::assertCount( 1, $this->mails->all );
		$this->pass();
		$this->pass();
		$note = $this->shop->find( $order, Effect::CreateCreditNote, refund_id: $refund->get_id() );
		$mail = $this->mails->text( 'partially refunded' );
		self::assertStringContainsString( "Download: Credit note {$note?->remote_number}", $mail );
		self::assertNotSame( '', $note?->remote_number );
	}

	public function test_bank_details_of_the_gateway_are_in_it(): void {
		$this->shop->change_settings( [ 'customer_emails' => [ 'emails' => [ 'customer_on_hold_order' ] ] ] );
		wp_set_current_user( 0 );
		$gateway               = WC()->payment_gateways()->payment_gateways()['bacs'];
		$gateway->instructions = 'Pay to our bank.';
		$order                 = $this->shop->order();
		$order->set_payment_method( 'bacs' );
		$order->update_status( 'on-hold' );
		self::assertSame( [], $this->mails->all );
		$this->pass();
		$this->pass();
		self::assertStringContainsString( 'Pay to our bank.', reset( $this->mails->all )['message'] ?? '' );
	}

	public function test_what_wordpress_does_not_accept_is_tried_again_and_then_a_persons(): void {
		$this->mails->is_accepted = false;
		$order                    = $this->paid();
		for ( $pass = 0; $pass < 7; $pass++ ) {
			$this->pass();
		}
		$row = $this->shop->find( $order, Effect::HeldEmail, self::EMAIL );
		self::assertSame( [ TaskState::Attention, ProblemCode::MailRefused ], [ $row?->state, $row?->problem?->code ] );
		self::assertCount( 4, $this->mails->all );
	}

	public function test_other_code_that_breaks_off_leaves_a_question_and_the_next_email_as_it_is(): void {
		$this->mails->meanwhile = static fn () => throw new \RuntimeException( 'Not ours.' );
		$order                  = $this->paid();
		for ( $pass = 0; $pass < 4; $pass++ ) {
			$this->pass();
		}
		$row = $this->shop->find( $order, Effect::HeldEmail, self::EMAIL );
		self::assertSame( [ TaskState::Attention, ProblemCode::SendUnknown ], [ $row?->state, $row?->problem?->code ] );
		self::assertCount( 1, $this->mails->all );
		$email = WC()->mailer()->get_emails()['WC_Email_Customer_Processing_Order'];
		self::assertFalse( has_filter( 'wp_mail_from', [ $email, 'get_from_address' ] ) );
		self::assertSame( 'wp_mail', apply_filters( 'woocommerce_mail_callback', 'wp_mail', $email ) );
	}

	public function test_its_row_is_there_before_it_is_handed_over(): void {
		$order = $this->shop->order();
		$sent  = null;
		$this->mails->meanwhile = function () use ( $order, &$sent ): void {
			$sent = $this->shop->find( $order, Effect::HeldEmail, self::EMAIL )?->sent_at;
		};
		$order->update_status( 'processing' );
		$this->pass();
		$this->pass();
		self::assertNotNull( $sent );
	}

	public function test_the_pdf_goes_with_it_and_stays_nowhere(): void {
		$this->attach();
		$files                  = [];
		$this->mails->meanwhile = static function ( array $mail ) use ( &$files ): void {
			foreach ( $mail['attachments'] as $path ) {
				$files[ (string) $path ] = (string) file_get_contents( $path );
			}
		};
		$order = $this->paid();
		$this->pass();
		$this->pass();
		self::assertCount( 1, $this->mails->all );
		self::assertCount( 1, $files );
		$path = (string) array_key_first( $files );
		self::assertSame( $this->shop->row( $order )->remote_number . '.pdf', basename( $path ) );
		self::assertStringStartsWith( '%PDF', $files[ $path ] );
		self::assertStringStartsNotWith( ABSPATH, $path );
		self::assertFileDoesNotExist( $path );
		self::assertDirectoryDoesNotExist( dirname( $path ) );
		self::assertSame( [], apply_filters( 'woocommerce_email_attachments', [], self::EMAIL, $order, null ) );
	}

	/** Other code of the site keeps files, or they are another user's of the server. */
	public function test_a_pdf_that_cannot_be_deleted_is_logged_without_its_name_and_goes_with_the_next_night(): void {
		$this->attach();
		$path                   = '';
		$this->mails->meanwhile = static function ( array $mail ) use ( &$path ): void {
			$path = (string) $mail['attachments'][0];
		};
		$lines = [];
		$line  = static function ( mixed $message, string $level, array $context ) use ( &$lines ): mixed {
			if ( $level === 'error' ) {
				$lines[ $message ] = $message . ' ' . wp_json_encode( $context ); // Each handler of the log is told.
			}
			return $message;
		};
		add_filter( 'woocommerce_logger_log_message', $line, 10, 3 );
		add_filter( 'wp_delete_file', '__return_empty_string' );
		$order = $this->paid();
		$this->pass();
		$this->pass();
		self::assertCount( 1, $this->mails->all );
		self::assertFileExists( $path );
		self::assertCount( 1, $lines );
		$said = (string) reset( $lines );
		self::assertStringContainsString( 'could not be deleted', $said );
		self::assertStringNotContainsString( basename( $path ), $said );
		self::assertStringNotContainsString( basename( dirname( $path ) ), $said );

		touch( dirname( $path ), time() - DAY_IN_SECONDS - 1 );
		do_action( LeftPdfs::HOOK );
		self::assertFileExists( $path );
		self::assertCount( 2, $lines );
		remove_filter( 'wp_delete_file', '__return_empty_string' );
		touch( dirname( $path ), time() - DAY_IN_SECONDS - 1 );
		do_action( LeftPdfs::HOOK );
		self::assertDirectoryDoesNotExist( dirname( $path ) );
		remove_filter( 'woocommerce_logger_log_message', $line );
		self::assertCount( 2, $lines );
		self::assertSame( TaskState::Done, $this->state( $order ) );
	}

	public function test_without_a_pdf_it_leaves_with_the_link_when_the_time_is_up(): void {
		$this->attach();
		$this->shop->sandbox->fault(
			[
				'path'  => '/pdf*',
				'mode'  => '500-before',
				'times' => 500,
			]
		);
		$order = $this->paid();
		$this->pass();
		$this->pass();
		self::assertSame( [], $this->mails->all );
		$this->minutes_pass( 11 );
		$this->pass();
		$this->pass();
		$mail = $this->mails->text( 'received' );
		self::assertStringContainsString( $this->link( $order, $order->get_order_key() ), $mail );
		self::assertSame( [], $this->mails->all[0]['attachments'] );
	}

	public function test_documents_that_other_code_hides_from_customers_are_not_attached(): void {
		$this->attach();
		add_filter( 'orderinvoicer_shopper_documents', '__return_empty_array' );
		$this->paid();
		$this->pass();
		$this->pass();
		remove_filter( 'orderinvoicer_shopper_documents', '__return_empty_array' );
		self::assertSame( [ [] ], array_column( $this->mails->all, 'attachments' ) );
	}

	private function attach(): void {
		$this->shop->change_settings( [ 'customer_emails' => [ 'documents' => 'attach' ] ] );
		wp_set_current_user( 0 );
	}

	private function paid(): \WC_Order {
		$order = $this->shop->order();
		$order->update_status( 'processing' );
		return $order;
	}

	private function pass(): void {
		$this->shop->make_all_due();
		wp_cache_flush();
		do_action( Wakeups::SWEEP );
	}

	private function state( \WC_Order $order ): ?TaskState {
		return $this->shop->find( $order, Effect::HeldEmail, self::EMAIL )?->state;
	}

	private function minutes_pass( int $minutes ): void {
		global $wpdb;
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE {$wpdb->prefix}orderinvoicer_sync SET created_at = DATE_SUB( created_at, INTERVAL %d MINUTE )",
				$minutes
			)
		);
	}
}
