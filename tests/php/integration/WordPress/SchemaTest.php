<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Report\Filled;
use OrderInvoicer\Domain\Report\FillPosition;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\Wiring\Features;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\Tables\Schema;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskTable;
use OrderInvoicer\WordPress\Tables\WpdbAttemptLog;
use OrderInvoicer\WordPress\Tables\WpdbLedger;
use OrderInvoicer\WordPress\Tables\WpdbOrderMarks;

final class SchemaTest extends CommittedTestCase {

	public function test_nothing_is_missing_and_a_newer_version_counts_as_installed(): void {
		$schema = new Schema( $GLOBALS['wpdb'], Features::TABLES );
		self::assertSame( [], $schema->missing() );
		update_option( Schema::VERSION_OPTION, Schema::VERSION + 1 );
		self::assertTrue( $schema->is_current() );
		self::assertSame( [], $schema->install() );
		self::assertSame( Schema::VERSION + 1, (int) get_option( Schema::VERSION_OPTION ) );
	}

	public function test_a_lost_column_or_index_is_named_and_made_again(): void {
		global $wpdb;
		$schema = new Schema( $wpdb, Features::TABLES );
		$wpdb->query( "ALTER TABLE {$wpdb->prefix}orderinvoicer_sync DROP COLUMN checked_at, DROP INDEX state_due" );
		self::assertSame( [ 'orderinvoicer_sync.checked_at', 'orderinvoicer_sync.state_due' ], $schema->missing() );
		delete_option( Schema::VERSION_OPTION );
		self::assertSame( [], $schema->install() );
		self::assertTrue( $schema->is_current() );
	}

	/** The newer code must be able to bring the tables up to date again when it comes back. */
	public function test_what_is_lost_after_going_back_to_an_older_release_is_made_as_this_one_knows_it(): void {
		global $wpdb;
		$schema = new Schema( $wpdb, Features::TABLES );
		$wpdb->query( "DROP TABLE {$wpdb->prefix}orderinvoicer_attempts" );
		update_option( Schema::VERSION_OPTION, Schema::VERSION + 1 );
		self::assertSame( [], $schema->install() );
		self::assertSame( Schema::VERSION, (int) get_option( Schema::VERSION_OPTION ) );
	}

	/** Version 13 was installed without it. */
	public function test_a_shop_of_version_13_gets_the_column_of_drafts_that_await_a_person(): void {
		global $wpdb;
		$wpdb->query( "ALTER TABLE {$wpdb->prefix}orderinvoicer_sync DROP COLUMN awaits_person" );
		update_option( Schema::VERSION_OPTION, 13 );
		$schema = new Schema( $wpdb, Features::TABLES );
		self::assertFalse( $schema->is_current() );
		self::assertSame( [], $schema->install() );
		self::assertTrue( $schema->is_current() );
	}

	public function test_a_shop_of_version_14_gets_the_column_of_outcomes(): void {
		global $wpdb;
		$wpdb->query( "ALTER TABLE {$wpdb->prefix}orderinvoicer_sync DROP COLUMN outcome" );
		update_option( Schema::VERSION_OPTION, 14 );
		$schema = new Schema( $wpdb, Features::TABLES );
		self::assertFalse( $schema->is_current() );
		self::assertSame( [], $schema->install() );
		self::assertTrue( $schema->is_current() );
	}

	public function test_a_table_of_amounts_that_was_lost_is_filled_from_the_beginning(): void {
		global $wpdb;
		$wpdb->query( "DROP TABLE {$wpdb->prefix}orderinvoicer_amounts" );
		update_option( Schema::VERSION_OPTION, 12 );
		update_option( Filled::OPTION, '0.done.' );
		$schema = new Schema( $wpdb, Features::TABLES );
		self::assertFalse( $schema->is_current() );
		self::assertSame( [], $schema->install() );
		self::assertNull( ( new Filled( new FreshOptions( new Sql( $wpdb ) ) ) )->position() );
		self::assertSame( [], $wpdb->get_col( "SELECT sync_id FROM {$wpdb->prefix}orderinvoicer_amounts" ) );
	}

	public function test_an_older_shop_gets_the_marks_of_orders_and_keeps_its_rows(): void {
		global $wpdb;
		$wpdb->query( "ALTER TABLE {$wpdb->prefix}orderinvoicer_sync DROP COLUMN order_mark" );
		$wpdb->query(
			"INSERT INTO {$wpdb->prefix}orderinvoicer_sync ( order_id, effect, state, remote_type, remote_id, due_at,"
				. " error_message, created_at, updated_at ) VALUES ( 913, 'create_invoice', 'done', 'invoice', 77,"
				. " '2026-03-02 10:00:00', '', '2026-03-02 10:00:00', '2026-03-02 10:00:00' )"
		);
		update_option( Schema::VERSION_OPTION, 12 );
		$schema = new Schema( $wpdb, Features::TABLES );
		self::assertFalse( $schema->is_current() );
		self::assertSame( [], $schema->install() );
		$row = static fn (): ?Task =>
			( new WpdbLedger( new TaskTable( new Sql( $wpdb ), new SystemClock() ) ) )->for_order( 913 )[0] ?? null;
		self::assertSame( [ 77, '' ], [ $row()?->remote_id, $row()?->order_mark ] );

		$marks = new WpdbOrderMarks( new Sql( $wpdb ) );
		$hash  = hash( 'sha256', 'wc_order_first' );
		$marks->fill( 913, "$hash:1234:5678" );
		$marks->fill( 913, 'another' );
		self::assertSame( "$hash:1234:5678", $row()?->order_mark, 'The first one stays.' );
		$marks->part( 913, 914, $hash );
		self::assertNotNull( $row(), 'It is this order\'s own.' );
		$marks->part( 913, 914, hash( 'sha256', 'wc_order_second' ) );
		self::assertNull( $row() );
		$wpdb->query( "DELETE FROM {$wpdb->prefix}orderinvoicer_sync WHERE order_id IN ( 913, 914 )" );
	}

	public function test_how_far_the_filling_came_is_read_back(): void {
		$filled = new Filled( new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ) );
		$was    = null;
		$steps  = [
			FillPosition::beginning(),
			new FillPosition( 4000 ),
			new FillPosition( 0 ),
			new FillPosition( 0, DocumentKind::Invoice, 'a.b=' ),
			new FillPosition( 0, is_done: true ),
		];
		foreach ( $steps as $position ) {
			self::assertTrue( $filled->move( $was, $position ) );
			self::assertEquals( $position, $filled->position() );
			self::assertFalse( $filled->move( $was, new FillPosition( 7 ) ), 'It is another by now.' );
			self::assertEquals( $position, $filled->position() );
			$was = $position;
		}
		delete_option( Filled::OPTION );
		self::assertFalse( $filled->move( $was, new FillPosition( 7 ) ), 'It was taken back.' );
		self::assertNull( $filled->position() );
	}

	public function test_tables_are_dropped_and_made(): void {
		$schema = new Schema( $GLOBALS['wpdb'], Features::TABLES );
		$schema->drop();
		self::assertNotSame( [], $schema->missing() );
		self::assertFalse( $schema->is_current() );
		self::assertSame( [], $schema->install() );
	}

	public function test_tries_are_kept_in_order_and_pruned(): void {
		$log = new WpdbAttemptLog( new Sql( $GLOBALS['wpdb'] ) );
		$old = new \DateTimeImmutable( '2026-01-01 00:00:00', new \DateTimeZone( 'UTC' ) );
		$log->begin();
		$log->note( new Step( StepCode::Agreed, [ 'rows' => 2 ] ) );
		$log->add( 7, 1, $old, 'released', new Problem( ProblemCode::NotSent, [ 'route' => 'POST /invoices' ] ) );
		$log->add( 7, 2, $old->modify( '+1 day' ), 'done', null );
		self::assertSame( [ 'released', 'done' ], array_column( $log->for_task( 7 ), 'outcome' ) );
		self::assertSame( [ 'route' => 'POST /invoices' ], $log->for_task( 7 )[0]['problem']?->facts );
		self::assertEquals(
			[ [ new Step( StepCode::Agreed, [ 'rows' => 2 ] ) ], [] ],
			array_column( $log->for_task( 7 ), 'steps' ),
			'Each try has its own steps.'
		);
		$log->prune( $old->modify( '+1 hour' ) );
		self::assertSame( [ 'done' ], array_column( $log->for_task( 7 ), 'outcome' ) );
	}
}
