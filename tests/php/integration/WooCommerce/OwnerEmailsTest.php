<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use Automattic\WooCommerce\Internal\Admin\EmailPreview\EmailPreview;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Features\OwnerMail\DigestEmail;
use OrderInvoicer\Features\OwnerMail\OwnerEmail;
use OrderInvoicer\Features\OwnerMail\OwnerEmails;
use OrderInvoicer\Features\OwnerMail\Rules\ToldStore;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\Tests\Integration\ShopMails;
use OrderInvoicer\Tests\Integration\SideBySide;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\WordPress\Options\OptionSettings;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\Group;
use PHPUnit\Framework\Attributes\TestWith;

/** What the owner gets, built by WooCommerce itself and caught where WordPress would send it. */
#[Group( 'real-woocommerce' )]
final class OwnerEmailsTest extends CommittedTestCase {

	/** @var list<array{to: string, subject: string, message: string, headers: string}> */
	private array $mails = [];

	private bool $leaves = true;

	private string $reader = '';

	private Adapters $adapters;

	protected function setUp(): void {
		parent::setUp();
		$this->adapters = new Adapters( $GLOBALS['wpdb'] );
		update_option( OptionSettings::OPTION, [ 'invoice' => [ 'enabled' => true ] ] );
		$this->switch( 'yes' );
		add_filter( 'pre_wp_mail', [ $this, 'caught' ], PHP_INT_MAX, 2 );
	}

	protected function tearDown(): void {
		remove_filter( 'pre_wp_mail', [ $this, 'caught' ], PHP_INT_MAX );
		remove_filter( 'determine_locale', [ $this, 'of_reader' ], 1 );
		unset( $GLOBALS['locale'] );
		unload_textdomain( 'orderinvoicer', true );
		parent::tearDown();
	}

	/** @param array{to: string, subject: string, message: string, headers: string} $mail */
	public function caught( ?bool $sent, array $mail ): bool {
		if ( $this->leaves ) {
			$this->mails[] = $mail;
		}
		return $this->leaves;
	}

	public function test_woocommerce_lists_both_and_previews_them(): void {
		$emails = WC()->mailer()->get_emails();
		self::assertInstanceOf( OwnerEmail::class, $emails['orderinvoicer_standstill'] ?? null );
		self::assertInstanceOf( DigestEmail::class, $emails['orderinvoicer_digest'] ?? null );

		$preview = EmailPreview::instance();
		$preview->set_email_type( DigestEmail::class );
		self::assertStringContainsString( 'A payment method is not assigned (3 orders)', $preview->render() );
		self::assertStringContainsString( '4 orders need you', $preview->get_subject() );
		$preview->set_email_type( OwnerEmail::class );
		self::assertStringContainsString( 'Sellsy does not accept the access of this shop.', $preview->render() );
	}

	/** It has the name of the shop. */
	public function test_the_first_email_of_a_copy_says_that_it_is_of_a_copy(): void {
		$facts = [
			'known'   => 'the-shop.example.com',
			'current' => 'copy.example.com',
		];
		$this->adapters->pauses()->begin(
			new Pause( new Problem( ProblemCode::CopiedSite, $facts ), new \DateTimeImmutable(), null )
		);
		do_action( Wakeups::SWEEP );
		do_action( Wakeups::SWEEP );
		self::assertCount( 1, $this->mails );
		self::assertStringContainsString( 'a copy of your shop', $this->mails[0]['subject'] );
		self::assertStringContainsString( home_url(), $this->read( $this->mails[0]['message'] ) );
	}

	/** The site's language counts, not that of whoever's request the pass runs in. */
	#[TestWith( [ 'en_US', 'html' ] )]
	#[TestWith( [ 'en_US', 'plain' ] )]
	#[TestWith( [ 'fr_FR', 'html' ] )]
	#[TestWith( [ 'fr_FR', 'plain' ] )]
	public function test_both_are_built_in_the_sites_language( string $language, string $type ): void {
		$this->site_speaks( $language );
		$this->sends( $type );
		$order = $this->stopped_order( new Problem( ProblemCode::TaxUnmapped, $this->tax() ) );
		$this->lose_access();
		$this->due_digest();
		do_action( Wakeups::SWEEP );

		self::assertCount( 2, $this->mails );
		[ $stop, $digest ] = $this->mails;
		$french            = $language === 'fr_FR';
		self::assertStringContainsString(
			$this->translated( 'everything stands still', $french ),
			$stop['subject']
		);
		self::assertStringContainsString(
			$this->translated( 'Sellsy does not accept the access of this shop.', $french ),
			$this->read( $stop['message'] )
		);
		self::assertStringContainsString(
			'admin.php?page=orderinvoicer#/connection',
			html_entity_decode( $stop['message'] )
		);
		self::assertStringContainsString(
			$this->translated( 'A tax rate has no Sellsy tax', $french ),
			$this->read( $digest['message'] )
		);
		self::assertStringContainsString( (string) $order->get_order_number(), $digest['message'] );
		self::assertStringContainsString( '#/taxes', $digest['message'] );
		self::assertStringContainsString( $type === 'html' ? 'text/html' : 'text/plain', $digest['headers'] );
		self::assertSame( $type === 'html', str_contains( $digest['message'], '<a class="link"' ) );
		self::assertStringNotContainsString( '{', $stop['subject'] . $digest['subject'] );
	}

	public function test_an_order_is_named_by_its_number_alone(): void {
		$order = $this->stopped_order(
			new Problem(
				ProblemCode::Rejected,
				[
					'message' => 'email "secret@example.com" of Jeanne Martin is taken',
					'status'  => 400,
				]
			)
		);
		$this->due_digest();
		do_action( Wakeups::SWEEP );

		$all = (string) wp_json_encode( $this->mails );
		self::assertCount( 1, $this->mails );
		self::assertStringContainsString( "Order {$order->get_order_number()}:", $all );
		self::assertStringContainsString( 'Open order', $all );
		foreach ( [ 'secret@example.com', 'Martin', 'martin@', 'rue Cachée' ] as $personal ) {
			self::assertStringNotContainsString( $personal, $all );
		}
	}

	public function test_they_go_to_the_admin_unless_somebody_else_is_chosen(): void {
		$this->lose_access();
		do_action( Wakeups::SWEEP );
		self::assertSame( get_option( 'admin_email' ), $this->mails[0]['to'] );

		$this->sends( 'html', 'books@example.com, owner@example.com' );
		$this->adapters->pauses()->end( ProblemCode::Unauthorized );
		delete_option( ToldStore::OPTION );
		$this->lose_access();
		do_action( Wakeups::SWEEP );
		self::assertSame( 'books@example.com, owner@example.com', $this->mails[1]['to'] );
	}

	public function test_each_is_told_once_over_many_passes(): void {
		$this->stopped_order( new Problem( ProblemCode::TaxUnmapped, $this->tax() ) );
		$this->lose_access();
		$this->due_digest();
		for ( $pass = 0; $pass < 5; $pass++ ) {
			do_action( Wakeups::SWEEP );
		}
		self::assertCount( 2, $this->mails );
	}

	public function test_what_did_not_leave_is_tried_again_by_the_next_pass(): void {
		$this->lose_access();
		$this->leaves = false;
		do_action( Wakeups::SWEEP );
		$this->leaves = true;
		do_action( Wakeups::SWEEP );
		do_action( Wakeups::SWEEP );
		self::assertCount( 1, $this->mails );
	}

	/**
	 * The mail server refuses one recipient, and PHPMailer says so after it gave the message for the others.
	 *
	 * Tried first: PHPMailer waits for no answer in a process that has a thousand connections.
	 */
	#[Group( 'mail-server' )]
	public function test_one_that_some_recipients_have_is_not_sent_again(): void {
		$server = new RefusingMailServer();
		$many   = static fn (): string => 'one@example.test, gone@example.test';
		add_filter( 'woocommerce_email_recipient_orderinvoicer_standstill', $many );
		$this->lose_access();
		for ( $pass = 0; $pass < 3; $pass++ ) {
			do_action( Wakeups::SWEEP );
		}
		remove_filter( 'woocommerce_email_recipient_orderinvoicer_standstill', $many );
		$taken = $server->close();
		self::assertCount( 1, $taken );
		self::assertStringStartsWith( 'one@example.test: ', $taken[0] );
	}

	/** Tried first: PHPMailer waits for no answer in a process that has a thousand connections. */
	#[Group( 'mail-server' )]
	public function test_one_that_nobody_takes_is_tried_again(): void {
		$server = new RefusingMailServer();
		$gone   = static fn (): string => 'gone@example.test';
		add_filter( 'woocommerce_email_recipient_orderinvoicer_standstill', $gone );
		$this->lose_access();
		do_action( Wakeups::SWEEP );
		remove_filter( 'woocommerce_email_recipient_orderinvoicer_standstill', $gone );
		do_action( Wakeups::SWEEP );
		$taken = $server->close();
		self::assertCount( 1, $taken );
		self::assertStringStartsWith( get_option( 'admin_email' ) . ': ', $taken[0] );
	}

	/** It may have left, so it is not sent again; the log says what happened. */
	public function test_what_other_code_throws_meanwhile_is_logged(): void {
		$tries = 0;
		$lines = [];
		$throw = static function () use ( &$tries ): never {
			++$tries;
			throw new \RuntimeException( 'martin@example.com' );
		};
		$line  = static function ( mixed $message ) use ( &$lines ): mixed {
			$lines[] = is_string( $message ) ? $message : '';
			return $message;
		};
		add_filter( 'pre_wp_mail', $throw, 1 );
		add_filter( 'woocommerce_logger_log_message', $line );
		$this->lose_access();
		do_action( Wakeups::SWEEP );
		do_action( Wakeups::SWEEP );
		remove_filter( 'pre_wp_mail', $throw, 1 );
		remove_filter( 'woocommerce_logger_log_message', $line );
		$said = array_values(
			array_filter(
				array_unique( $lines ), // Each handler of the log is told.
				static fn ( string $one ): bool => str_contains( $one, 'threw' )
			)
		);
		self::assertSame( 1, $tries );
		self::assertCount( 1, $said );
		self::assertStringContainsString( "the owner's e-mail", $said[0] );
		self::assertStringNotContainsString( 'martin', $said[0] );
	}

	public function test_one_without_a_recipient_counts_as_told(): void {
		$nobody = static fn (): string => '';
		add_filter( 'woocommerce_email_recipient_orderinvoicer_standstill', $nobody );
		$this->lose_access();
		do_action( Wakeups::SWEEP );
		remove_filter( 'woocommerce_email_recipient_orderinvoicer_standstill', $nobody );
		do_action( Wakeups::SWEEP );
		self::assertSame( [], $this->mails );
	}

	public function test_switched_off_nothing_is_sent(): void {
		$this->switch( 'no' );
		$this->stopped_order( new Problem( ProblemCode::TaxUnmapped, $this->tax() ) );
		$this->lose_access();
		$this->due_digest();
		do_action( Wakeups::SWEEP );
		self::assertSame( [], $this->mails );
	}

	public function test_a_site_that_was_updated_has_them_off_and_a_new_one_on(): void {
		foreach ( OwnerEmails::ALL as $id ) {
			delete_option( "woocommerce_{$id}_settings" );
		}
		do_action( 'activate_orderinvoicer/orderinvoicer.php', false );
		self::assertFalse( OwnerEmails::is_on( OwnerEmails::DIGEST ), 'It had settings already.' );

		delete_option( OptionSettings::OPTION );
		do_action( 'activate_orderinvoicer/orderinvoicer.php', false );
		self::assertTrue( OwnerEmails::is_on( OwnerEmails::DIGEST ) );
		self::assertTrue( OwnerEmails::is_on( OwnerEmails::STANDSTILL ) );
	}

	/** Six processes that pass at the same moment, with a mail server that takes its time. */
	public function test_many_runners_send_it_once(): void {
		$this->stopped_order( new Problem( ProblemCode::TaxUnmapped, $this->tax() ) );
		$this->lose_access();
		$this->due_digest();
		$sent = [];
		foreach ( SideBySide::run( 3, [ __DIR__ . '/tell-owner.php' ] ) as $json ) {
			array_push( $sent, ...(array) json_decode( $json, true ) );
		}
		sort( $sent );
		self::assertCount( 2, $sent, implode( "\n", $sent ) );
		self::assertStringContainsString( '1 order needs you', $sent[0] );
		self::assertStringContainsString( 'everything stands still', $sent[1] );
	}

	/** The screen's button. */
	public function test_a_test_goes_to_who_asks_alone_whether_it_is_on_or_not(): void {
		$this->switch( 'no' );
		$mailer = $this->adapters->owner_mails();
		self::assertTrue( $mailer->test( OwnerEmails::DIGEST, 'me@example.com' ) );
		self::assertSame( 'me@example.com', $this->mails[0]['to'] );
		self::assertStringContainsString( 'This is a test: nothing has happened.', $this->mails[0]['message'] );

		$this->leaves = false;
		self::assertFalse( $mailer->test( OwnerEmails::STANDSTILL, 'me@example.com' ) );
	}

	public function test_a_theme_has_templates_of_its_own(): void {
		$folder = get_stylesheet_directory() . '/woocommerce/emails/plain';
		wp_mkdir_p( $folder );
		file_put_contents( "$folder/orderinvoicer-owner.php", '<?php echo "of the theme: " . $message->intro;' );
		try {
			$this->sends( 'plain' );
			$this->lose_access();
			do_action( Wakeups::SWEEP );
			self::assertStringStartsWith( 'of the theme: No documents', $this->mails[0]['message'] );
		} finally {
			unlink( "$folder/orderinvoicer-owner.php" );
			rmdir( $folder );
			rmdir( dirname( $folder ) );
			rmdir( dirname( $folder, 2 ) );
			wp_cache_flush();
		}
	}

	private function switch( string $enabled ): void {
		foreach ( OwnerEmails::ALL as $id ) {
			update_option( "woocommerce_{$id}_settings", [ 'enabled' => $enabled ] );
		}
		ShopMails::are_read();
	}

	private function sends( string $type, string $to = '' ): void {
		foreach ( OwnerEmails::ALL as $id ) {
			update_option(
				"woocommerce_{$id}_settings",
				[
					'enabled'    => 'yes',
					'email_type' => $type,
					'recipient'  => $to,
				]
			);
		}
		ShopMails::are_read();
	}

	/** Who is signed in speaks another language. */
	private function site_speaks( string $language ): void {
		$GLOBALS['locale'] = $language; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- as WordPress keeps it.
		$this->reader      = $language === 'en_US' ? 'fr_FR' : 'en_US';
		add_filter( 'determine_locale', [ $this, 'of_reader' ], 1 );
		unload_textdomain( 'orderinvoicer', true );
	}

	public function of_reader(): string {
		return $this->reader;
	}

	private function lose_access(): void {
		$now = new \DateTimeImmutable();
		$this->adapters->pauses()->begin(
			new Pause( new Problem( ProblemCode::Unauthorized ), $now, $now->modify( '+1 day' ) )
		);
	}

	/** One was sent long ago, and the hour of today's is past. */
	private function due_digest(): void {
		update_option(
			OptionSettings::OPTION,
			[
				'digest_hour' => 0,
				'invoice' => [ 'enabled' => true ],
			]
		);
		$this->adapters->kept_values()->set( ToldStore::OPTION, '{"causes":[],"digest":"2020-01-01","held":0}' );
	}

	private function stopped_order( Problem $problem ): \WC_Order {
		$order = wc_create_order();
		$order->set_billing_first_name( 'Jeanne' );
		$order->set_billing_last_name( 'Martin' );
		$order->set_billing_email( 'jeanne.martin@example.com' );
		$order->set_billing_address_1( '1 rue Cachée' );
		$order->save();
		$ledger = $this->adapters->ledger();
		$now    = new \DateTimeImmutable();
		$id     = (int) $ledger->open( new TaskKey( $order->get_id(), Effect::CreateInvoice ), $now );
		$task   = $ledger->claim( $id, $now, 'test', $now->modify( '+5 minutes' ) );
		self::assertNotNull( $task );
		self::assertTrue( $ledger->save( TaskTransitions::stopped( $task, $problem ) ) );
		return $order;
	}

	/** @return array<string, string|int> */
	private function tax(): array {
		return [
			'rate_id'    => 1,
			'rate_label' => 'TVA',
			'percent'    => '20',
		];
	}

	private function translated( string $text, bool $french ): string {
		if ( ! $french ) {
			return $text;
		}
		$switched   = switch_to_locale( 'fr_FR' );
		$translated = translate( $text, 'orderinvoicer' ); // phpcs:ignore WordPress.WP.I18n -- of a list.
		if ( $switched ) {
			restore_previous_locale();
		}
		return $translated;
	}

	/** As a person reads it: without the lines of a plain e-mail. */
	private function read( string $message ): string {
		$text = html_entity_decode( wp_strip_all_tags( $message ), ENT_QUOTES );
		return (string) preg_replace( '/[ \n\t]+/', ' ', $text );
	}
}
