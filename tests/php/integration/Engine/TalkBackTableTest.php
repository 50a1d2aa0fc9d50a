<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Features\TalkBack\EventEndpoint;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/**
 * Every change that people make in Sellsy, by every way that the shop may hear of it: what it shows then, and that
 * Sellsy is told nothing. One shop for each way: it has an order for each change.
 */
#[Group( 'real-woocommerce' )]
final class TalkBackTableTest extends IntegrationTestCase {

	/**
	 * Kind, what is done in Sellsy, note on the order, status of the order afterwards ('' for as before), problem of
	 * the document's row.
	 */
	private const CHANGES = [
		'invoice paid'          => [ 'invoice', 'pay', '/was paid in full on .+ now paid/', 'processing', '' ],
		'invoice paid in part'  => [ 'invoice', 'pay part', '/was paid in part/', '', '' ],
		'invoice cancelled'     => [ 'invoice', 'cancel', '/cancelled the document/', '', 'document_cancelled' ],
		'draft made final'      => [ 'invoice', 'finalise', '/F-\d+/', '', '' ],
		'draft deleted'         => [ 'invoice', 'delete', '/deleted/', '', 'document_gone' ],
		'estimate accepted'     => [ 'estimate', 'accepted', '/Estimate .+ was accepted/', '', '' ],
		'estimate refused'      => [ 'estimate', 'refused', '/Estimate .+ was refused/', '', '' ],
		'estimate expired'      => [ 'estimate', 'expired', '/Estimate .+ has expired/', '', '' ],
		'estimate advanced'     => [ 'estimate', 'advanced', '/advance on Estimate .+ was invoiced/', '', '' ],
		'estimate cancelled'    => [ 'estimate', 'cancel', '/cancelled the document/', '', 'document_cancelled' ],
		'estimate deleted'      => [ 'estimate', 'delete', '/deleted/', '', 'document_gone' ],
		'estimate paid'         => [ 'estimate', 'pay', '/was paid in full on .+ now paid/', 'processing', '' ],
		'sales order paid'      => [ 'order', 'pay', '/was paid in full on .+ now paid/', 'processing', '' ],
		'sales order cancelled' => [ 'order', 'cancel', '/cancelled the document/', '', 'document_cancelled' ],
		'proforma accepted'     => [ 'proforma', 'accepted', '/Proforma .+ was accepted/', 'processing', '' ],
		'proforma advanced'     => [ 'proforma', 'advanced', '/advance on Proforma .+ was invoiced/', '', '' ],
		'proforma invoiced'     => [ 'proforma', 'invoiced', '/Proforma .+ was invoiced/', 'completed', '' ],
	];

	/** What the order's box says of it; the others stand there as problems. */
	private const IN_THE_BOX = [
		'invoice paid in part' => '/In Sellsy: (?!paid).+ left to pay.+Last seen in Sellsy: /s',
		'draft made final'     => '/F-\d+/',
		'estimate accepted'    => '/In Sellsy: accepted/',
		'estimate refused'     => '/In Sellsy: refused/',
		'estimate expired'     => '/In Sellsy: expired/',
		'estimate advanced'    => '/In Sellsy: an advance was invoiced/',
		'estimate paid'        => '/In Sellsy: paid in full/',
		'sales order paid'     => '/In Sellsy: paid in full/',
		'proforma accepted'    => '/In Sellsy: accepted/',
		'proforma advanced'    => '/In Sellsy: an advance was invoiced/',
		'proforma invoiced'    => '/In Sellsy: invoiced/',
	];

	/** The status that brings an order this document. In both of them it awaits its payment. */
	private const ASKS_FOR = [
		'invoice'  => 'on-hold',
		'estimate' => 'failed',
		'order'    => 'failed',
		'proforma' => 'failed',
	];

	private const PATHS = [
		'invoice'  => 'invoices',
		'estimate' => 'estimates',
		'order'    => 'orders',
		'proforma' => 'proformas',
	];

	private SandboxShop $shop;

	/** @var array<string, \WC_Order> by change. */
	private array $orders = [];

	protected function setUp(): void {
		parent::setUp();
		add_filter( 'orderinvoicer_event_address', [ $this, 'address' ] );
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->shop->settle_everything();
	}

	protected function tearDown(): void {
		remove_filter( 'orderinvoicer_event_address', [ $this, 'address' ] );
		parent::tearDown();
	}

	public function address(): string {
		return 'https://boutique.fr/?wc-api=orderinvoicer_events';
	}

	/** @return array<string, array{string}> */
	public static function ways(): array {
		return [
			'webhook'          => [ 'webhook' ],
			'look only'        => [ 'look only' ],
		] + ( Cuts::are_all() ? [ 'webhook too late' => [ 'late' ] ] : [] );
	}

	#[DataProvider( 'ways' )]
	#[Group( 'walks' )]
	public function test_what_the_shop_shows_and_that_sellsy_is_told_nothing( string $way ): void {
		$this->shop_with_all_documents( $way !== 'look only' );
		$before = $this->writes();
		$this->people_work_in_sellsy();
		$events = $this->events();
		match ( $way ) {
			'webhook' => $this->deliver_after_forged( $events ),
			'look only',
			'late'    => $this->hours_pass(),
		};
		$this->read();
		$this->assert_all_shown();
		$notes = $this->all_notes();
		match ( $way ) {
			'look only' => $this->hours_pass(),
			default     => $this->deliver( $events ), // A third time, or long after the look.
		};
		$this->read();
		self::assertSame( $notes, $this->all_notes(), 'Nothing is said twice.' );
		self::assertSame( $before, $this->writes() );
		self::assertSame( [], array_filter( $this->shop->sandbox->call( 'GET', '/_sandbox/violations' ) ) );
	}

	/** An order that the shop knows to be paid: its invoice is made final and its payment recorded by us. */
	public function test_our_own_echo_is_no_news(): void {
		$this->webhook();
		$this->shop->change_settings(
			[
				'invoice' => [
					'email'    => false,
					'finalise' => 'at_once',
				] + $this->shop->like_invoice( 'confirmed' ),
			]
		);
		$order = $this->shop->order();
		$order->set_payment_method( 'bacs' );
		$order->payment_complete();
		$this->pass();
		$this->pass();
		self::assertSame( 'paid', $this->shop->only_invoice()['status'] );
		$events = $this->events();
		self::assertNotSame( [], $events );
		$before = $this->writes();
		$notes  = $this->notes( $order );
		$this->deliver( $events );
		$this->read();
		self::assertSame( [ $before, $notes ], [ $this->writes(), $this->notes( $order ) ] );
	}

	/**
	 * What is forged changes nothing, and what is genuine comes twice.
	 *
	 * @param list<array{body: string, signature: string}> $events
	 */
	private function deliver_after_forged( array $events ): void {
		$notes = $this->all_notes();
		foreach ( $events as $event ) {
			self::assertSame( 403, $this->send( $event['body'], sha1( 'guessed' . $event['body'] ) ) );
			self::assertSame( 403, $this->send( $event['body'] . ' ', $event['signature'] ) );
		}
		$before = $this->calls();
		$this->read();
		self::assertSame( $notes, $this->all_notes() );
		self::assertSame( $before, $this->calls(), 'Nothing is asked of Sellsy for it.' );
		$this->deliver( [ ...$events, ...$events ] );
	}

	private function shop_with_all_documents( bool $with_webhook ): void {
		$invoice  = $this->shop->like_invoice( '' );
		$settings = [];
		foreach ( self::ASKS_FOR as $kind => $status ) {
			$settings[ $kind ] = [
				'enabled'          => true,
				'trigger'          => "status:$status",
				'email'            => false,
				'finalise'         => 'manual',
				'rate_category_id' => $invoice['rate_category_id'],
				'start_date'       => $invoice['start_date'],
			];
		}
		$this->shop->change_settings(
			[
				'talk_back' => [
					'pays_orders'       => true,
					'proforma_accepted' => 'processing',
					'proforma_invoiced' => 'completed',
				],
			] + $settings
		);
		if ( $with_webhook ) {
			$this->webhook();
		}
		$this->order( 'invoice' );
		$this->pass(); // The first look: what is made from now on is known.
		foreach ( self::CHANGES as $name => [ $kind ] ) {
			$this->orders[ $name ] = $this->order( $kind );
		}
		$this->pass();
		foreach ( self::CHANGES as $name => [ $kind, $act ] ) {
			if ( $kind === 'invoice' && in_array( $act, [ 'pay', 'pay part', 'cancel' ], true ) ) {
				$this->by_hand( $kind, $this->document_id( $name ), 'validate' );
			}
		}
		$this->hours_pass();
		$this->shop->sandbox->call( 'DELETE', '/_sandbox/events' );
	}

	private function order( string $kind ): \WC_Order {
		$order = $this->shop->order();
		$order->set_payment_method( 'bacs' );
		$order->set_status( self::ASKS_FOR[ $kind ] );
		$order->save();
		return $order;
	}

	private function webhook(): void {
		$this->shop->change_settings( [ 'talk_back' => [ 'webhooks' => true ] ] );
		self::assertSame( 'on', orderinvoicer_demo_call( 'POST', '/webhook' )['state'] );
	}

	private function people_work_in_sellsy(): void {
		foreach ( self::CHANGES as $name => [ $kind, $act ] ) {
			$id = $this->document_id( $name );
			match ( $act ) {
				'pay'      => $this->pay( $kind, $id, $this->orders[ $name ]->get_total() ),
				'pay part' => $this->pay( $kind, $id, '5.00' ),
				'cancel'   => $this->by_hand( $kind, $id, 'cancel' ),
				'delete'   => $this->by_hand( $kind, $id, 'delete' ),
				'finalise' => $this->by_hand( $kind, $id, 'validate' ),
				default    => $this->by_hand( $kind, $id, 'step', [ 'step' => $act ] ),
			};
		}
	}

	private function assert_all_shown(): void {
		foreach ( self::CHANGES as $name => [ $kind, , $note, $status, $problem ] ) {
			$order = wc_get_order( $this->orders[ $name ]->get_id() );
			$notes = $this->notes( $order );
			self::assertCount( 1, (array) preg_grep( $note, $notes ), "$name: " . implode( ' | ', $notes ) );
			self::assertSame( $status === '' ? self::ASKS_FOR[ $kind ] : $status, $order->get_status(), $name );
			self::assertSame( $problem, $this->row( $name )->problem?->code->value ?? '', $name );
			$box = $this->box( $order );
			self::assertMatchesRegularExpression( self::IN_THE_BOX[ $name ] ?? '/./', $box, $name );
		}
	}

	private function box( \WC_Order $order ): string {
		$box  = orderinvoicer_demo_call( 'GET', "/orders/{$order->get_id()}/documents" )['box'];
		$rows = array_merge( ...$box['groups'] );
		return (string) wp_json_encode( $rows, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
	}

	/** @param array<string, string> $body */
	private function by_hand( string $kind, int $id, string $act, array $body = [] ): void {
		$this->shop->sandbox->call( 'POST', '/_sandbox/' . self::PATHS[ $kind ] . "/$id/$act", $body );
	}

	private function pay( string $kind, int $id, string $amount ): void {
		$documents = array_column( $this->shop->sandbox->state()[ self::PATHS[ $kind ] ], null, 'id' );
		$third     = $documents[ $id ]['related'][0];
		$thirds    = $third['type'] === 'company' ? 'companies' : 'individuals';
		$payment   = $this->shop->sandbox->call(
			'POST',
			"/_sandbox/records/$thirds/{$third['id']}/payments",
			[
				'type'              => 'credit',
				'payment_method_id' => orderinvoicer_demo_call( 'GET', '/payment-methods' )['methods'][0]['id'],
				'paid_at'           => '2026-03-01T10:00:00+00:00',
				'amount'            => [
					'value'    => $amount,
					'currency' => 'EUR',
				],
			]
		);
		$this->shop->sandbox->call(
			'POST',
			'/_sandbox/records/' . self::PATHS[ $kind ] . "/$id/payments/{$payment['id']}",
			[ 'amount' => (float) $amount ]
		);
	}

	/** @return list<array{body: string, signature: string}> what Sellsy sent, the oldest first. */
	private function events(): array {
		return array_values( $this->shop->sandbox->call( 'GET', '/_sandbox/events' ) );
	}

	/** @param list<array{body: string, signature: string}> $events */
	private function deliver( array $events ): void {
		foreach ( $events as $event ) {
			self::assertSame( 204, $this->send( $event['body'], $event['signature'] ) );
		}
	}

	private function send( string $body, string $signature ): int {
		$take     = static fn () => PluginEngine::make()->take_event();
		$endpoint = new EventEndpoint( $take );
		return $endpoint->answer( 'POST', $body, $signature );
	}

	/** As runners do that an event starts: until nothing is left to be read. */
	private function read(): void {
		$runner = 0;
		while ( ++$runner <= 40 && $this->is_something_left() ) {
			$engine = PluginEngine::make();
			$engine->look_at_sellsy()->read_events();
			$engine->one_runner()->run( 20 );
		}
	}

	private function is_something_left(): bool {
		global $wpdb;
		$hints = $wpdb->get_var(
			"SELECT COUNT(*) FROM {$wpdb->prefix}orderinvoicer_amounts WHERE hinted_at IS NOT NULL"
		);
		return (int) $hints > 0;
	}

	/** Long enough for all rounds, each with its passes. */
	private function hours_pass(): void {
		global $wpdb;
		for ( $hour = 0; $hour < 4; $hour++ ) {
			$wpdb->query(
				"DELETE FROM {$wpdb->options} WHERE ( option_name LIKE 'orderinvoicer\\_look\\_%'"
					. " AND option_name NOT LIKE '%payments' ) OR option_name LIKE 'orderinvoicer\\_draft\\_look\\_%'"
			);
			$wpdb->query( "UPDATE {$wpdb->prefix}orderinvoicer_amounts SET seen_at = seen_at - INTERVAL 1 HOUR" );
			$wpdb->query( "UPDATE {$wpdb->prefix}orderinvoicer_sync SET checked_at = checked_at - INTERVAL 1 HOUR" );
			wp_cache_flush();
			$this->pass();
			$this->pass();
			$this->pass();
		}
	}

	private function pass(): void {
		do_action( Wakeups::SWEEP );
	}

	private function document_id( string $name ): int {
		return $this->row( $name )->remote_id;
	}

	private function row( string $name ): Task {
		$effect = Effect::create( DocumentKind::from( self::CHANGES[ $name ][0] ) );
		$row    = $this->shop->find( $this->orders[ $name ], $effect );
		self::assertNotNull( $row, $name );
		return $row;
	}

	/** @return array<string, list<string>> */
	private function all_notes(): array {
		return array_map( $this->notes( ... ), $this->orders );
	}

	/** @return list<string> */
	private function notes( \WC_Order $order ): array {
		$notes = wc_get_order_notes( [ 'order_id' => $order->get_id() ] );
		return array_map( static fn ( \stdClass $note ): string => wp_strip_all_tags( $note->content ), $notes );
	}

	private function calls(): int {
		return count( $this->shop->sandbox->state()['calls'] );
	}

	/** @return list<string> what Sellsy was told so far. */
	private function writes(): array {
		$calls    = array_filter( array_column( $this->shop->sandbox->state()['calls'], 'operation' ) );
		$is_write = static fn ( string $call ): bool => preg_match( '/^GET |search|token|\.get/', $call ) === 0;
		return array_values( array_filter( $calls, $is_write ) );
	}
}
