<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Faults;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Queue\ActionSchedulerQueue;
use OrderInvoicer\WordPress\Queue\Wakeups;
use OrderInvoicer\WordPress\Tables\CheckedRead;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\Sql;
use PHPUnit\Framework\Attributes\Group;

/**
 * A database of several servers (tests/environment/db.php): written in one place, read from a copy that is behind. The
 * suite runs it with ORDERINVOICER_DATABASE as `split` and as `replica`.
 */
#[Group( 'split-database' )]
final class SplitDatabaseTest extends CommittedTestCase {

	private const COPY = 'behind';

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		if ( ! $GLOBALS['wpdb'] instanceof \Split_Database ) {
			self::markTestSkipped( 'Only with a database of several servers.' );
		}
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
	}

	protected function tearDown(): void {
		$this->database()->copy       = '';
		$this->database()->is_cut_off = false;
		$this->database()->written    = [];
		$this->database()->query( 'DROP DATABASE IF EXISTS ' . self::COPY );
		parent::tearDown();
	}

	public function test_a_server_that_does_not_answer_is_no_nothing(): void {
		$read = static fn (): mixed => get_option( 'orderinvoicer_of_the_test', 'none' );
		self::assertSame( 'none', CheckedRead::read( $read ) );
		wp_cache_flush();
		$this->database()->is_cut_off = true;
		try {
			CheckedRead::read( $read );
			self::fail( 'Nothing was answered.' );
		} catch ( DatabaseRefused ) {
			$this->database()->is_cut_off = false;
		}
		self::assertSame( 'none', CheckedRead::read( $read ) );
		$this->database()->is_cut_off = true;
		$this->expectException( DatabaseRefused::class );
		( new FreshOptions( new Sql( $this->database() ) ) )->get( 'orderinvoicer_of_the_test' );
	}

	/** The runner is another process than the one that wrote: what it has not written, it reads from the copy. */
	public function test_an_order_of_a_moment_ago_gets_its_invoice_though_the_copy_is_behind(): void {
		$this->copy();
		$order = $this->shop->order();
		$order->update_status( 'processing' );
		$ledger = $this->database()->prefix . 'orderinvoicer_sync';
		$row    = (int) $this->database()->get_var(
			"SELECT id FROM $ledger WHERE order_id = {$order->get_id()} FOR UPDATE"
		);
		self::assertGreaterThan( 0, $row );
		$this->read_from_the_copy();
		PluginEngine::make()->task_runner()->process( $row );
		$this->catch_up();
		$waits = $this->shop->row( $order );
		self::assertContains( $waits->state, [ TaskState::Queued, TaskState::Done ] );
		self::assertContains( $waits->problem->code->value ?? '', [ '', 'order_not_found' ] );
		$this->shop->make_all_due();
		$this->pass_until_done( $order );
		self::assertSame( TaskState::Done, $this->shop->row( $order )->state );
		self::assertCount( 1, $this->shop->sandbox->state()['invoices'] );
	}

	/** An order that had to wait is made after a look around; what the copy does not know yet is no stranger's. */
	public function test_an_invoice_of_a_moment_ago_stops_nothing_though_the_copy_is_behind(): void {
		$ledger = $this->database()->prefix . 'orderinvoicer_sync';
		$first  = $this->shop->order();
		$first->payment_complete();
		$second = $this->shop->order();
		$second->payment_complete();
		$this->database()->query(
			"UPDATE $ledger SET created_at = DATE_SUB( created_at, INTERVAL 2 MINUTE )"
				. " WHERE order_id = {$second->get_id()}"
		);
		$this->copy();
		$due = fn ( string $at ) => $this->database()->query(
			"UPDATE $ledger SET due_at = '$at' WHERE order_id = {$second->get_id()}"
		);
		$due( '2037-01-01' );
		$this->shop->work( $first );
		$due( '2020-01-01' );
		self::assertGreaterThan( 0, $this->shop->row( $first )->remote_id );
		$waits = $this->shop->row( $second );
		self::assertSame( 0, $waits->remote_id );
		$this->read_from_the_copy();
		// WooCommerce reads each note that it has just written, which the copy does not know.
		set_error_handler( static fn (): bool => true, E_WARNING );
		try {
			do_action( ActionSchedulerQueue::HOOK, $waits->id );
		} finally {
			restore_error_handler();
		}
		$this->catch_up();
		$this->shop->make_all_due();
		$this->pass_until_done( $second );
		self::assertSame( TaskState::Done, $this->shop->row( $second )->state );
	}

	/** As Action Scheduler's process does: a drop-in that can be told reads what was written from then on. */
	public function test_a_runner_reads_what_was_written(): void {
		$this->copy();
		$order = $this->shop->order();
		$order->update_status( 'processing' );
		$this->read_from_the_copy();
		( new Sql( $this->database() ) )->read_what_was_written();
		$this->database()->written === true
			? self::assertNotNull( PluginEngine::make()->sale_orders()->snapshot( $order->get_id() ) )
			: self::assertNull( PluginEngine::make()->sale_orders()->snapshot( $order->get_id() ) );
	}

	private function pass_until_done( \WC_Order $order ): void {
		for ( $pass = 0; $pass < 5; $pass++ ) {
			if ( $this->shop->find( $order, Effect::CreateInvoice )?->state === TaskState::Done ) {
				return;
			}
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}
	}

	/** What is there now is all that the copy will know. */
	private function copy(): void {
		$database = $this->database();
		$database->query( 'DROP DATABASE IF EXISTS ' . self::COPY );
		$database->query( 'CREATE DATABASE ' . self::COPY );
		foreach ( $database->get_col( "SHOW TABLES LIKE '{$database->prefix}%'" ) as $table ) {
			$database->query( 'CREATE TABLE ' . self::COPY . ".$table LIKE $table" );
			$database->query( 'INSERT INTO ' . self::COPY . ".$table SELECT * FROM $table" );
		}
	}

	private function read_from_the_copy(): void {
		wp_cache_flush();
		$this->database()->forget_what_was_written();
		$this->database()->copy = self::COPY;
	}

	private function catch_up(): void {
		$this->database()->copy = '';
		wp_cache_flush();
	}

	private function database(): \Split_Database {
		assert( $GLOBALS['wpdb'] instanceof \Split_Database );
		return $GLOBALS['wpdb'];
	}
}
