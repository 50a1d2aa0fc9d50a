<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Features\TalkBack\Rules\HoldInvoice;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\WordPress\Queue\Wakeups;

/** What the order box offers to link, with a document that stands in the sandbox and in no ledger. */
final class LinkDocumentTest extends OrderBoxTestCase {

	private \WC_Order $order;

	protected function setUp(): void {
		parent::setUp();
		$this->shop->change_settings( [ 'order' => $this->shop->like_invoice( 'confirmed' ) ] );
		$this->order = $this->shop->order();
		$this->order->payment_complete();
		$this->shop->work( $this->order );
		do_action( Wakeups::SWEEP );
		$this->forget();
	}

	public function test_nothing_is_asked_of_sellsy_before_a_person_looks(): void {
		$calls = 0;
		$count = static function ( mixed $answer ) use ( &$calls ): mixed {
			++$calls;
			return $answer;
		};
		add_filter( 'pre_http_request', $count );
		self::assertStringContainsString( 'Link an existing document', $this->box( $this->order ) );
		self::assertSame( 0, $calls );
		$this->look( 'invoice', 'F-1' );
		remove_filter( 'pre_http_request', $count );
		self::assertGreaterThan( 0, $calls );
	}

	public function test_an_invoice_is_found_by_number_linked_and_unlinked(): void {
		$invoice = $this->shop->only_invoice();

		$found = $this->look( 'invoice', (string) $invoice['number'] );
		self::assertSame( [ 'Customer and total are those of the order.' ], $found['found'][0]['says'] ?? [] );
		self::assertSame( 200, $this->link( $found )->get_status() );

		$row = $this->shop->find( $this->order, Effect::CreateInvoice );
		self::assertSame( [ TaskState::Done, $invoice['id'] ], [ $row?->state, $row?->remote_id ] );
		self::assertStringContainsString( "id={$invoice['id']}", $this->meta() );
		do_action( Wakeups::SWEEP );
		self::assertSame( $invoice['id'], $this->shop->only_invoice()['id'], 'No other is made.' );
		$box = $this->box( $this->order );
		self::assertStringContainsString( "value=\"unlink:{$row->id}\"", $box );
		self::assertStringContainsString( "Invoice {$invoice['number']}", $box );

		$this->press( $this->order, "unlink:{$row->id}" );
		self::assertSame( TaskState::Skipped, $this->shop->find( $this->order, Effect::CreateInvoice )?->state );
		self::assertSame( '', $this->meta() );
		do_action( Wakeups::SWEEP );
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
		self::assertStringContainsString( 'data-part="link" data-choices="invoice"', $box );
		self::assertStringContainsString( 'link it on the order', $box );

		$number = (string) $this->shop->only_invoice()['number'];
		$this->link( $this->look( 'invoice', $number ) );
		self::assertSame( TaskState::Done, $this->shop->find( $this->order, Effect::CreateInvoice )?->state );
		self::assertStringNotContainsString( 'Link the invoice that was made in Sellsy', $this->box( $this->order ) );
	}

	public function test_it_is_found_by_the_address_of_its_page(): void {
		$id = $this->shop->only_invoice()['id'];
		$at = "{$this->shop->sandbox->url}/app/?_f=";
		self::assertSame( $id, $this->look( 'invoice', "{$at}invoiceOverview&id=$id" )['found'][0]['id'] ?? 0 );
		foreach ( [ "{$at}estimateOverview&id=$id", "https://example.com/?_f=invoiceOverview&id=$id" ] as $other ) {
			self::assertStringContainsString(
				'This is not the address of such a document',
				$this->look( 'invoice', $other )['why']
			);
		}
	}

	public function test_another_kind_is_found_among_those_of_the_customer(): void {
		$sales = array_values( $this->shop->sandbox->state()['orders'] );
		self::assertCount( 1, $sales );
		$found = $this->look( 'order', (string) $sales[0]['number'] )['found'];
		self::assertSame( [ $sales[0]['id'] ], array_column( $found, 'id' ) );
		self::assertStringContainsString( 'Sellsy has no such document', $this->look( 'order', 'X-1' )['why'] );
	}

	public function test_a_difference_is_said_and_asked(): void {
		$this->order->set_total( '50.00' );
		$this->order->save();
		$found = $this->look( 'invoice', (string) $this->shop->only_invoice()['number'] )['found'][0] ?? [];
		self::assertStringContainsString( 'The order is 50', $found['says'][0] ?? '' );
		self::assertSame( 'Link it all the same', $found['label'] ?? '' );
	}

	public function test_who_may_not_edit_the_order_links_nothing(): void {
		$found = $this->look( 'invoice', (string) $this->shop->only_invoice()['number'] );
		wp_set_current_user( 0 );
		self::assertSame( 401, $this->link( $found )->get_status() );
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

	/** @return array{found: list<array<string, mixed>>, why: string, follows: string} */
	private function look( string $target, string $typed ): array {
		return self::post(
			"/orders/{$this->order->get_id()}/link",
			[
				'as'     => $target,
				'number' => $typed,
			],
			'GET'
		)->get_data();
	}

	/** @param array{found: list<array<string, mixed>>} $answer whose first document is linked. */
	private function link( array $answer ): \WP_REST_Response {
		self::assertArrayHasKey( 0, $answer['found'] );
		return self::post(
			"/orders/{$this->order->get_id()}/link",
			[
				'as'   => 'invoice',
				'id'   => $answer['found'][0]['id'],
				'seen' => $answer['found'][0]['seen'],
			]
		);
	}
}
