<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Faults;

use Automattic\WooCommerce\Utilities\OrderUtil;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Order\OrderFingerprint;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\Tests\Unit\World\HeldTask;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\Group;

/**
 * A thousand invoiced orders are edited through WooCommerce, all in one second, as an import does, and others among
 * them are saved without a change. The pass notices each edit once, follows nothing else, and those who must be told
 * are told.
 */
#[Group( 'faults' )]
#[Group( 'real-woocommerce' )]
final class EditsByTheThousandTest extends IntegrationTestCase {

	private const ORDERS = 1100;

	/** Every eleventh is saved without a change. */
	private const TOUCHED = 11;

	/** So many are invoiced at Sellsy, half of them as drafts; the ledger alone knows of the others' invoices. */
	private const AT_SELLSY = 10;

	/** Seconds until the pass looks at what was saved. */
	private const OVER = 31;

	/** Microseconds that another plugin's filter takes for each order: more than a pass has. */
	private const SLOW = 10_000;

	/** A thousand of each would take longer than the rest. */
	private const MAILS = [ 'new_order', 'customer_processing_order' ];

	private const MOST_PASSES  = 10;
	private const MOST_QUERIES = 40;

	private SandboxShop $shop;
	private Adapters $adapters;
	private \WC_Product $product;

	/** @var array<int, int> how often the pass looked, by order. */
	private array $looked = [];

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->adapters = new Adapters( $GLOBALS['wpdb'] );
		$this->product = wc_get_product( wc_get_product_id_by_sku( 'TASSE-01' ) );
		foreach ( self::MAILS as $mail ) {
			add_filter( "woocommerce_email_enabled_$mail", '__return_false' );
		}
	}

	protected function tearDown(): void {
		remove_all_filters( 'orderinvoicer_order_is_followed' );
		foreach ( self::MAILS as $mail ) {
			remove_filter( "woocommerce_email_enabled_$mail", '__return_false' );
		}
		parent::tearDown();
	}

	public function test_each_edit_is_noticed_once(): void {
		self::assertTrue( OrderUtil::custom_orders_table_usage_is_enabled() );
		$at_sellsy = $this->invoiced_at_sellsy();
		$orders    = [
			...$at_sellsy,
			...array_map( $this->invoiced_in_the_ledger( ... ), range( 1, self::ORDERS - self::AT_SELLSY ) ),
		];
		$touched   = array_values(
			array_filter(
				$orders,
				static fn ( int $place ): bool => $place % self::TOUCHED === self::TOUCHED - 1,
				ARRAY_FILTER_USE_KEY
			)
		);
		$edited    = array_values( array_diff( $orders, $touched ) );
		$this->sellsy_is_away();
		$this->pass();
		$before = $this->rows();

		$second = time();
		foreach ( $orders as $id ) {
			in_array( $id, $touched, true ) ? $this->touch( $id, $second ) : $this->edit( $id, $second );
		}
		$this->assert_saved_in_one_second( $orders, $second );
		sleep( max( 0, $second + self::OVER - time() ) );
		[ $passes, $queries ] = $this->pass_until_all_are_looked_at( $orders );
		fwrite(
			STDERR,
			sprintf(
				"\n%d edited orders among %d: %d passes, %d queries.\n",
				count( $edited ),
				count( $orders ),
				$passes,
				$queries
			)
		);

		$after = $this->rows();
		self::assertSame( $edited, $this->changed( $before, $after ) );
		self::assertSame( array_keys( $before ), array_keys( $after ), 'No row but those that were there.' );
		self::assertSame( [], array_diff_key( array_flip( $edited ), $this->due_invoices( $after ) ) );
		self::assertGreaterThan( 1, $passes, 'No pass had time for all.' );
		self::assertLessThanOrEqual( self::MOST_PASSES, $passes );
		self::assertLessThanOrEqual( self::MOST_QUERIES * count( $orders ), $queries );

		$this->pass();
		$this->pass();
		self::assertSame( $after, $this->rows(), 'Later passes find nothing.' );
		self::assertSame( [ 1 => count( $orders ) ], array_count_values( $this->looked ), 'Each was looked at once.' );
		$this->assert_told_and_followed( $at_sellsy, $touched );
	}

	/** @return list<int> */
	private function invoiced_at_sellsy(): array {
		$ids = [];
		foreach ( [ 'at_once', 'manual' ] as $finalise ) {
			$this->shop->change_settings(
				[ 'invoice' => [ 'finalise' => $finalise ] + $this->shop->like_invoice( 'confirmed' ) ]
			);
			for ( $i = 0; $i < self::AT_SELLSY / 2; ++$i ) {
				$ids[] = $this->new_order( count( $ids ) );
				$this->shop->work( wc_get_order( end( $ids ) ) );
			}
		}
		return $ids;
	}

	/** The row that its hook opened is done, as it is once Sellsy has answered. */
	private function invoiced_in_the_ledger( int $number ): int {
		$id     = $this->new_order( $number );
		$ledger = $this->adapters->ledger();
		$now    = $this->adapters->clock()->now();
		$row    = $ledger->find_by_key( new TaskKey( $id, Effect::CreateInvoice ) );
		self::assertNotNull( $row );
		$ledger->claim( $row->id, $now, 'token', $now->modify( '+2 minutes' ) );
		$order   = PluginEngine::make()->sale_orders()->snapshot( $id );
		$amounts = new ComputedDocument( [], $order->total, $order->total );
		$intent  = new Intent( "SHOP-$id", '10.00', OrderFingerprint::from_order( $order )->text() );
		self::assertTrue(
			$ledger->save( TaskTransitions::sent( HeldTask::by( $ledger, $row->id, 'token' ), $intent, $now ) )
		);
		$invoice = new RemoteDocument(
			kind: DocumentKind::Invoice,
			id: 500_000 + $id,
			number: "F-$id",
			status: 'due',
			key: "SHOP-$id",
			amounts: $amounts,
			created: ''
		);
		self::assertTrue(
			$ledger->save( TaskTransitions::made( HeldTask::by( $ledger, $row->id, 'token' ), $invoice, $now ) )
		);
		$ledger->save( TaskTransitions::checked( $ledger->find( $row->id ) ?? self::fail(), $now ) );
		return $id;
	}

	private function new_order( int $number ): int {
		$ht    = sprintf( '%d.%02d', 10 + $number, $number % 100 );
		$order = wc_create_order( [ 'status' => 'processing' ] );
		$order->add_product(
			$this->product,
			1,
			[
				'subtotal' => $ht,
				'total'    => $ht,
			]
		);
		$order->set_address(
			[
				'first_name' => 'Client',
				'last_name'  => 'Test',
				'email'      => "client-$number@example.com",
				'address_1'  => '1 rue de la Paix',
				'postcode'   => '75002',
				'city'       => 'Paris',
				'country'    => 'FR',
			],
			'billing'
		);
		$order->calculate_totals();
		return $order->get_id();
	}

	/** The pass goes on noticing edits; nothing that it opens is worked. */
	private function sellsy_is_away(): void {
		$now = $this->adapters->clock()->now();
		$this->adapters->pauses()
			->begin( new Pause( new Problem( ProblemCode::SellsyDown ), $now, $now->modify( '+1 hour' ) ) );
	}

	private function edit( int $id, int $second ): void {
		$order = wc_get_order( $id );
		foreach ( $order->get_items() as $item ) {
			$item->set_subtotal( '9.50' );
			$item->set_total( '9.50' );
		}
		$order->calculate_totals();
		$this->save_at( $order, $second );
	}

	/** Half of them are calculated anew too. */
	private function touch( int $id, int $second ): void {
		$order = wc_get_order( $id );
		$order->set_customer_note( 'Please ring twice.' );
		if ( $id % 4 === 0 ) {
			$order->calculate_totals();
		}
		$this->save_at( $order, $second );
	}

	/** As an import does: WooCommerce saves the second that it is given. */
	private function save_at( \WC_Order $order, int $second ): void {
		$order->set_date_modified( $second );
		$order->save();
	}

	/** @param list<int> $orders */
	private function assert_saved_in_one_second( array $orders, int $second ): void {
		global $wpdb;
		$saved = $wpdb->get_col(
			$wpdb->prepare(
				"SELECT id FROM {$wpdb->prefix}wc_orders WHERE date_updated_gmt = %s ORDER BY id",
				gmdate( 'Y-m-d H:i:s', $second )
			)
		);
		self::assertSame( $orders, array_map( 'intval', $saved ) );
	}

	/**
	 * @param list<int> $orders
	 * @return array{int, int} passes and queries.
	 */
	private function pass_until_all_are_looked_at( array $orders ): array {
		global $wpdb;
		$this->looked = [];
		add_filter(
			'orderinvoicer_order_is_followed',
			function ( bool $followed, \WC_Order $order ): bool {
				usleep( self::SLOW );
				$this->looked[ $order->get_id() ] = ( $this->looked[ $order->get_id() ] ?? 0 ) + 1;
				return $followed;
			},
			10,
			2
		);
		$queries = $wpdb->num_queries;
		$passes  = 0;
		do {
			$this->pass();
			++$passes;
		} while ( $passes < self::MOST_PASSES && array_diff( $orders, array_keys( $this->looked ) ) !== [] );
		return [ $passes, $wpdb->num_queries - $queries ];
	}

	/** In a process of its own each time, as far as WordPress's memory goes. */
	private function pass(): void {
		wp_cache_flush();
		do_action( Wakeups::SWEEP );
	}

	/** @return array<int, array<string, string>> rows of the ledger by id. */
	private function rows(): array {
		global $wpdb;
		$rows = $wpdb->get_results( "SELECT * FROM {$wpdb->prefix}orderinvoicer_sync ORDER BY id", ARRAY_A );
		return array_column( $rows, null, 'id' );
	}

	/**
	 * @param array<int, array<string, string>> $before
	 * @param array<int, array<string, string>> $after
	 * @return list<int> orders.
	 */
	private function changed( array $before, array $after ): array {
		$changed = array_filter( $after, static fn ( array $row ): bool => $row !== ( $before[ $row['id'] ] ?? null ) );
		$orders  = array_map( 'intval', array_column( $changed, 'order_id' ) );
		sort( $orders );
		return $orders;
	}

	/**
	 * @param array<int, array<string, string>> $rows
	 * @return array<int, true> by order.
	 */
	private function due_invoices( array $rows ): array {
		$due = array_filter(
			$rows,
			static fn ( array $row ): bool =>
				$row['effect'] === 'create_invoice' && $row['state'] === 'queued' && $row['sent_at'] !== null
		);
		return array_fill_keys( array_map( 'intval', array_column( $due, 'order_id' ) ), true );
	}

	/**
	 * Sellsy is back: final invoices say how they differ, drafts follow.
	 *
	 * @param list<int> $orders
	 * @param list<int> $touched
	 */
	private function assert_told_and_followed( array $orders, array $touched ): void {
		global $wpdb;
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE {$wpdb->prefix}orderinvoicer_sync SET due_at = '2099-01-01 00:00:00' WHERE order_id > %d",
				max( $orders )
			)
		);
		$this->adapters->pauses()->end( ProblemCode::SellsyDown );
		$this->pass();
		$totals = array_column(
			array_column( $this->shop->sandbox->state()['invoices'], 'amounts', 'id' ),
			'total_incl_tax'
		);
		$ids    = array_column( $this->shop->sandbox->state()['invoices'], 'id' );
		$totals = array_combine( $ids, array_map( 'floatval', $totals ) );
		foreach ( $orders as $place => $id ) {
			$order   = wc_get_order( $id );
			$row     = $this->shop->row( $order );
			$differs = $place < self::AT_SELLSY / 2 && ! in_array( $id, $touched, true );
			self::assertSame(
				$differs ? [ TaskState::Attention, ProblemCode::DiffersFromOrder ] : [ TaskState::Done, null ],
				[ $row->state, $row->problem?->code ],
				"Order $place"
			);
			self::assertSame( ! $differs, $totals[ $row->remote_id ] === (float) $order->get_total(), "Order $place" );
		}
	}
}
