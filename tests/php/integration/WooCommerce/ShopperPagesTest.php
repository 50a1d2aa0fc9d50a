<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Domain\Failures\BrokenFilter;
use OrderInvoicer\Features\ShopperDocuments\RenewedDocuments;
use OrderInvoicer\Features\ShopperDocuments\VisibleDocuments;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\Tests\Measures;
use OrderInvoicer\Tests\Unit\Sellsy\KeptLog;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\WooCommerce\Shopper\OrderDoor;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

// phpcs:disable WordPress.Security.NonceVerification.Recommended -- The requests are the tests' own.

/** What shoppers see of their documents, in both of WooCommerce's storages and on both confirmation pages. */
#[Group( 'real-woocommerce' )]
final class ShopperPagesTest extends ShopperTestCase {

	private const SECTION = 'woocommerce-order-documents';

	/** @return iterable<string, array{string}> */
	public static function storages(): iterable {
		yield 'own tables' => [ 'yes' ];
		yield 'posts' => [ 'no' ];
	}

	#[DataProvider( 'storages' )]
	public function test_the_customer_finds_them_in_the_list_and_on_the_order( string $own_tables ): void {
		$this->store( $own_tables );
		$mine   = $this->invoiced( $this->customer );
		$row    = $this->shop->row( $mine );
		$asked  = $this->asked();
		$link   = $this->link( $mine );
		$before = $this->page( wc_get_endpoint_url( 'orders', '', wc_get_page_permalink( 'myaccount' ) ) );
		self::assertStringContainsString( $link, $before );
		self::assertStringContainsString( "Download: Invoice $row->remote_number", $before );

		$order = $this->page( $mine->get_view_order_url() );
		self::assertSame( 1, substr_count( $order, 'class="' . self::SECTION . '"' ) );
		self::assertSame( 1, substr_count( $order, $link ), 'Not once more among the actions.' );
		$total = self::read( wp_strip_all_tags( wc_price( (float) $mine->get_total() ) ) );
		foreach ( [ $row->remote_number, $total ] as $text ) {
			self::assertStringContainsString( $text, wp_strip_all_tags( $order ) );
		}
		self::assertStringNotContainsString( '/app/?_f=', $order, "Sellsy's back office is no shopper's business." );
		self::assertStringNotContainsString( $mine->get_order_key(), $order );
		self::assertSame( $asked, $this->asked(), 'Nothing was asked of Sellsy.' );
	}

	#[DataProvider( 'storages' )]
	public function test_a_guest_finds_them_behind_the_orders_link( string $own_tables ): void {
		$this->store( $own_tables );
		$order = $this->invoiced( 0 );
		$page  = self::read( $this->ask( $order->get_checkout_order_received_url() )['body'] );
		$link  = $this->link( $order, $order->get_order_key() );
		self::assertSame( 1, substr_count( $page, 'class="' . self::SECTION . '"' ) );
		self::assertStringContainsString( $link, $page );

		$this->make_old( $order );
		$later = $this->ask( $order->get_checkout_order_received_url() )['body'];
		self::assertStringNotContainsString( self::SECTION, $later, 'After the grace period not without the e-mail.' );
		$wrong = add_query_arg( 'key', 'wc_order_x', $order->get_checkout_order_received_url() );
		self::assertStringNotContainsString( self::SECTION, $this->ask( $wrong )['body'] );
	}

	/** The classic confirmation page; the one of blocks is what the site itself has. */
	public function test_the_classic_confirmation_page_has_them_too(): void {
		$order = $this->invoiced( 0 );
		self::assertStringContainsString( self::SECTION, $this->classic( $order, $order->get_order_key() ) );
		self::assertStringNotContainsString( self::SECTION, $this->classic( $order, 'wc_order_x' ) );
	}

	/** Order tracking asks for the number and the e-mail, not for the key: its page must not give the key away. */
	public function test_order_tracking_shows_none(): void {
		$order = $this->invoiced( 0 );
		ob_start();
		do_action( 'woocommerce_view_order', $order->get_id() );
		$page = (string) ob_get_clean();
		self::assertStringContainsString( 'woocommerce-order-details', $page );
		self::assertStringNotContainsString( self::SECTION, $page );
	}

	public function test_nothing_appears_before_the_owner_chose(): void {
		$mine = $this->invoiced( $this->customer );
		$this->give( [] );
		$list = wc_get_endpoint_url( 'orders', '', wc_get_page_permalink( 'myaccount' ) );
		self::assertStringNotContainsString( 'orderinvoicer-document', $this->page( $list ) );
		self::assertStringNotContainsString( self::SECTION, $this->page( $mine->get_view_order_url() ) );
	}

	public function test_an_invoice_that_is_still_to_come_is_promised_and_a_draft_is_not_shown(): void {
		$draft = $this->draft( $this->customer );
		$page  = $this->page( $draft->get_view_order_url() );
		self::assertStringContainsString( 'Your invoice will be here as soon as it is made.', $page );
		self::assertStringNotContainsString( 'orderinvoicer-document=', $page );

		$this->shop->change_settings(
			[ 'invoice' => [ 'finalise' => 'at_once' ] + $this->shop->like_invoice( 'paid' ) ]
		);
		wp_set_current_user( 0 );
		$waiting = $this->shop->order();
		$waiting->set_customer_id( $this->customer );
		$waiting->update_status( 'on-hold' );
		self::assertStringContainsString(
			'Your invoice will be here as soon as your order is paid.',
			$this->page( $waiting->get_view_order_url() )
		);
		$waiting->update_status( 'cancelled' );
		self::assertStringNotContainsString( self::SECTION, $this->page( $waiting->get_view_order_url() ) );
	}

	#[DataProvider( 'storages' )]
	public function test_the_page_after_a_purchase_renews_its_line( string $own_tables ): void {
		$this->store( $own_tables );
		$order = $this->shop->order();
		$order->set_customer_id( 0 );
		$order->update_status( 'processing' );
		$page = $this->ask( $order->get_checkout_order_received_url() )['body'];
		self::assertMatchesRegularExpression( '#<script[^>]+build/order-received\.js#', $page );
		self::assertStringContainsString( '<p role="status">Your invoice will be here', $page );
		self::assertSame( 1, preg_match( '/data-orderinvoicer-renew="([^"]+)"/', $page, $match ) );
		$url = home_url( self::read( $match[1] ) );
		self::assertSame( 'near', $this->renewed( $url )['state'] );
		$strange = add_query_arg( 'key', 'wc_order_x', $url );
		self::assertSame( 'over', $this->renewed( $strange )['state'] );

		$this->shop->work( $order );
		self::assertTrue( $this->shop->is_finished( $order ) );
		$here = $this->renewed( $url );
		self::assertSame( 'here', $here['state'] );
		self::assertSame( 'Your invoice is here.', $here['says'] );
		self::assertStringContainsString( $this->link( $order, $order->get_order_key() ), self::read( $here['html'] ) );
		self::assertSame( 'over', $this->renewed( $strange )['state'] );
		$later = $this->ask( $order->get_checkout_order_received_url() )['body'];
		self::assertStringNotContainsString( 'build/order-received.js', $later );
	}

	/** @return array{state: string, says: string, html: string} */
	private function renewed( string $url ): array {
		$answer = $this->ask( $url );
		self::assertStringContainsString( 'no-store', $answer['headers']['cache-control'] ?? '' );
		return json_decode( $answer['body'], true, 512, JSON_THROW_ON_ERROR );
	}

	public function test_a_page_that_waits_asks_the_ledger_once(): void {
		$order = $this->shop->order();
		$order->update_status( 'processing' );
		$renewed = new RenewedDocuments(
			door: new OrderDoor(),
			awaited: PluginEngine::make()->awaited_invoice(),
			to_come: $this->adapters()->invoice_to_come(),
			documents: $this->visible(),
			documents_table: static fn () => self::fail( 'There is nothing to show.' ),
			logger: new KeptLog()
		);
		$renewed->answer( $order->get_id(), $order->get_order_key() );
		$asked  = [];
		$listen = static function ( string $query ) use ( &$asked ): string {
			$asked[] = $query;
			return $query;
		};
		wp_cache_flush();
		add_filter( 'query', $listen );
		$answer = $renewed->answer( $order->get_id(), $order->get_order_key() );
		remove_filter( 'query', $listen );
		self::assertSame( 'near', $answer['state'] );
		$ours = array_filter( $asked, static fn ( string $sql ): bool => str_contains( $sql, 'orderinvoicer_sync' ) );
		self::assertCount( 1, $ours );
		Measures::note( 'The page after a purchase, one renewal: queries', count( $asked ) );
		self::assertLessThanOrEqual( 8, count( $asked ), 'The order, who may see it, the ledger.' );
	}

	public function test_an_invoice_that_other_code_takes_out_is_not_said_to_be_here(): void {
		$this->shop->change_settings(
			[ 'creditnote' => [ 'finalise' => 'at_once' ] + $this->shop->like_invoice( 'confirmed' ) ]
		);
		$order  = $this->invoiced( $this->customer );
		$refund = wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => $order->get_total(),
			]
		);
		self::assertInstanceOf( \WC_Order_Refund::class, $refund );
		foreach ( range( 1, 9 ) as $_ ) {
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}
		wp_set_current_user( $this->customer );
		$renewed = new RenewedDocuments(
			door: new OrderDoor(),
			awaited: PluginEngine::make()->awaited_invoice(),
			to_come: $this->adapters()->invoice_to_come(),
			documents: $this->visible(),
			documents_table: static fn () => self::fail( 'Its invoice is not shown.' ),
			logger: new KeptLog()
		);
		$filter  = static fn ( array $all ): array =>
			array_filter( $all, static fn ( array $one ): bool => $one['kind'] !== 'invoice' );
		add_filter( 'orderinvoicer_shopper_documents', $filter );
		self::assertCount( 1, $this->visible()->of( $order ) );
		self::assertSame( 'over', $renewed->answer( $order->get_id(), '' )['state'] );
		remove_filter( 'orderinvoicer_shopper_documents', $filter );
	}

	public function test_other_code_may_take_documents_out_and_never_put_any_in(): void {
		$mine    = $this->invoiced( $this->customer );
		$visible = fn (): VisibleDocuments => $this->visible();
		self::assertCount( 1, $visible()->of( $mine ) );
		$answers = [
			'none'    => [],
			'another' => [ 999999 => [ 'kind' => 'invoice' ] ],
		];
		foreach ( $answers as $name => $answer ) {
			$filter = static fn (): array => $answer;
			add_filter( 'orderinvoicer_shopper_documents', $filter );
			self::assertSame( [], $visible()->of( $mine ), $name );
			remove_filter( 'orderinvoicer_shopper_documents', $filter );
		}
		add_filter( 'orderinvoicer_shopper_documents', '__return_true' );
		try {
			$visible()->of( $mine );
			self::fail( 'Nonsense.' );
		} catch ( BrokenFilter $broken ) {
			self::assertSame( 'orderinvoicer_shopper_documents', $broken->filter );
		} finally {
			remove_filter( 'orderinvoicer_shopper_documents', '__return_true' );
		}
	}

	public function test_a_list_of_orders_asks_the_ledger_once(): void {
		global $wpdb;
		$ids     = array_map( fn (): int => $this->invoiced( $this->customer )->get_id(), range( 1, 3 ) );
		$visible = $this->visible();
		$before  = $wpdb->num_queries;
		$visible->prime( $ids );
		self::assertLessThanOrEqual( 3, $wpdb->num_queries - $before, 'Settings, ledger, report.' );
		Measures::note( 'My account, a list of orders: queries', $wpdb->num_queries - $before );
		$orders = array_map( wc_get_order( ... ), $ids );
		$before = $wpdb->num_queries;
		foreach ( $orders as $order ) {
			self::assertCount( 1, $visible->of( $order ) );
		}
		self::assertSame( $before, $wpdb->num_queries );
	}

	private function adapters(): Adapters {
		global $wpdb;
		return new Adapters( $wpdb );
	}

	private function visible(): VisibleDocuments {
		return new VisibleDocuments( PluginEngine::make()->shopper_documents(), $this->adapters()->invoice_to_come() );
	}

	private function page( string $url ): string {
		return self::read( $this->ask( $url, $this->customer )['body'] );
	}

	/** Addresses as they are, however they were escaped. */
	private static function read( string $page ): string {
		return html_entity_decode( $page );
	}

	private function classic( \WC_Order $order, string $key ): string {
		global $wp;
		$wp->query_vars['order-received'] = (string) $order->get_id();
		$_GET['key']                      = $key;
		ob_start();
		wc_get_template( 'checkout/thankyou.php', [ 'order' => $order ] );
		$page = (string) ob_get_clean();
		unset( $wp->query_vars['order-received'], $_GET['key'] );
		return $page;
	}
}
