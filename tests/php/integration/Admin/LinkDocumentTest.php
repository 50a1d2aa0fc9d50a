<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

// phpcs:disable WordPress.Security.NonceVerification -- The requests are the tests' own.

use OrderInvoicer\Admin\OrderActions;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Features\Linking\LinkRequest;
use OrderInvoicer\Features\TalkBack\Rules\HoldInvoice;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\WordPress\Queue\SweepSchedule;

/** The panel of the order box, without JavaScript, with a document that stands in the sandbox and in no ledger. */
final class LinkDocumentTest extends OrderBoxTestCase {

	private \WC_Order $order;

	protected function setUp(): void {
		parent::setUp();
		$this->shop->change_settings( [ 'order' => $this->shop->like_invoice( 'confirmed' ) ] );
		$this->order = $this->shop->order();
		$this->order->payment_complete();
		$this->shop->work( $this->order );
		do_action( SweepSchedule::HOOK );
		$this->forget();
	}

	public function test_nothing_is_asked_of_sellsy_before_the_button_is_pressed(): void {
		$calls = 0;
		$count = static function ( mixed $answer ) use ( &$calls ): mixed {
			++$calls;
			return $answer;
		};
		add_filter( 'pre_http_request', $count );
		self::assertStringContainsString( 'Link an existing document', $this->box( $this->order ) );
		$_GET = [
			'orderinvoicer_link'   => 'invoice',
			'orderinvoicer_number' => 'F-1',
			'orderinvoicer_look'   => 'forged',
		];
		self::assertStringNotContainsString( 'role="status"', $this->box( $this->order ) );
		self::assertSame( 0, $calls );
		$this->look( 'invoice', 'F-1' );
		remove_filter( 'pre_http_request', $count );
		self::assertGreaterThan( 0, $calls );
	}

	public function test_an_invoice_is_found_by_number_linked_and_unlinked(): void {
		$invoice = $this->shop->only_invoice();

		$box = $this->look( 'invoice', (string) $invoice['number'] );
		self::assertStringContainsString( 'Customer and total are those of the order.', $box );
		$this->press_link( self::button( $box ) );

		$row = $this->shop->find( $this->order, Effect::CreateInvoice );
		self::assertSame( [ TaskState::Done, $invoice['id'] ], [ $row?->state, $row?->remote_id ] );
		self::assertStringContainsString( "id={$invoice['id']}", $this->meta() );
		do_action( SweepSchedule::HOOK );
		self::assertSame( $invoice['id'], $this->shop->only_invoice()['id'], 'No other is made.' );
		$box = $this->box( $this->order );
		self::assertStringContainsString( "value=\"unlink:{$row->id}\"", $box );
		self::assertStringContainsString( "Invoice {$invoice['number']}", $box );

		$_POST    = [
			'order_id'  => (string) $this->order->get_id(),
			'act'       => "unlink:{$row->id}",
			'confirmed' => "unlink:{$row->id}",
			'_wpnonce'  => wp_create_nonce( OrderActions::ACTION . '_' . $this->order->get_id() ),
		];
		$_REQUEST = $_POST;
		( new AdminObjects() )->get( OrderActions::class )->handle_admin_post();
		self::assertSame( TaskState::Skipped, $this->shop->find( $this->order, Effect::CreateInvoice )?->state );
		self::assertSame( '', $this->meta() );
		do_action( SweepSchedule::HOOK );
		self::assertSame( $invoice['id'], $this->shop->only_invoice()['id'] );
	}

	public function test_where_it_was_made_from_the_proforma_in_sellsy_linking_is_offered_first_and_named(): void {
		$adapters = new Adapters( $GLOBALS['wpdb'] );
		$hold     = new HoldInvoice(
			$adapters->ledger(),
			$adapters->order_links(),
			$adapters->clock(),
			$adapters->randomness()
		);
		$hold
			->hold( $this->order->get_id(), 'P-1' );
		$box  = $this->box( $this->order );
		$link = strpos( $box, 'Link the invoice that was made in Sellsy' );
		self::assertIsInt( $link );
		self::assertLessThan( strpos( $box, 'value="retry:' ), $link );
		self::assertStringContainsString( 'orderinvoicer_link=invoice', $box );
		self::assertStringContainsString( 'link it on the order', $box );

		$number = (string) $this->shop->only_invoice()['number'];
		$this->press_link( self::button( $this->look( 'invoice', $number ) ) );
		self::assertSame( TaskState::Done, $this->shop->find( $this->order, Effect::CreateInvoice )?->state );
		self::assertStringNotContainsString( 'Link the invoice that was made in Sellsy', $this->box( $this->order ) );
	}

	public function test_it_is_found_by_the_address_of_its_page(): void {
		$id  = $this->shop->only_invoice()['id'];
		$box = $this->look( 'invoice', "{$this->shop->sandbox->url}/app/?_f=invoiceOverview&id=$id" );
		self::assertMatchesRegularExpression( "/name=\"link\" value=\"invoice:$id:[0-9a-f]{12}\"/", $box );
		$box = $this->look( 'invoice', "{$this->shop->sandbox->url}/app/?_f=estimateOverview&id=$id" );
		self::assertStringContainsString( 'This is not the address of such a document', $box );
		$box = $this->look( 'invoice', "https://example.com/?_f=invoiceOverview&id=$id" );
		self::assertStringContainsString( 'This is not the address of such a document', $box );
	}

	public function test_another_kind_is_found_among_those_of_the_customer(): void {
		$sales = array_values( $this->shop->sandbox->state()['orders'] );
		self::assertCount( 1, $sales );
		$box = $this->look( 'order', (string) $sales[0]['number'] );
		self::assertStringContainsString( "order:{$sales[0]['id']}:", $box );
		self::assertStringContainsString( 'Sellsy has no such document', $this->look( 'order', 'X-1' ) );
	}

	public function test_a_difference_is_said_and_asked(): void {
		$this->order->set_total( '50.00' );
		$this->order->save();
		$box = $this->look( 'invoice', (string) $this->shop->only_invoice()['number'] );
		self::assertStringContainsString( 'The order is 50', $box );
		self::assertStringContainsString( 'Link it all the same', $box );
	}

	public function test_who_may_not_edit_the_order_links_nothing(): void {
		$box = $this->look( 'invoice', (string) $this->shop->only_invoice()['number'] );
		wp_set_current_user( 0 );
		$dies = static fn (): callable => static fn () => throw new \RuntimeException( 'died' );
		add_filter( 'wp_die_handler', $dies );
		try {
			$this->press_link( self::button( $box ) );
			self::fail( 'It was linked.' );
		} catch ( \RuntimeException $died ) {
			self::assertSame( 'died', $died->getMessage() );
		} finally {
			remove_filter( 'wp_die_handler', $dies );
		}
		self::assertNull( $this->shop->find( $this->order, Effect::CreateInvoice ) );
	}

	/** The ledger knows nothing of its documents, as if somebody had made them. */
	private function forget(): void {
		global $wpdb;
		$wpdb->delete( "{$wpdb->prefix}orderinvoicer_sync", [ 'order_id' => $this->order->get_id() ] );
		$wpdb->query( "DELETE FROM {$wpdb->prefix}orderinvoicer_amounts" );
		$order = wc_get_order( $this->order->get_id() );
		foreach ( [ 'invoice', 'order' ] as $kind ) {
			$order->delete_meta_data( "orderinvoicer.{$kind}_url" );
		}
		$order->save();
		$this->order = $order;
	}

	private function meta(): string {
		return (string) wc_get_order( $this->order->get_id() )->get_meta( 'orderinvoicer.invoice_url' );
	}

	private function look( string $target, string $typed ): string {
		$_GET = [
			'orderinvoicer_link'   => $target,
			'orderinvoicer_number' => $typed,
			'orderinvoicer_look'   => wp_create_nonce( 'orderinvoicer_look_' . $this->order->get_id() ),
		];
		return $this->box( $this->order );
	}

	private static function button( string $box ): string {
		self::assertSame( 1, preg_match( '/name="link" value="([^"]+)"/', $box, $found ), $box );
		return $found[1] ?? '';
	}

	private function press_link( string $button ): void {
		$_POST    = [
			'order_id' => (string) $this->order->get_id(),
			'link'     => $button,
			'_wpnonce' => wp_create_nonce( LinkRequest::ACTION . '_' . $this->order->get_id() ),
		];
		$_REQUEST = $_POST;
		( new AdminObjects() )->get( LinkRequest::class )->handle_admin_post();
		$_GET = [];
	}
}
