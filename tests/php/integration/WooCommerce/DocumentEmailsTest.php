<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use Automattic\WooCommerce\Internal\Admin\EmailPreview\EmailPreview;
use Automattic\WooCommerce\Internal\EmailEditor\WCTransactionalEmails\WCTransactionalEmailPostsGenerator;
use OrderInvoicer\Admin\OrderEmailActions;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\Tests\Integration\ShopMails;
use OrderInvoicer\WooCommerce\Emails\DocumentEmail;
use OrderInvoicer\WooCommerce\Emails\EmailHooks;
use OrderInvoicer\WooCommerce\Emails\EmailSwitch;
use OrderInvoicer\WooCommerce\Emails\MailedDocument;
use OrderInvoicer\WordPress\Queue\Wakeups;
use OrderInvoicer\WordPress\System\SystemClock;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** The shop's own e-mails about documents, as WooCommerce builds them and WordPress gets them. */
#[Group( 'real-woocommerce' )]
final class DocumentEmailsTest extends IntegrationTestCase {

	private SandboxShop $shop;

	/** @var list<array<string, mixed>> what `wp_mail()` was given. */
	private array $mails = [];

	/** What `wp_mail()` answers. */
	private bool $is_accepted = true;

	/** @var array<string, \Closure> */
	private array $filters = [];

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->filter(
			'pre_wp_mail',
			function ( mixed $answer, array $mail ): bool {
				$this->mails[] = $mail;
				return $this->is_accepted;
			},
			2
		);
		ShopMails::are_read();
	}

	protected function tearDown(): void {
		foreach ( $this->filters as $hook => $filter ) {
			remove_filter( $hook, $filter );
		}
		parent::tearDown();
	}

	public function test_they_are_off_until_the_owner_switches_them_on(): void {
		foreach ( [ DocumentKind::Invoice, DocumentKind::CreditNote ] as $kind ) {
			$email = $this->email( $kind );
			self::assertFalse( $email->is_enabled() );
			self::assertTrue( $email->is_customer_email() );
			self::assertSame( 'no', $email->form_fields['enabled']['default'] );
		}
		$this->worked( $this->order() );
		self::assertSame( [], $this->document_mails() );
	}

	public function test_the_moment_of_switching_on_is_kept_and_lost_with_switching_off(): void {
		$switch = new EmailSwitch( static fn (): Clock => new SystemClock() );
		self::assertSame( [], $switch->since() );
		$this->switch_on( 'invoice' );
		$since = $switch->since();
		self::assertSame( [ 'invoice' ], array_keys( $since ) );

		$option              = EmailSwitch::option( DocumentKind::Invoice );
		$settings            = get_option( $option );
		$settings['subject'] = 'Another';
		$settings['orderinvoicer_since'] = '2026-01-01T00:00:00+00:00';
		update_option( $option, $settings );
		self::assertEquals( $since, $switch->since(), 'Saved again: it was on already.' );

		update_option( $option, [ 'enabled' => 'no' ] + $settings );
		self::assertSame( [], $switch->since() );
	}

	#[DataProvider( 'storages' )]
	public function test_a_final_invoice_is_told_once( string $own_tables ): void {
		$this->store( $own_tables );
		$this->switch_on( 'invoice' );
		$order = $this->order();
		$this->worked( $order );
		$this->worked( $order );

		$mails  = $this->document_mails();
		$number = $this->shop->row( $order )->remote_number;
		self::assertCount( 1, $mails );
		self::assertSame( 'client@example.com', $mails[0]['to'] );
		self::assertSame( "Your invoice $number is available", $mails[0]['subject'] );
		self::assertSame( TaskState::Done, $this->row( $order )?->state );
		$body = $this->text( $mails[0]['message'] );
		foreach ( [
			'Hello Client,',
			"The invoice for your order {$order->get_order_number()} is available.",
			$number,
			wp_date( wc_date_format() ),
			$this->text( wc_price( $order->get_total() ) ),
		] as $said ) {
			self::assertStringContainsString( (string) $said, $body );
		}
		self::assertStringContainsString( 'order-received', $mails[0]['message'] );
		self::assertStringContainsString( $order->get_order_key(), $mails[0]['message'] );
		self::assertStringNotContainsString( 'sellsy', strtolower( $mails[0]['message'] ) );
		self::assertCount( 1, $this->notes( $order ) );
	}

	/** Tried first: PHPMailer waits for no answer in a process that has a thousand connections. */
	#[Group( 'mail-server' )]
	public function test_where_a_copy_alone_is_refused_the_customer_gets_it_once_and_a_person_is_asked(): void {
		$this->switch_on( 'invoice' );
		$this->filter(
			'woocommerce_email_headers',
			static fn ( string $headers ): string => $headers . "Bcc: gone@example.test\r\n"
		);
		$server = new RefusingMailServer();
		$order  = $this->order();
		$this->worked( $order );
		$this->worked( $order );
		$taken = array_filter(
			$server->close(),
			static fn ( string $mail ): bool => preg_match( '/^client@example\.com: .*invoice/i', $mail ) === 1
		);
		self::assertCount( 1, $taken );
		self::assertSame( ProblemCode::SendUnknown, $this->row( $order )->problem?->code );
	}

	public function test_the_total_has_the_currencys_decimals_whatever_the_shop_shows(): void {
		$this->filter( 'wc_get_price_decimals', static fn (): int => 0 );
		$document = new MailedDocument( number: 'F-1', date: '', total: '11.50', currency: 'EUR' );
		self::assertStringContainsString( '11,50', $document->total() );
	}

	public function test_a_customer_with_an_account_is_led_to_the_orders_page(): void {
		$this->switch_on( 'invoice' );
		$order = $this->order();
		$order->set_customer_id( (int) get_user_by( 'login', 'admin' )->ID );
		$order->save();
		$this->worked( $order );
		self::assertStringContainsString(
			esc_url( $order->get_view_order_url() ),
			$this->document_mails()[0]['message'] ?? ''
		);
	}

	public function test_plain_text_and_the_owners_own_words(): void {
		$this->switch_on(
			'invoice',
			[
				'email_type'         => 'plain',
				'subject'            => 'Facture {document_number}, {document_date}, {order_number} : {document_total}',
				'heading'            => 'Heading {order_number}',
				'additional_content' => 'More of {site_title}.',
			]
		);
		$order = $this->order();
		$this->worked( $order );
		$mail   = $this->document_mails()[0] ?? self::fail( 'No e-mail.' );
		$number = $this->shop->row( $order )->remote_number;
		$total  = $this->text( wc_price( $order->get_total() ) );
		self::assertSame(
			"Facture $number, " . wp_date( wc_date_format() ) . ", {$order->get_order_number()} : $total",
			$this->text( $mail['subject'] )
		);
		self::assertStringContainsString( 'Content-Type: text/plain', (string) $mail['headers'] );
		foreach ( [
			"Heading {$order->get_order_number()}",
			"Number: $number",
			'More of ' . get_bloginfo( 'name' ),
			'order-received',
		] as $said ) {
			self::assertStringContainsString( $said, $mail['message'] );
		}
		self::assertStringNotContainsString( '<', $mail['message'] );
	}

	public function test_multipart_has_both_and_another_email_gets_neither(): void {
		$this->switch_on( 'invoice', [ 'email_type' => 'multipart' ] );
		$email = $this->email( DocumentKind::Invoice );
		$this->worked( $this->order() );
		self::assertStringContainsString( '<table', $this->document_mails()[0]['message'] ?? '' );
		self::assertFalse( (bool) $email->sending );
	}

	public function test_a_french_shop_writes_french_in_html_and_plain_text(): void {
		$this->filter( 'locale', static fn (): string => 'fr_FR' );
		$this->filter(
			'gettext_orderinvoicer',
			static fn ( string $translated, string $text ): string => determine_locale() === 'fr_FR' ? match ( $text ) {
				'Your invoice {document_number} is available' => 'Votre facture {document_number} est disponible',
				'Hello %s,' => 'Bonjour %s,',
				'The invoice for your order %s is available.' => 'La facture de votre commande %s est disponible.',
				'Number' => 'Numéro',
				default => $translated,
			} : $translated,
			2
		);
		foreach ( [ 'html', 'plain' ] as $type ) {
			$this->mails = [];
			$this->switch_on( 'invoice', [ 'email_type' => $type ] );
			$order = $this->order();
			$this->worked( $order );
			$mail   = $this->document_mails()[0] ?? self::fail( 'No e-mail.' );
			$number = $this->shop->row( $order )->remote_number;
			self::assertSame( "Votre facture $number est disponible", $mail['subject'] );
			foreach ( [
				'Bonjour Client,',
				"La facture de votre commande {$order->get_order_number()} est disponible.",
				'Numéro',
			] as $said ) {
				self::assertStringContainsString( $said, $this->text( $mail['message'] ), $type );
			}
		}
	}

	public function test_documents_of_before_are_not_told(): void {
		$order = $this->order();
		$this->worked( $order );
		sleep( 1 );
		$this->switch_on( 'invoice' );
		$this->shop->follow( $order );
		$this->worked( $order );
		self::assertSame( [ [], null ], [ $this->document_mails(), $this->row( $order ) ] );
	}

	public function test_what_wordpress_does_not_accept_is_tried_again_and_then_a_persons(): void {
		$this->switch_on( 'invoice' );
		$this->is_accepted = false;
		$order             = $this->order();
		for ( $pass = 0; $pass < 6; $pass++ ) {
			$this->worked( $order );
			$this->shop->make_all_due();
		}
		$row = $this->row( $order );
		self::assertSame( [ TaskState::Attention, ProblemCode::MailRefused ], [ $row?->state, $row?->problem?->code ] );
		self::assertCount( 4, $this->document_mails() );
		self::assertSame( [], $this->notes( $order ) );

		$this->is_accepted = true;
		PluginEngine::make()->retry_task()->retry( $row->id );
		$this->worked( $order );
		self::assertCount( 5, $this->document_mails() );
		self::assertSame( TaskState::Done, $this->row( $order )?->state );
	}

	public function test_a_plugin_that_breaks_off_leaves_a_question(): void {
		$this->switch_on( 'invoice' );
		$this->filter(
			'woocommerce_mail_content',
			static fn ( string $content ): string => str_contains( $content, 'The invoice for your order' )
				? throw new \RuntimeException( 'Not ours.' )
				: $content
		);
		$order = $this->order();
		for ( $pass = 0; $pass < 3; $pass++ ) {
			$this->worked( $order );
			$this->shop->make_all_due();
		}
		$row = $this->row( $order );
		self::assertSame( [ TaskState::Attention, ProblemCode::SendUnknown ], [ $row?->state, $row?->problem?->code ] );
		self::assertSame( [], $this->document_mails() );
		$from = [ $this->email( DocumentKind::Invoice ), 'get_from_address' ];
		self::assertFalse( has_filter( 'wp_mail_from', $from ) );
	}

	public function test_a_credit_note_has_its_own(): void {
		$this->switch_on( 'creditnote' );
		$this->shop->change_settings(
			[ 'creditnote' => [ 'finalise' => 'at_once' ] + $this->shop->like_invoice( 'confirmed' ) ]
		);
		$order = $this->order();
		$this->worked( $order );
		self::assertSame( [], $this->document_mails() );
		wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => '5.00',
			]
		);
		for ( $pass = 0; $pass < 3; $pass++ ) {
			$this->worked( $order );
			$this->shop->make_all_due();
		}
		$mails = $this->document_mails();
		self::assertCount( 1, $mails );
		self::assertStringStartsWith( 'Your credit note ', $mails[0]['subject'] );
		self::assertStringContainsString( $this->text( wc_price( 5 ) ), $this->text( $mails[0]['message'] ) );
	}

	#[DataProvider( 'storages' )]
	public function test_a_person_sends_it_from_the_orders_menu( string $own_tables ): void {
		$this->store( $own_tables );
		$this->sign_in_as_admin();
		$order = $this->order();
		$menu  = PluginEngine::screens()->order_email_actions();
		self::assertInstanceOf( OrderEmailActions::class, $menu );
		self::assertSame( [], $menu->handle_order_actions( [], $order ), 'Nothing is final yet.' );
		$this->worked( $order );
		self::assertSame(
			[ 'orderinvoicer_email_invoice' => 'E-mail the invoice to the customer' ],
			$menu->handle_order_actions( [], wc_get_order( $order->get_id() ) )
		);
		$menu->register();
		do_action( 'woocommerce_order_action_orderinvoicer_email_invoice', $order );
		do_action( 'woocommerce_order_action_orderinvoicer_email_invoice', $order );
		remove_all_actions( 'woocommerce_order_action_orderinvoicer_email_invoice' );
		self::assertCount( 2, $this->document_mails() );
		self::assertCount( 2, $this->notes( $order ) );
	}

	public function test_the_owner_is_told_where_sellsy_writes_too(): void {
		$email = $this->email( DocumentKind::Invoice );
		self::assertStringNotContainsString( 'both', $email->get_description() );
		$this->shop->change_settings( [ 'invoice' => [ 'email' => true ] + $this->shop->like_invoice( 'confirmed' ) ] );
		self::assertStringContainsString( 'your customers get both e-mails', $email->get_description() );
	}

	public function test_the_preview_shows_each_of_them(): void {
		foreach ( [
			'invoice'    => [ DocumentKind::Invoice, 'EXAMPLE-1', 'Your invoice is available' ],
			'creditnote' => [ DocumentKind::CreditNote, 'EXAMPLE-1', 'Your credit note is available' ],
		] as [ $kind, $number, $heading ] ) {
			$preview = new EmailPreview();
			$preview->set_email_type( $this->email( $kind )::class );
			$html = $preview->render();
			self::assertStringContainsString( $number, $html );
			self::assertStringContainsString( $heading, $html );
			self::assertStringContainsString( $number, $preview->get_subject() );
		}
	}

	public function test_the_block_editor_begins_with_our_blocks(): void {
		$ids = apply_filters( 'woocommerce_transactional_emails_for_block_editor', [] );
		if ( ! EmailHooks::knows_our_blocks() ) {
			self::assertSame( [], $ids, 'WooCommerce 10.2 finds the blocks of its own e-mails alone.' );
			return;
		}
		self::assertSame( [ 'orderinvoicer_invoice', 'orderinvoicer_creditnote' ], $ids );
		foreach ( [ DocumentKind::Invoice, DocumentKind::CreditNote ] as $kind ) {
			$email     = $this->email( $kind );
			$generator = new WCTransactionalEmailPostsGenerator();
			$blocks    = $generator->get_email_template( $email );
			self::assertStringContainsString( 'wp:woocommerce/email-content', $blocks );
			self::assertStringContainsString( $email->get_default_heading(), $blocks );
			$email->set_object( $this->order() );
			self::assertStringContainsString( '<table', $email->get_block_editor_email_template_content() );
		}
	}

	/** @return iterable<string, array{string}> */
	public static function storages(): iterable {
		yield 'own tables' => [ 'yes' ];
		yield 'posts' => [ 'no' ];
	}

	private function store( string $own_tables ): void {
		$this->filter( 'pre_option_woocommerce_custom_orders_table_enabled', static fn (): string => $own_tables );
		$this->filter( 'pre_option_woocommerce_custom_orders_table_data_sync_enabled', static fn (): string => 'no' );
	}

	private function filter( string $hook, \Closure $filter, int $arguments = 1 ): void {
		$this->filters[ $hook ] = $filter;
		add_filter( $hook, $filter, 10, $arguments );
	}

	/** @param array<string, string> $settings */
	private function switch_on( string $kind, array $settings = [] ): void {
		update_option( "woocommerce_orderinvoicer_{$kind}_settings", [ 'enabled' => 'yes' ] + $settings );
		ShopMails::make_anew();
	}

	private function email( DocumentKind $kind ): DocumentEmail {
		foreach ( WC()->mailer()->get_emails() as $email ) {
			if ( $email->id === EmailSwitch::id( $kind ) ) {
				return $email;
			}
		}
		self::fail( 'WooCommerce does not know it.' );
	}

	private function order(): \WC_Order {
		$order = $this->shop->order();
		$order->set_payment_method( 'cheque' );
		$order->save();
		$order->payment_complete( 'tx-1' );
		return $order;
	}

	private function worked( \WC_Order $order ): void {
		wp_cache_flush();
		do_action( Wakeups::SWEEP );
		do_action( Wakeups::SWEEP );
	}

	private function row( \WC_Order $order, string $part = 'invoice' ): ?Task {
		return $this->shop->find( $order, Effect::NotifyCustomer, $part );
	}

	/** @return list<array<string, mixed>> without those that WooCommerce sends about the order. */
	private function document_mails(): array {
		return array_values(
			array_filter(
				$this->mails,
				static fn ( array $mail ): bool =>
					preg_match( '/invoice|facture|credit note/iu', (string) $mail['subject'] ) === 1
			)
		);
	}

	/** @return list<\stdClass> */
	private function notes( \WC_Order $order ): array {
		return array_values(
			array_filter(
				wc_get_order_notes( [ 'order_id' => $order->get_id() ] ),
				static fn ( \stdClass $note ): bool => str_contains( $note->content, 'by e-mail that their document' )
			)
		);
	}

	private function text( string $html ): string {
		return html_entity_decode( wp_strip_all_tags( $html ), ENT_QUOTES, 'UTF-8' );
	}
}
