<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use OrderInvoicer\Features\ShopperDocuments\EmailSettingsNote;
use OrderInvoicer\Tests\Integration\ShopMails;
use OrderInvoicer\WooCommerce\Emails\EmailPreviews;
use OrderInvoicer\WooCommerce\Order\BuyerNumbers;
use OrderInvoicer\WordPress\Options\OptionSettings;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** E-mails as WooCommerce itself shows and tries them, with our example in them. */
#[Group( 'real-woocommerce' )]
final class EmailPreviewControllerTest extends RestTestCase {

	/** @var list<array<string, mixed>> as `wp_mail()` got them, with what was in the files. */
	private array $mails = [];

	private bool $is_accepted = true;

	private \Closure $listen;

	protected function setUp(): void {
		parent::setUp();
		$this->settings( 'attach' );
		$this->sign_in( 'shop_manager' );
		$this->listen = function ( mixed $answer, array $mail ): bool {
			$files         = array_map( file_get_contents( ... ), (array) $mail['attachments'] );
			$names         = array_map( 'basename', (array) $mail['attachments'] );
			$this->mails[] = [ 'files' => array_combine( $names, $files ) ] + $mail;
			return $this->is_accepted;
		};
		add_filter( 'pre_wp_mail', $this->listen, 10, 2 );
		ShopMails::are_read();
	}

	protected function tearDown(): void {
		remove_filter( 'pre_wp_mail', $this->listen );
		parent::tearDown();
	}

	/** @return iterable<string, array{string, list<string>, string}> with its files, and what the test says. */
	public static function emails(): iterable {
		yield 'paid' => [ 'customer_processing_order', [ 'EXAMPLE-1.pdf' ], 'Download: Invoice EXAMPLE-1' ];
		yield 'refunded' => [ 'customer_refunded_order', [ 'EXAMPLE-1.pdf' ], 'Download: Credit note EXAMPLE-1' ];
		yield 'the invoice comes later' => [ 'customer_on_hold_order', [], 'Download: Invoice EXAMPLE-1' ];
		yield 'by hand' => [ 'customer_invoice', [], 'Download: Invoice EXAMPLE-1' ];
		yield 'not ticked' => [ 'customer_note', [], '' ];
		yield 'the shop’s invoice' => [ 'orderinvoicer_invoice', [], 'EXAMPLE-1' ];
		yield 'the shop’s credit note' => [ 'orderinvoicer_creditnote', [], 'EXAMPLE-1' ];
		yield 'to the owner' => [ 'orderinvoicer_digest', [], '4 orders need you' ];
	}

	/** @param list<string> $files */
	#[DataProvider( 'emails' )]
	public function test_each_is_shown_and_its_test_goes_to_who_asks_alone(
		string $id,
		array $files,
		string $says,
	): void {
		$before = $this->counts();
		$shown  = $this->valid( $this->call( 'GET', "/email-preview?id=$id" ), 'email-preview' );
		self::assertSame( $files, $shown['attachments'] );
		self::assertSame( 'test-shop_manager@example.com', $shown['to'] );
		self::assertNotSame( '', $shown['subject'] );
		parse_str( (string) wp_parse_url( (string) $shown['url'], PHP_URL_QUERY ), $asked );
		self::assertSame( EmailPreviews::find( $id )::class, $asked['type'] );
		self::assertSame( 1, wp_verify_nonce( $asked['_wpnonce'], 'preview-mail' ) );

		$tested = $this->valid( $this->call( 'POST', '/email-preview/test', [ 'id' => $id ] ), 'email-tested' );
		self::assertSame(
			[
				'sent' => true,
				'to'   => 'test-shop_manager@example.com',
			],
			$tested
		);
		self::assertCount( 1, $this->mails );
		[ $mail ] = $this->mails;
		self::assertSame( 'test-shop_manager@example.com', $mail['to'] );
		self::assertSame( "Test: {$shown['subject']}", $mail['subject'] );
		self::assertSame( $files, array_keys( $mail['files'] ) );
		foreach ( $mail['files'] as $pdf ) {
			self::assertMatchesRegularExpression( '/^%PDF-1\.4\n.*Example: this is neither.*%%EOF\n$/s', $pdf );
		}
		foreach ( (array) $mail['attachments'] as $path ) {
			self::assertFileDoesNotExist( $path );
		}
		$says === ''
			? self::assertStringNotContainsString( 'Your documents', $mail['message'] )
			: self::assertStringContainsString( $says, html_entity_decode( (string) $mail['message'] ) );
		self::assertSame( $before, $this->counts(), 'No order, and nothing to do.' );
	}

	public function test_one_that_leaves_at_once_carries_no_file(): void {
		$this->settings( 'link' );
		$shown = $this->valid( $this->call( 'GET', '/email-preview?id=customer_processing_order' ), 'email-preview' );
		self::assertSame( [], $shown['attachments'] );
	}

	/** WooCommerce's example has the number 12345, and reads what an order of that number has. */
	public function test_nothing_of_an_order_of_the_shop_stands_in_it(): void {
		global $wpdb;
		$this->settings( 'link', [ 'checkout_numbers' => true ] );
		foreach ( [ BuyerNumbers::OWN_SIRET, '_wc_other/orderinvoicer/siret' ] as $key ) {
			add_post_meta( 12345, $key, '73282932000074' );
			$wpdb->query(
				$wpdb->prepare(
					"INSERT INTO {$wpdb->prefix}wc_orders_meta (order_id, meta_key, meta_value) VALUES (12345, %s, %s)",
					$key,
					'73282932000074'
				)
			);
		}
		$this->call( 'POST', '/email-preview/test', [ 'id' => 'customer_processing_order' ] );
		self::assertCount( 1, $this->mails );
		self::assertStringNotContainsString( '73282932000074', $this->mails[0]['message'] );
	}

	public function test_a_test_that_did_not_leave_is_told(): void {
		$this->is_accepted = false;
		$tested            = $this->valid(
			$this->call( 'POST', '/email-preview/test', [ 'id' => 'customer_processing_order' ] ),
			'email-tested'
		);
		self::assertFalse( $tested['sent'] );
	}

	public function test_nobody_else_is_written_to(): void {
		$refused = $this->call(
			'POST',
			'/email-preview/test',
			[
				'id'    => 'customer_note',
				'email' => 'somebody@example.com',
			]
		);
		$this->assert_refused( 400, 'orderinvoicer_invalid', $refused );
		self::assertSame( [], $this->mails );
	}

	public function test_emails_of_others_are_not_shown(): void {
		$this->assert_refused( 404, 'orderinvoicer_not_found', $this->call( 'GET', '/email-preview?id=new_order' ) );
		$this->assert_refused(
			404,
			'orderinvoicer_not_found',
			$this->call( 'POST', '/email-preview/test', [ 'id' => 'customer_new_account' ] )
		);
	}

	public function test_the_list_says_how_they_can_be_looked_at(): void {
		$list = $this->valid( $this->call( 'GET', '/customer-emails' ), 'customer-emails' );
		self::assertSame( EmailPreviews::HERE, $list['preview'] );
		$manual = array_filter( $list['emails'], static fn ( array $one ): bool => $one['manual'] );
		self::assertSame( [ 'customer_invoice' ], array_column( $manual, 'id' ) );

		$editor = static fn (): string => 'yes';
		add_filter( 'pre_option_woocommerce_feature_block_email_editor_enabled', $editor );
		$list = $this->valid( $this->call( 'GET', '/customer-emails' ), 'customer-emails' );
		remove_filter( 'pre_option_woocommerce_feature_block_email_editor_enabled', $editor );
		self::assertSame( EmailPreviews::EDITOR, $list['preview'] );

		$routes = static fn ( array $all ): array => array_filter(
			$all,
			static fn ( string $route ): bool => ! str_starts_with( $route, '/wc-admin-email' ),
			ARRAY_FILTER_USE_KEY
		);
		add_filter( 'rest_endpoints', $routes );
		$list    = $this->valid( $this->call( 'GET', '/customer-emails' ), 'customer-emails' );
		$refused = $this->call( 'GET', '/email-preview?id=customer_note' );
		remove_filter( 'rest_endpoints', $routes );
		self::assertSame( EmailPreviews::MISSING, $list['preview'] );
		$this->assert_refused( 404, 'orderinvoicer_not_found', $refused );
	}

	public function test_woocommerces_settings_say_what_is_chosen(): void {
		self::assertStringContainsString(
			'as a PDF where no earlier e-mail brought it, and waits for it for 10 minutes',
			$this->note( 'customer_processing_order' )
		);
		self::assertStringContainsString( 'does not lead to the documents', $this->note( 'customer_note' ) );
		self::assertStringContainsString( 'page=orderinvoicer#/emails', $this->note( 'orderinvoicer_invoice' ) );
		self::assertSame( '', $this->note( 'new_order' ) );
	}

	private function note( string $id ): string {
		$email = array_values(
			array_filter( WC()->mailer()->get_emails(), static fn ( \WC_Email $email ): bool => $email->id === $id )
		);
		ob_start();
		do_action( EmailSettingsNote::HOOK, $email[0] );
		return (string) ob_get_clean();
	}

	/** @param array<string, mixed> $more */
	private function settings( string $documents, array $more = [] ): void {
		update_option(
			OptionSettings::OPTION,
			$more + [
				'invoice'         => [
					'enabled'  => true,
					'trigger'  => 'paid',
					'finalise' => 'at_once',
				],
				'creditnote'      => [
					'enabled'  => true,
					'finalise' => 'at_once',
				],
				'shopper'         => [ 'kinds' => [ 'invoice', 'creditnote' ] ],
				'customer_emails' => [
					'emails'    => [
						'customer_on_hold_order',
						'customer_processing_order',
						'customer_refunded_order',
						'customer_invoice',
					],
					'documents' => $documents,
					'minutes'   => 10,
				],
			]
		);
	}

	/** @return list<int> orders, and tasks. */
	private function counts(): array {
		global $wpdb;
		return [
			count( wc_get_orders( [ 'limit' => -1 ] ) ),
			(int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}orderinvoicer_sync" ),
		];
	}
}
