<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Features;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\NoFile;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\OrderBook\ShopperDocument;
use OrderInvoicer\Features\Doctor\Kept\State;
use OrderInvoicer\Features\TalkBack\Rules\Taken;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\Tests\Size;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\Group;

/**
 * What takes a final document is filled in by a shop's first real ones, on WooCommerce and the sandbox: as assumed, and
 * where it is turned round.
 *
 * @assumes amount-in-list
 * @assumes cancelling
 * @assumes credit-note-on-any
 * @assumes v1-file
 * @assumes v1-success
 */
#[Group( 'real-woocommerce' )]
final class SeenOnRealDocumentsTest extends DoctorTestCase {

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		update_option( 'timezone_string', 'Europe/Paris' );
		add_filter( 'orderinvoicer_event_address', [ $this, 'address' ] );
		$this->shop = new SandboxShop( $this->sandbox );
		$this->shop->settle_everything();
		$this->shop->change_settings(
			[
				'invoice'          => [
					'email'   => false,
					'trigger' => 'status:on-hold',
				],
				'creditnote'       => $this->shop->like_invoice( 'confirmed' ),
				'free_orders_paid' => true,
			]
		);
	}

	protected function tearDown(): void {
		remove_filter( 'orderinvoicer_event_address', [ $this, 'address' ] );
		update_option( 'timezone_string', '' );
		parent::tearDown();
	}

	public function address(): string {
		return 'https://www.boutique.fr/?wc-api=orderinvoicer_events';
	}

	/** @return iterable<string, array{\Closure( self ): void, array<string, mixed>, array<string, string>}> */
	public static function real(): iterable {
		return Size::third( self::all_real() );
	}

	/** @return iterable<string, array{\Closure( self ): void, array<string, mixed>, array<string, string>}> */
	private static function all_real(): iterable {
		$transfer = static fn ( self $test ) => $test->transfer();
		$on_order = static fn ( self $test ) => $test->paid_on_its_order();
		$free     = static fn ( self $test ) => $test->free();
		yield 'a transfer' => [
			$transfer,
			[],
			[
				'day-of-payment'     => 'midnight',
				'payment-lowers-due' => 'confirmed',
			],
		];
		yield 'a transfer, its day in UTC' => [
			$transfer,
			[ 'payment_days' => 'utc' ],
			[
				'day-of-payment'     => '! another-zone',
				'payment-lowers-due' => 'confirmed',
			],
		];
		yield 'paid on its order' => [
			$on_order,
			[],
			[
				'amount-in-list'     => 'part',
				'payment-lowers-due' => 'used',
			],
		];
		yield 'paid on its order, listed whole' => [
			$on_order,
			[ 'amounts_in_lists' => 'whole' ],
			[
				'amount-in-list'     => '! whole',
				'payment-lowers-due' => 'used',
			],
		];
		yield 'paid on its order, and free all the same' => [
			$on_order,
			[ 'payments_of_parents' => 'free' ],
			[
				'amount-in-list'     => 'part',
				'payment-lowers-due' => '! free',
			],
		];
		yield 'free' => [ $free, [], [ 'nothing-to-pay' => 'not-due' ] ];
		yield 'free, and due' => [
			$free,
			[ 'free_invoices' => 'due' ],
			[
				'free-invoice-paid' => 'paid',
				'nothing-to-pay'    => '! due',
				'v1-success'        => 'done',
			],
		];
		yield 'free, and due for good' => [
			$free,
			[ 'free_invoices' => 'stuck' ],
			[
				'free-invoice-paid' => '! refused',
				'nothing-to-pay'    => '! due',
			],
		];
		yield 'free, and a step that is said alone' => [
			$free,
			[
				'free_invoices' => 'due',
				'v1_steps'      => 'said',
			],
			[
				'free-invoice-paid' => '! due',
				'nothing-to-pay'    => '! due',
				'v1-success'        => '! not-done',
			],
		];
		yield from self::others();
	}

	/** @return iterable<string, array{\Closure( self ): void, array<string, mixed>, array<string, string>}> */
	private static function others(): iterable {
		$file     = static fn ( self $test ) => $test->file( $test->paid() );
		$proforma = static fn ( self $test ) => $test->proforma();
		$delivery = static fn ( self $test ) => $test->delivery();
		$anew     = static fn ( self $test ) => $test->issued_anew();
		$dispute  = static fn ( self $test ) => $test->dispute();
		yield 'a file' => [ $file, [], [ 'pdf-link' => 'open' ] ];
		yield 'a file for the token' => [ $file, [ 'pdf_wants_token' => true ], [ 'pdf-link' => 'with-token' ] ];
		yield 'a file elsewhere' => [ $file, [ 'pdf_host' => 'foreign' ], [ 'pdf-link' => '! foreign-host' ] ];
		yield 'a proforma\'s file' => [ $proforma, [], [ 'v1-file' => 'open' ] ];
		yield 'a page in its place' => [ $proforma, [ 'v1_links' => 'page' ], [ 'v1-file' => '! page' ] ];
		yield 'a delivery note' => [ $delivery, [], [ 'v1-arithmetic' => 'same' ] ];
		yield 'a delivery note, row by row' => [
			$delivery,
			[ 'v1_vat_rounding' => 'row' ],
			[ 'v1-arithmetic' => '! differs' ],
		];
		yield 'issued anew' => [ $anew, [], [ 'credit-note-on-any' => 'set' ] ];
		yield 'issued anew, and not settled' => [
			$anew,
			[ 'credit_notes_on_others' => 'refuse' ],
			[ 'credit-note-on-any' => '! refused' ],
		];
		yield 'a dispute' => [ $dispute, [], [ 'dispute' => 'free' ] ];
		yield 'a dispute, and a payment that stays' => [
			$dispute,
			[ 'payment_unlinking' => 'refuse' ],
			[ 'dispute' => '! refused' ],
		];
		yield 'an event' => [ static fn ( self $test ) => $test->event(), [], [ 'signature' => 'signed' ] ];
		yield 'cancelled' => [
			static fn ( self $test ) => $test->cancelled( true ),
			[],
			[ 'cancelling' => 'free' ],
		];
		yield 'cancelled with its payment' => [
			static fn ( self $test ) => $test->cancelled( false ),
			[],
			[ 'cancelling' => '! payment-stays' ],
		];
	}

	/**
	 * @group walks
	 * @dataProvider real
	 * @param \Closure( self ): void $scene
	 * @param array<string, mixed>   $options
	 * @param array<string, string>  $shown  codes; those behind a mark are otherwise.
	 */
	public function test_the_first_real_one_fills_it_in( \Closure $scene, array $options, array $shown ): void {
		$this->sandbox->call( 'POST', '/_sandbox/options', $options );

		$scene( $this );

		$seen = $this->seen();
		self::assertSame( $shown, array_intersect_key( $seen, $shown ) );
		self::assertSame(
			preg_grep( '/^!/', $shown ),
			preg_grep( '/^!/', $seen ),
			'Nothing else is otherwise.'
		);
		self::assertSame( [], array_filter( $this->sandbox->call( 'GET', '/_sandbox/violations' ) ) );
	}

	/** A run of before is not overtaken, and needs not be run again. */
	public function test_the_doctor_says_so_at_once(): void {
		$text = $this->report()->text( $this->examine() );
		self::assertStringContainsString( 'Only real documents show these.', $text );
		self::assertStringContainsString( '    – What a payment leaves to be paid', $text );
		$doctor = $this->doctor();
		$doctor->begin( true );
		$doctor->step();

		$order = $this->transfer();

		self::assertStringContainsString(
			"[As expected] What a payment leaves to be paid (payment-lowers-due: confirmed)\n    Seen on a real",
			$this->report()->text( $this->doctor()->record() )
		);
		self::assertSame( 'goes-on', $doctor->step()->state );
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'pdf_host' => 'foreign' ] );
		$this->file( $order );
		self::assertStringContainsString(
			"[Otherwise] Fetching the PDF of a document (pdf-link: foreign-host)\n    Seen on a real document.",
			$this->report()->text( $this->doctor()->record() )
		);
		self::assertStringNotContainsString( 'payment-lowers-due', $this->kept(), 'The record is the run\'s.' );
	}

	private function transfer(): \WC_Order {
		$order   = $this->waiting();
		$invoice = $this->shop->only_invoice();
		$this->owner_records( 'invoices', $invoice, (float) $invoice['amounts']['total_incl_tax'], 0.0 );
		PluginEngine::make()->document_events()->note( DocumentKind::Invoice, $invoice['id'] );
		$this->passes();
		return $order;
	}

	private function paid_on_its_order(): void {
		$this->shop->change_settings(
			[
				'order'   => [ 'trigger' => 'status:on-hold' ] + $this->shop->like_invoice( 'confirmed' ),
				'invoice' => [ 'trigger' => 'status:processing' ],
			]
		);
		$order    = $this->waiting();
		$document = $this->sandbox->state()['orders'][0];
		$this->owner_records( 'orders', $document, (float) $order->get_total(), 5.0 );
		PluginEngine::make()->document_events()->note( DocumentKind::Order, $document['id'] );
		$this->passes();
		wc_get_order( $order->get_id() )->payment_complete( 'tx-1' );
		$this->passes();
	}

	private function free(): void {
		$order = $this->shop->order();
		foreach ( $order->get_items() as $item ) {
			$item->set_total( '0' );
			$item->save();
		}
		$order->calculate_totals();
		$order->update_status( 'on-hold' );
		$this->passes();
	}

	private function proforma(): void {
		$this->shop->change_settings( [ 'proforma' => $this->shop->like_invoice( 'status:on-hold' ) ] );
		$this->file( $this->waiting(), Effect::CreateProforma );
	}

	private function file( \WC_Order $order, Effect $made = Effect::CreateInvoice ): void {
		$row      = $this->shop->find( $order, $made );
		$document = $row === null ? null : ShopperDocument::of( $row );
		self::assertNotNull( $document );
		try {
			$this->adapters()->document_files()->pdf( $document );
		} catch ( NoFile ) {
			$this->addToAssertionCount( 1 );
		}
	}

	/** Three times 10.02: 20 % of it are 6.01 of the whole, and 6.00 row by row. */
	private function delivery(): void {
		update_option( 'woocommerce_tax_round_at_subtotal', 'yes' );
		$this->shop->change_settings( [ 'delivery' => $this->shop->like_invoice( 'confirmed' ) ] );
		$product = new \WC_Product_Simple();
		$product->set_regular_price( '10.02' );
		$product->save();
		$order = $this->shop->order_of( $product, 1 );
		$order->remove_order_items();
		foreach ( [ 1, 2, 3 ] as $each ) {
			$order->add_product(
				$product,
				1,
				[
					'subtotal' => '10.02',
					'total'    => '10.02',
				]
			);
		}
		$order->calculate_totals();
		$order->payment_complete( 'tx-1' );
		$this->passes();
		update_option( 'woocommerce_tax_round_at_subtotal', 'no' );
		self::assertSame( '36.07', $order->get_total() );
		self::assertNotSame( [], $this->sandbox->state()['deliveries'] );
	}

	private function issued_anew(): void {
		orderinvoicer_demo_call( 'POST', "/orders/{$this->paid()->get_id()}/reissue" );
		$this->passes();
		self::assertCount( 2, $this->sandbox->state()['invoices'] );
	}

	private function dispute(): void {
		$order = $this->paid();
		wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => '5.00',
				'reason'   => 'Dispute lost.',
			]
		);
		$this->passes();
		[ $asks ] = $this->shop->stopped( $order );
		self::assertSame( ProblemCode::Disputed, $asks->problem?->code );
		PluginEngine::make()->task_acts()->carry_out( RowAct::LeaveUnpaid, $asks, shown: '5.00 EUR' );
		$this->passes();
	}

	private function event(): void {
		$this->shop->change_settings( [ 'talk_back' => [ 'webhooks' => true ] ] );
		$this->passes();
		$this->paid();
		$take   = PluginEngine::make()->take_event();
		$events = $this->sandbox->call( 'GET', '/_sandbox/events' );
		self::assertNotSame( [], $events );
		foreach ( $events as [ 'body' => $body, 'signature' => $signature ] ) {
			self::assertSame( Taken::NotSigned, $take->take( $body, "0$signature" ) );
			self::assertSame( Taken::Noted, $take->take( $body, $signature ) );
		}
	}

	private function cancelled( bool $is_taken_off ): void {
		$order   = $this->paid();
		$invoice = $this->shop->only_invoice()['id'];
		$payment = $this->sandbox->state()['payments'][0]['id'];
		if ( $is_taken_off ) {
			$this->adapters()->payments()->unlink( DocumentKind::Invoice, $invoice, $payment );
		}
		$this->sandbox->call( 'POST', "/_sandbox/invoices/$invoice/cancel" );
		PluginEngine::make()->document_events()->note( DocumentKind::Invoice, $invoice );
		$this->passes();
		[ $asks ] = $this->shop->stopped( $order );
		self::assertSame( ProblemCode::DocumentCancelled, $asks->problem?->code );
		sleep( 1 ); // The payment is older than the invoice that comes now.
		orderinvoicer_demo_call( 'POST', "/tasks/{$asks->id}/retry" );
		$this->passes();
		self::assertCount( 2, $this->sandbox->state()['invoices'] );
	}

	private function waiting(): \WC_Order {
		$order = $this->shop->order();
		$order->set_payment_method( 'cheque' );
		$order->set_status( 'on-hold' );
		$order->save();
		$this->passes();
		return $order;
	}

	private function paid(): \WC_Order {
		$order = $this->waiting();
		wc_get_order( $order->get_id() )->payment_complete( 'tx-1' );
		$this->passes();
		self::assertSame( 'paid', $this->shop->only_invoice()['status'] );
		return wc_get_order( $order->get_id() );
	}

	/**
	 * By its day.
	 *
	 * @param array<string, mixed> $document
	 */
	private function owner_records( string $kind, array $document, float $amount, float $more ): void {
		$third   = $document['related'][0];
		$path    = $third['type'] === 'company' ? 'companies' : 'individuals';
		$payment = $this->sandbox->call(
			'POST',
			"/_sandbox/records/$path/{$third['id']}/payments",
			[
				'type'              => 'credit',
				'payment_method_id' => 1,
				'paid_at'           => ( new \DateTimeImmutable( 'today', wp_timezone() ) )->format( DATE_ATOM ),
				'amount'            => [
					'value'    => (string) ( $amount + $more ),
					'currency' => 'EUR',
				],
			]
		);
		$this->sandbox->call(
			'POST',
			"/_sandbox/records/$kind/{$document['id']}/payments/{$payment['id']}",
			[ 'amount' => $amount ]
		);
	}

	private function passes(): void {
		for ( $pass = 0; $pass < 6; $pass++ ) {
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}
	}

	private function adapters(): Adapters {
		global $wpdb;
		return new Adapters( $wpdb );
	}

	/** @return array<string, string> codes by assumption, those that are otherwise behind a mark. */
	private function seen(): array {
		global $wpdb;
		$seen = [];
		foreach ( ( new Adapters( $wpdb ) )->observations()->findings() as $name => $finding ) {
			if ( $finding->state !== State::NotKnown ) {
				$seen[ $name ] = ( $finding->state === State::Otherwise ? '! ' : '' ) . $finding->seen;
			}
		}
		return $seen;
	}
}
