<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Features\ShopperDocuments\DownloadLink;
use OrderInvoicer\Wording\TaskText;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** Requests of shoppers to the site itself: who gets the file of a document, and what everybody else gets. */
#[Group( 'real-woocommerce' )]
final class ShopperDownloadsTest extends ShopperTestCase {

	public function test_a_customer_and_a_guest_get_the_file_whole_and_nobody_keeps_it(): void {
		$mine   = $this->invoiced( $this->customer );
		$guests = $this->invoiced( 0 );
		$this->make_old( $guests );
		$asked = $this->asked();

		foreach ( [
			'customer' => $this->ask( $this->link( $mine ), $this->customer ),
			'guest'    => $this->ask( $this->link( $guests, $guests->get_order_key() ), email: 'client@example.com' ),
		] as $who => $answer ) {
			self::assertSame( 200, $answer['status'], $who );
			self::assertStringStartsWith( '%PDF', $answer['body'], $who );
			self::assertStringEndsWith( "%%EOF\n", $answer['body'], $who );
			self::assertSame( 'application/pdf', $answer['headers']['content-type'] ?? '', $who );
			self::assertStringContainsString( 'no-store', $answer['headers']['cache-control'] ?? '', $who );
			self::assertStringContainsString( 'noindex', $answer['headers']['x-robots-tag'] ?? '', $who );
		}
		$number = $this->shop->row( $mine )->remote_number;
		self::assertStringContainsString(
			"$number.pdf",
			$this->ask( $this->link( $mine ), $this->customer )['headers']['content-disposition'] ?? ''
		);
		self::assertSame( $asked + 6, $this->asked(), 'The document and its file, three times.' );
	}

	public function test_who_may_edit_the_order_gets_the_same_file_from_its_box(): void {
		$row = $this->shop->row( $this->invoiced( $this->customer ) );
		$url = admin_url( 'admin-post.php?action=' . TaskText::PDF . "&document=$row->id" );

		$admin = get_users( [ 'role' => 'administrator' ] )[0]->ID;
		$owner = $this->ask( $url, $admin );
		self::assertSame( 200, $owner['status'] );
		self::assertStringStartsWith( '%PDF', $owner['body'] );
		self::assertStringContainsString(
			"$row->remote_number.pdf",
			$owner['headers']['content-disposition'] ?? ''
		);
		self::assertStringNotContainsString( '%PDF', $this->ask( $url, $this->customer )['body'] );
	}

	public function test_a_young_guests_order_needs_its_key_alone(): void {
		$order = $this->invoiced( 0 );
		self::assertSame( 200, $this->ask( $this->link( $order, $order->get_order_key() ) )['status'] );
	}

	/** Whoever may not have it, and nothing is asked of Sellsy for them. */
	public function test_strangers_others_wrong_keys_guesses_and_drafts_get_nothing(): void {
		$mine   = $this->invoiced( $this->customer );
		$guests = $this->invoiced( 0 );
		$draft  = $this->draft( $this->customer );
		$this->make_old( $guests );
		$row     = $this->shop->row( $mine )->id;
		$theirs  = $this->shop->row( $guests )->id;
		$key     = $guests->get_order_key();
		$final   = $this->shop->find( $mine, Effect::ValidateInvoice );
		$link    = $this->link( $mine );
		$of      = static fn ( int $order, int $row, string $key = '' ): string =>
			DownloadLink::url( $order, $row, $key );
		$guest   = $guests->get_id();
		$own     = $mine->get_id();
		$changed = static fn ( string $name, string $value ): string =>
			add_query_arg( $name, rawurlencode( $value ), $link );
		$in_place_of_document = $changed( DownloadLink::DOCUMENT, '../../etc' );
		$in_place_of_order    = $changed( DownloadLink::ORDER, "1' OR 1=1" );
		$tries   = [
			'a stranger'                       => [ $link, 0, 403 ],
			'another customer'                 => [ $link, $this->other, 404 ],
			'the owner without the order'      => [ $link, 1, 404 ],
			"a guest's order without its key"  => [ $of( $guest, $theirs ), 0, 403 ],
			'… by a customer'                  => [ $of( $guest, $theirs ), $this->other, 404 ],
			'a wrong key'                      => [ $this->link( $guests, 'wc_order_wrong' ), 0, 404 ],
			'half the key'                     => [ $this->link( $guests, substr( $key, 0, -1 ) ), 0, 404 ],
			"another order's key"              => [ $this->link( $guests, $mine->get_order_key() ), 0, 404 ],
			'the key, after the grace period'  => [ $this->link( $guests, $key ), 0, 403 ],
			'… with another e-mail'            => [ $this->link( $guests, $key ), 0, 403, 'other@example.com' ],
			"a customer's key, signed out"     => [ $this->link( $mine, $mine->get_order_key() ), 0, 403 ],
			'… as another customer'            => [ $this->link( $mine, $mine->get_order_key() ), $this->other, 404 ],
			'a guessed document'               => [ $of( $own, $row + 1000 ), $this->customer, 404 ],
			"another order's document"         => [ $of( $own, $theirs ), $this->customer, 404 ],
			'a task that made none'            => [ $of( $own, $final->id ?? 0 ), $this->customer, 404 ],
			'a draft'                          => [ $this->link( $draft ), $this->customer, 404 ],
			'an order that is not there'       => [ $of( 999999, $row ), $this->customer, 404 ],
			'… as a stranger, with a key'      => [ $of( 999999, $row, 'wc_order_x' ), 0, 404 ],
			'no order'                         => [ $changed( DownloadLink::ORDER, '' ), $this->customer, 404 ],
			'nonsense for an order'            => [ $in_place_of_order, $this->customer, 404 ],
			'nonsense for a document'          => [ $in_place_of_document, $this->customer, 404 ],
			'a negative document'              => [ $changed( DownloadLink::DOCUMENT, '-1' ), $this->customer, 404 ],
			'a list of documents'              => [ "$link&orderinvoicer-document[]=$row", $this->customer, 404 ],
			'a product in place of an order'   => [ $of( $this->product(), $row ), $this->customer, 404 ],
		];
		$asked = $this->asked();
		foreach ( $tries as $who => $try ) {
			$answer = $this->ask( $try[0], $try[1], $try[3] ?? null );
			self::assertSame( $try[2], $answer['status'], $who );
			self::assertStringNotContainsString( '%PDF', $answer['body'], $who );
			self::assertStringContainsString( '</html>', $answer['body'], $who );
			self::assertStringContainsString( 'no-store', $answer['headers']['cache-control'] ?? '', $who );
			self::assertStringNotContainsString( $this->shop->row( $mine )->remote_number, $answer['body'], $who );
		}
		self::assertGreaterThanOrEqual( 20, count( $tries ) );
		self::assertSame( $asked, $this->asked(), 'Nothing was asked of Sellsy.' );
	}

	public function test_a_kind_that_is_no_longer_chosen_is_not_handed_out(): void {
		$mine = $this->invoiced( $this->customer );
		$this->give( [ 'creditnote' ] );
		self::assertSame( 404, $this->ask( $this->link( $mine ), $this->customer )['status'] );
	}

	/** @param array<string, mixed> $fault */
	#[DataProvider( 'faults' )]
	public function test_where_sellsy_gives_no_pdf_a_page_of_the_theme_says_when_to_come_back( array $fault ): void {
		$mine = $this->invoiced( $this->customer );
		$this->shop->sandbox->fault( $fault );
		$begun  = hrtime( true );
		$answer = $this->ask( $this->link( $mine ), $this->customer );
		self::assertLessThan( 14, ( hrtime( true ) - $begun ) / 1e9 );
		self::assertSame( 503, $answer['status'] );
		self::assertSame( '300', $answer['headers']['retry-after'] ?? '' );
		self::assertStringNotContainsString( '%PDF', $answer['body'] );
		self::assertStringContainsString( 'Your document cannot be fetched just now', $answer['body'] );
		self::assertStringContainsString( 'wp-', $answer['body'], 'The theme drew it.' );
		self::assertStringContainsString( 'Back to your order', $answer['body'] );
		self::assertStringContainsString( esc_url( $mine->get_view_order_url() ), $answer['body'] );
		$this->shop->sandbox->call( 'DELETE', '/_sandbox/faults' );
		self::assertSame( 200, $this->ask( $this->link( $mine ), $this->customer )['status'] );
	}

	/** @return iterable<string, array{array<string, mixed>}> */
	public static function faults(): iterable {
		foreach ( [ '500', '404', 'html', 'huge', 'cut', 'drop-before' ] as $mode ) {
			yield "the file: $mode" => [
				[
					'mode'  => $mode,
					'path'  => '/pdf*',
					'times' => 0,
				],
			];
		}
		yield 'the file: slow' => [
			[
				'mode' => 'slow',
				'path' => '/pdf*',
				'ms'   => 12000,
			],
		];
		yield 'the document: 500' => [
			[
				'mode' => '500',
				'path' => '/invoices/*',
			],
		];
	}

	public function test_a_way_to_another_host_is_not_gone(): void {
		$mine = $this->invoiced( $this->customer );
		$this->shop->sandbox->fault(
			[
				'mode' => 'redirect',
				'path' => '/pdf*',
			]
		);
		self::assertSame( 404, $this->ask( $this->link( $mine ), $this->customer )['status'] );
	}

	public function test_a_link_that_wants_the_token_gets_it(): void {
		$mine = $this->invoiced( $this->customer );
		$this->shop->sandbox->call( 'POST', '/_sandbox/options', [ 'pdf_wants_token' => true ] );
		self::assertSame( 200, $this->ask( $this->link( $mine ), $this->customer )['status'] );
	}

	public function test_another_account_has_another_document_under_that_id(): void {
		$mine = $this->invoiced( $this->customer );
		global $wpdb;
		$wpdb->query(
			"UPDATE {$wpdb->prefix}orderinvoicer_sync SET remote_number = 'F-OLD' WHERE remote_number <> ''"
		);
		$answer = $this->ask( $this->link( $mine ), $this->customer );
		self::assertSame( 404, $answer['status'] );
		self::assertStringNotContainsString( '%PDF', $answer['body'] );
	}

	/** It was cancelled in Sellsy, and nobody has looked since: nobody pays by it. */
	public function test_one_that_was_cancelled_a_moment_ago_is_handed_to_nobody(): void {
		$mine = $this->invoiced( $this->customer );
		$id   = $this->shop->row( $mine )->remote_id;
		$this->shop->sandbox->call( 'POST', "/_sandbox/invoices/$id/cancel" );
		$answer = $this->ask( $this->link( $mine ), $this->customer );
		self::assertSame( 404, $answer['status'] );
		self::assertStringNotContainsString( '%PDF', $answer['body'] );
	}

	public function test_the_sixth_within_an_hour_is_too_many(): void {
		$mine = $this->invoiced( $this->customer );
		for ( $time = 0; $time < 5; $time++ ) {
			self::assertSame( 200, $this->ask( $this->link( $mine ), $this->customer )['status'] );
		}
		$asked  = $this->asked();
		$answer = $this->ask( $this->link( $mine ), $this->customer );
		self::assertSame( 429, $answer['status'] );
		self::assertGreaterThan( 3000, (int) ( $answer['headers']['retry-after'] ?? 0 ) );
		self::assertSame( $asked, $this->asked() );
	}

	public function test_a_program_that_only_looks_costs_nothing(): void {
		$mine  = $this->invoiced( $this->customer );
		$asked = $this->asked();
		$this->ask( $this->link( $mine ), $this->customer, method: 'HEAD' );
		self::assertSame( $asked, $this->asked() );
	}

	private function product(): int {
		return (int) wc_get_products( [ 'limit' => 1 ] )[0]->get_id();
	}
}
