<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Features\CompanyRequests\OrderCompanyRequests;
use OrderInvoicer\Features\CompanyRequests\Rules\CompanyConsequence;
use OrderInvoicer\Features\CompanyRequests\Rules\CompanyData;
use OrderInvoicer\Features\CompanyRequests\Rules\CompanyRequest;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\WooCommerce\Order\BuyerNumbers;
use OrderInvoicer\WooCommerce\Order\OrderCaches;
use OrderInvoicer\WordPress\Queue\ActionSchedulerQueue;
use OrderInvoicer\WordPress\Tables\Sql;
use PHPUnit\Framework\Attributes\Group;

// phpcs:disable WordPress.Security.NonceVerification -- The requests are the tests' own.

/** "I need it in my company's name", as shoppers send it to the site itself, and what the owner's answer does. */
#[Group( 'real-woocommerce' )]
final class CompanyRequestsTest extends ShopperTestCase {

	private const SECTION = 'woocommerce-order-company';
	private const BUTTON  = 'Ask for an invoice in my company’s name';
	private const SIRET   = '73282932000074';

	private const FIELDS = [
		'orderinvoicer_company'      => 'ACME SARL',
		'orderinvoicer_siret'        => '732 829 320 00074',
		'orderinvoicer_vat_number'   => 'FR44732829320',
		'orderinvoicer_order_number' => 'PO-7',
	];

	protected function setUp(): void {
		parent::setUp();
		$this->allow( 30 );
	}

	public function test_nothing_appears_before_the_owner_gave_days_and_after_the_last(): void {
		$order = $this->invoiced( $this->customer );
		self::assertStringContainsString( self::BUTTON, $this->page( $order ) );
		$this->allow( 0 );
		self::assertStringNotContainsString( self::SECTION, $this->page( $order ) );
		$sent = $this->send( $order, self::FIELDS, self::nonce_of( $order ) );
		self::assertStringNotContainsString( self::SECTION, $sent['body'] );
		self::assertNull( $this->request( $order ) );

		$this->allow( 30 );
		$order->set_date_created( time() - 32 * DAY_IN_SECONDS );
		$order->save();
		self::assertStringNotContainsString( self::SECTION, $this->page( $order ) );
	}

	public function test_a_customer_asks_the_owner_accepts_and_the_final_invoice_is_issued_anew(): void {
		$this->credit_at_once();
		$order = $this->invoiced( $this->customer );
		$asked = $this->asked();
		$sent  = $this->send( $order, self::FIELDS );
		self::assertStringContainsString( 'Your request was sent.', $sent['body'] );
		self::assertStringContainsString( 'You asked for the invoice in the name of ACME SARL.', $sent['body'] );
		self::assertStringNotContainsString( self::BUTTON, $sent['body'], 'One waits.' );
		self::assertSame( $asked, $this->asked(), 'Nothing was asked of Sellsy.' );
		self::assertSame( '', $this->read( $order )->get_billing_company(), 'The owner has not accepted.' );

		$other = new CompanyRequest( new CompanyData( 'Late SARL', '', '', '' ), 1 );
		$keeps = new OrderCompanyRequests( new OrderCaches( new Sql( $GLOBALS['wpdb'] ) ) );
		self::assertFalse( $keeps->save( $order->get_id(), $other, 0 ), 'Another request stands.' );
		self::assertSame( 'ACME SARL', $keeps->find( $order->get_id() )?->data->company );

		$row = $this->worked( $order );
		self::assertSame( [ TaskState::Attention, ProblemCode::CompanyAsked ], [ $row->state, $row->problem?->code ] );
		$engine = PluginEngine::make();
		$would  = CompanyConsequence::from_problem( $row->problem );
		self::assertSame( $this->shop->row( $order )->remote_number, $would?->number );
		self::assertSame( $would?->before, $would?->after );

		self::assertNotNull( $engine->decide_company()->accept( $row ) );
		$now = $this->read( $order );
		self::assertSame( 'ACME SARL', $now->get_billing_company() );
		self::assertSame( self::SIRET, ( new BuyerNumbers() )->siret( $now ) );
		self::assertSame( 'PO-7', ( new BuyerNumbers() )->order_number( $now ) );
		$this->finish( $order );
		$state = $this->shop->sandbox->state();
		self::assertSame( [ 2, 1 ], [ count( $state['invoices'] ), count( $state['credit_notes'] ) ] );
		$page = $this->page( $order );
		self::assertStringContainsString( 'Your invoice is made out to ACME SARL.', $page );
		self::assertStringNotContainsString( 'value="ACME SARL"', $page, 'What was granted is not offered again.' );
	}

	public function test_the_owner_refuses_and_the_buyer_reads_why(): void {
		$order = $this->invoiced( 0 );
		$this->make_old( $order );
		$url  = $order->get_checkout_order_received_url();
		$page = $this->ask( $url, email: 'client@example.com' )['body'];
		self::assertStringContainsString( self::BUTTON, html_entity_decode( $page ) );
		$sent = html_entity_decode(
			$this->ask( $url, post: self::FIELDS + self::hidden( $page ) )['body']
		);
		self::assertStringContainsString( 'Your request was sent.', $sent );
		$row = $this->worked( $order );
		$told  = [];
		$heard = static function ( mixed $note ) use ( &$told ): void {
			$told[] = is_array( $note ) ? $note['customer_note'] ?? '' : '';
		};
		add_action( 'woocommerce_new_customer_note', $heard );
		PluginEngine::make()->decide_company()->refuse( $row, "Votre société <b>n'existe</b> plus" );
		remove_action( 'woocommerce_new_customer_note', $heard );
		self::assertCount( 1, $told, 'By WooCommerce’s own e-mail.' );
		self::assertStringContainsString( 'plus', (string) $told[0] );
		$page = html_entity_decode( $this->ask( $url, email: 'client@example.com' )['body'] );
		self::assertStringContainsString( "It says: Votre société n'existe plus", $page );
		self::assertStringContainsString( self::BUTTON, $page, 'Once more, with other numbers.' );
		self::assertSame( '', $this->read( $order )->get_billing_company() );
	}

	/** A guest reads their order's page for more than ten minutes: WooCommerce then wants their e-mail first. */
	public function test_what_a_guest_typed_waits_until_they_have_given_their_email(): void {
		$order   = $this->invoiced( 0 );
		$other   = $this->invoiced( 0 );
		$url     = $order->get_checkout_order_received_url();
		$browser = curl_init();
		$page    = $this->visit( $browser, $url );
		$this->make_old( $order );

		$asked = $this->visit( $browser, $url, self::FIELDS + self::hidden( $page ) );
		self::assertStringContainsString( 'woocommerce-verify-email', $asked );
		self::assertStringNotContainsString( 'unable to verify', $asked, 'No e-mail was wrong.' );
		$address = (string) curl_getinfo( $browser, CURLINFO_EFFECTIVE_URL );
		self::assertSame( "$url#orderinvoicer-company", $address, 'Nothing of it stands in the address.' );
		self::assertNull( $this->request( $order ), 'Nobody has shown yet that it is their order.' );
		$this->visit( $browser, $other->get_checkout_order_received_url() );
		self::assertNull( $this->request( $other ) );
		$this->visit( $browser, $url, [ 'email' => 'somebody@example.com' ] + self::hidden( $asked ) );
		self::assertNull( $this->request( $order ) );

		$shown = $this->visit( $browser, $url, [ 'email' => 'client@example.com' ] + self::hidden( $asked ) );
		self::assertStringContainsString( 'Your request was sent.', $shown );
		self::assertStringContainsString( 'in the name of ACME SARL.', $shown );
		self::assertNotNull( $this->request( $order ) );

		$again = $this->visit( $browser, $url, [ 'email' => 'client@example.com' ] + self::hidden( $asked ) );
		self::assertStringNotContainsString( 'Your request was sent.', $again, 'Once.' );
	}

	public function test_what_a_guest_mistyped_is_shown_once_they_have_given_their_email(): void {
		$order   = $this->invoiced( 0 );
		$url     = $order->get_checkout_order_received_url();
		$browser = curl_init();
		$page    = $this->visit( $browser, $url );
		$wrong   = [ 'orderinvoicer_siret' => '73282932000075' ];
		$young   = $this->visit( $browser, $url, $wrong + self::FIELDS + self::hidden( $page ) );
		self::assertStringContainsString( 'at least one of its digits', $young );
		self::assertStringContainsString( 'value="ACME SARL"', $young );
		self::assertStringNotContainsString( 'value="ACME SARL"', $this->visit( $browser, $url ), 'Shown once.' );

		$this->make_old( $order );
		$asked = $this->visit( $browser, $url, $wrong + self::FIELDS + self::hidden( $page ) );
		$shown = $this->visit( $browser, $url, [ 'email' => 'client@example.com' ] + self::hidden( $asked ) );
		self::assertStringContainsString( '<details open>', $shown );
		self::assertStringContainsString( 'at least one of its digits', $shown );
		self::assertStringContainsString( 'value="ACME SARL"', $shown );
		self::assertNull( $this->request( $order ) );

		$sent = $this->visit( $browser, $url, self::FIELDS + self::hidden( $shown ) );
		self::assertStringContainsString( 'Your request was sent.', $sent, 'This page proves the e-mail.' );
	}

	/** The form is theirs, but the nonce is that of a session which is over: they send it once more. */
	public function test_what_a_customer_typed_waits_until_they_have_logged_in_again(): void {
		$order   = $this->invoiced( $this->customer );
		$url     = $order->get_view_order_url();
		$browser = curl_init();
		$login   = $this->visit(
			$browser,
			$url,
			self::FIELDS + [ 'orderinvoicer-company' => (string) $order->get_id() ]
		);
		$shown   = $this->visit(
			$browser,
			$url,
			[
				'username' => 'shopper-customer',
				'password' => 'password',
				'login'    => 'Log in',
			] + self::hidden( $login )
		);
		self::assertStringContainsString( 'Please send it once more.', $shown );
		self::assertStringContainsString( 'value="ACME SARL"', $shown );
		self::assertNull( $this->request( $order ) );
	}

	public function test_a_browser_that_keeps_no_cookies_reads_what_is_wrong(): void {
		$order = $this->invoiced( 0 );
		$url   = $order->get_checkout_order_received_url();
		$get   = function ( array $post = [] ) use ( $url ): string {
			$browser = curl_init();
			curl_setopt_array(
				$browser,
				[
					CURLOPT_URL            => $url,
					CURLOPT_FOLLOWLOCATION => true,
					CURLOPT_RETURNTRANSFER => true,
					CURLOPT_HTTPHEADER     => [ 'Orderinvoicer-Alone: yes' ],
				]
				+ ( $post === [] ? [ CURLOPT_HTTPGET => true ] : [ CURLOPT_POSTFIELDS => http_build_query( $post ) ] )
			);
			return html_entity_decode( (string) curl_exec( $browser ) );
		};
		$page  = $get();
		self::assertStringContainsString( 'orderinvoicer-company-nonce', $page );
		$shown = $get( [ 'orderinvoicer_siret' => '73282932000075' ] + self::FIELDS + self::hidden( $page ) );
		self::assertStringContainsString( 'at least one of its digits', $shown );
		self::assertStringContainsString( 'value="ACME SARL"', $shown );
	}

	public function test_one_message_names_every_wrong_field_and_what_was_typed_stays(): void {
		$order = $this->invoiced( $this->customer );
		$wrong = [
			'orderinvoicer_company'    => ' ',
			'orderinvoicer_siret'      => '73282932000075',
			'orderinvoicer_vat_number' => 'FR1',
		];
		$sent  = $this->send( $order, $wrong + self::FIELDS )['body'];
		self::assertSame( 1, substr_count( $sent, 'role="alert"' ) );
		foreach ( [ 'the name of your company', 'at least one of its digits', 'too short', 'value="PO-7"' ] as $text ) {
			self::assertStringContainsString( $text, $sent );
		}
		self::assertStringContainsString( '<details open>', $sent );
		foreach ( [ 'company', 'siret', 'vat_number' ] as $name ) {
			self::assertMatchesRegularExpression(
				"/<input(?=[^>]* name=\"orderinvoicer_$name\")(?=[^>]* aria-invalid=\"true\")"
					. "[^>]* aria-describedby=\"orderinvoicer_$name-fault\"/",
				$sent
			);
			self::assertSame( 1, substr_count( $sent, "id=\"orderinvoicer_$name-fault\"" ), 'Said below its field.' );
		}
		self::assertStringNotContainsString( 'orderinvoicer_order_number-fault', $sent );
		self::assertNull( $this->request( $order ) );
	}

	/** The same as for a download: whoever may not see the order asks nothing for it and learns nothing. */
	public function test_strangers_others_wrong_keys_and_guesses_ask_nothing(): void {
		$mine   = $this->invoiced( $this->customer );
		$guests = $this->invoiced( 0 );
		$old    = $this->invoiced( 0 );
		$this->make_old( $old );
		$key    = $guests->get_order_key();
		$mine_p = $mine->get_view_order_url();
		$theirs = $guests->get_checkout_order_received_url();
		$wrong  = add_query_arg( 'key', 'wc_order_wrong', $theirs );
		$id     = static fn ( \WC_Order $order ): array => [ 'orderinvoicer-company' => (string) $order->get_id() ];
		$tries  = [
			'a stranger'                         => [ $mine_p, 0, $id( $mine ) ],
			'another customer'                   => [ $mine_p, $this->other, $id( $mine ) ],
			'the owner without the order'        => [ $mine_p, 1, $id( $mine ) ],
			"a guest's order, no key"            => [ home_url( '/' ), 0, $id( $guests ) ],
			'a wrong key'                        => [ $wrong, 0, $id( $guests ) ],
			"another order's key"                => [ $theirs, 0, $id( $mine ) ],
			"a customer's order with its key"    =>
				[ add_query_arg( 'key', $mine->get_order_key(), home_url( '/' ) ), 0, $id( $mine ) ],
			'after the grace period'             => [ $old->get_checkout_order_received_url(), 0, $id( $old ) ],
			'no such order'                      => [ $theirs, 0, [ 'orderinvoicer-company' => '999999' ] ],
			'no number'                          => [ $theirs, 0, [ 'orderinvoicer-company' => "1' OR 1=1" ] ],
			'a key without an order'             =>
				[ add_query_arg( 'key', $key, home_url( '/' ) ), 0, [ 'orderinvoicer-company' => '0' ] ],
		];
		foreach ( $tries as $who => [ $url, $user, $fields ] ) {
			$nonce = [ 'orderinvoicer-company-nonce' => self::guests_nonce( (int) $fields['orderinvoicer-company'] ) ];
			$body  = $this->ask( $url, $user, post: $fields + self::FIELDS + $nonce )['body'];
			self::assertStringNotContainsString( 'Your request was sent', $body, $who );
			foreach ( [ $mine, $guests, $old ] as $order ) {
				self::assertNull( $this->request( $order ), $who );
			}
		}
	}

	public function test_without_the_pages_nonce_nothing_is_taken(): void {
		$order = $this->invoiced( $this->customer );
		$body  = $this->send( $order, self::FIELDS, 'forged' )['body'];
		self::assertStringContainsString( 'Please send it once more.', $body );
		self::assertNull( $this->request( $order ) );
	}

	public function test_the_classic_confirmation_page_has_it_too_and_order_tracking_has_not(): void {
		global $wp;
		// What was drawn in this process is remembered by the order's id, which comes again.
		$this->give( [] );
		$this->allow( 30 );
		$order                            = $this->invoiced( 0 );
		$wp->query_vars['order-received'] = (string) $order->get_id();
		$_GET['key']                      = $order->get_order_key();
		ob_start();
		wc_get_template( 'checkout/thankyou.php', [ 'order' => $order ] );
		$page = (string) ob_get_clean();
		unset( $wp->query_vars['order-received'], $_GET['key'] );
		self::assertSame( 1, substr_count( $page, self::SECTION . '"' ) );

		ob_start();
		do_action( 'woocommerce_view_order', $order->get_id() );
		self::assertStringNotContainsString( self::SECTION, (string) ob_get_clean() );
	}

	public function test_what_was_asked_goes_with_the_buyers_other_data(): void {
		$order = $this->invoiced( $this->customer );
		$this->send( $order, self::FIELDS );
		$keys = apply_filters( 'woocommerce_privacy_remove_order_personal_data_meta', [] );
		self::assertSame( 'numeric_id', $keys['_orderinvoicer_company_request'] ?? '' );
		$read = $this->read( $order );
		\WC_Privacy_Erasers::remove_order_personal_data( $read );
		self::assertSame( '', $this->read( $order )->get_meta( '_orderinvoicer_company_request' ) );
		$row = $this->worked( $order );
		PluginEngine::make()->decide_company()->accept( $row );
		self::assertSame( TaskState::Skipped, $this->request( $order )?->state );
	}

	private function allow( int $days ): void {
		$this->shop->change_settings( [ 'shopper' => [ 'company_days' => $days ] ] );
		wp_set_current_user( 0 );
	}

	private function credit_at_once(): void {
		$invoice = $this->shop->like_invoice( 'confirmed' );
		$this->shop->change_settings( [ 'creditnote' => [ 'finalise' => 'at_once' ] + $invoice ] );
		wp_set_current_user( 0 );
	}

	private function page( \WC_Order $order ): string {
		return html_entity_decode( $this->ask( $order->get_view_order_url(), $this->customer )['body'] );
	}

	/**
	 * As the customer, from the order's page.
	 *
	 * @param array<string, string> $fields
	 * @return array{status: int, headers: array<string, string>, body: string}
	 */
	private function send( \WC_Order $order, array $fields, ?string $nonce = null ): array {
		$page = $this->ask( $order->get_view_order_url(), $this->customer )['body'];
		$sent = $this->ask(
			$order->get_view_order_url(),
			$this->customer,
			post: ( $nonce === null ? [] : [ 'orderinvoicer-company-nonce' => $nonce ] )
				+ $fields
				+ self::hidden( $page )
				+ [ 'orderinvoicer-company' => (string) $order->get_id() ]
		);
		return [ 'body' => html_entity_decode( $sent['body'] ) ] + $sent;
	}

	/**
	 * With the cookies of the pages before.
	 *
	 * @param array<string, string> $post
	 */
	private function visit( \CurlHandle $browser, string $url, array $post = [] ): string {
		curl_setopt_array(
			$browser,
			[
				CURLOPT_URL            => $url,
				CURLOPT_COOKIEFILE     => '',
				CURLOPT_FOLLOWLOCATION => true,
				CURLOPT_RETURNTRANSFER => true,
				CURLOPT_HTTPHEADER     => [ 'Orderinvoicer-Alone: yes' ],
			]
			+ ( $post === [] ? [ CURLOPT_HTTPGET => true ] : [ CURLOPT_POSTFIELDS => http_build_query( $post ) ] )
		);
		return html_entity_decode( (string) curl_exec( $browser ) );
	}

	/** @return array<string, string> hidden inputs of the page. */
	private static function hidden( string $page ): array {
		preg_match_all( '/<input type="hidden"[^>]* name="([^"]+)" value="([^"]*)"/', $page, $found );
		return array_map( 'html_entity_decode', array_combine( $found[1], $found[2] ) );
	}

	private static function nonce_of( \WC_Order $order ): string {
		return wp_create_nonce( 'orderinvoicer-company-' . $order->get_id() );
	}

	private static function guests_nonce( int $order_id ): string {
		wp_set_current_user( 0 );
		return wp_create_nonce( "orderinvoicer-company-$order_id" );
	}

	private function request( \WC_Order $order ): ?Task {
		return $this->shop->find( $order, Effect::ChangeCompany, '1' );
	}

	private function worked( \WC_Order $order ): Task {
		$row = $this->request( $order );
		self::assertNotNull( $row );
		do_action( ActionSchedulerQueue::HOOK, $row->id );
		return $this->request( $order ) ?? self::fail( 'No row.' );
	}

	private function finish( \WC_Order $order ): void {
		PluginEngine::make()->due_task_runner()->of_order( $order->get_id() );
	}

	private function read( \WC_Order $order ): \WC_Order {
		wp_cache_flush();
		$read = wc_get_order( $order->get_id() );
		self::assertInstanceOf( \WC_Order::class, $read );
		return $read;
	}
}
