<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Origin;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Work\DueTask;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Unit\World\Fakes\DueOfLedger;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskTable;
use OrderInvoicer\WordPress\Tables\WpdbDueTasks;
use OrderInvoicer\WordPress\Tables\WpdbLedger;

/** The unit tests' sequence of due rows is the database's. */
final class WpdbDueTasksTest extends IntegrationTestCase {

	public function test_both_name_the_same_rows_one_after_the_other(): void {
		global $wpdb;
		$wpdb->query( "DELETE FROM {$wpdb->prefix}orderinvoicer_sync" );
		$ledger  = new WpdbLedger( new TaskTable( new Sql( $wpdb ), new SystemClock() ) );
		$now     = new \DateTimeImmutable( '2026-03-02 10:00:00', new \DateTimeZone( 'UTC' ) );
		$effects = [
			Effect::ValidateInvoice,
			Effect::CreateInvoice,
			Effect::ValidateCreditNote,
			Effect::RecordPayment,
			Effect::FollowOrder,
		];
		foreach ( [ 91, 96, 83 ] as $order ) {
			$ledger->open( new TaskKey( 909900 + $order, Effect::FollowOrder ), $now->modify( '-1 hour' ) );
		}
		foreach ( [ 40, 10, 30, -5, 20, 20, 35, 15 ] as $order => $ago ) {
			foreach ( $effects as $i => $effect ) {
				$ledger->open(
					new TaskKey( 910000 + $order, $effect ),
					$now->modify( ( $i - $ago ) . ' seconds' ),
					0,
					false,
					new Origin( $order % 3 === 2 ? 1 : 0 )
				);
			}
		}
		$ledger->claim(
			(int) $ledger->find_by_key( new TaskKey( 910000, Effect::CreateInvoice ) )?->id,
			$now,
			'dead',
			$now->modify( '-1 second' )
		);
		$database = new WpdbDueTasks( new TaskTable( new Sql( $wpdb ), new SystemClock() ) );
		$memory   = new DueOfLedger( $ledger );
		$facts    = static fn ( ?DueTask $task ): array =>
			array_diff_key( $task === null ? [] : get_object_vars( $task ), [ 'is_alone' => true ] );
		$alone    = 0;
		foreach ( [ null, false, true ] as $turn ) {
			$seen = [];
			do {
				$next = $database->next( $now, $seen, $turn );
				self::assertSame( $facts( $memory->next( $now, $seen, $turn ) ), $facts( $next ) );
				if ( $next?->makes_final() === true && $next->is_alone ) {
					++$alone;
					$more = static fn ( Task $task ): bool =>
						$task->is_due( $now ) && ! in_array( $task->id, $seen, true );
					self::assertCount( 1, array_filter( $ledger->for_order( $next->order_id ), $more ) );
				}
				$seen[] = $next->id ?? 0;
			} while ( $next !== null );
			self::assertCount( $turn === false ? 25 : 39, $seen );
		}
		self::assertSame( 0, $alone, 'Each order has more that is due.' );
		$ledger->open( new TaskKey( 900009, Effect::ValidateInvoice ), $now );
		self::assertTrue( $database->next( $now, [], null )?->is_alone );
		$ledger->open( new TaskKey( 900009, Effect::CreateInvoice ), $now );
		self::assertFalse( $database->next( $now, [], null )->is_alone ?? true );
	}

	/** A plugin saved thousands of old orders: what was sold today comes first, its own look before its work. */
	public function test_orders_that_are_only_looked_at_hold_up_none_of_today(): void {
		global $wpdb;
		$wpdb->query( "DELETE FROM {$wpdb->prefix}orderinvoicer_sync" );
		$ledger = new WpdbLedger( new TaskTable( new Sql( $wpdb ), new SystemClock() ) );
		$now    = new \DateTimeImmutable( '2026-03-02 10:00:00', new \DateTimeZone( 'UTC' ) );
		$open   = static fn ( int $order, Effect $effect, int $ago, int $refund = 0, int $backfill = 0 ): int =>
			(int) $ledger->open(
				new TaskKey( $order, $effect, $refund ),
				$now->modify( "-$ago seconds" ),
				0,
				false,
				new Origin( $backfill )
			);
		$old    = [ $open( 930001, Effect::FollowOrder, 900 ), $open( 930002, Effect::CheckBalance, 900 ) ];
		$filled = $open( 920000, Effect::CreateInvoice, 900, 0, 1 );
		$refund = $open( 930003, Effect::FollowOrder, 60, 77 );
		$today  = [ $open( 930009, Effect::FollowOrder, 50 ), $open( 930009, Effect::CreateInvoice, 40 ) ];
		$due    = new WpdbDueTasks( new TaskTable( new Sql( $wpdb ), new SystemClock() ) );
		foreach ( [ null, false, true ] as $turn ) {
			$seen = [];
			do {
				$next   = $due->next( $now, $seen, $turn );
				$seen[] = $next?->id;
			} while ( $next !== null );
			self::assertSame( [ $refund, ...$today, $old[1], $old[0], $filled, null ], $seen );
		}
	}

	/** A newer release was here before: its row holds up no other. */
	public function test_a_row_that_this_release_does_not_know_is_named_too(): void {
		global $wpdb;
		$wpdb->query( "DELETE FROM {$wpdb->prefix}orderinvoicer_sync" );
		$ledger = new WpdbLedger( new TaskTable( new Sql( $wpdb ), new SystemClock() ) );
		$now    = new \DateTimeImmutable( '2026-03-02 10:00:00', new \DateTimeZone( 'UTC' ) );
		$odd    = (int) $ledger->open( new TaskKey( 920001, Effect::CreateOrder ), $now->modify( '-2 hours' ) );
		$known  = (int) $ledger->open( new TaskKey( 920002, Effect::CreateInvoice ), $now->modify( '-1 hour' ) );
		$wpdb->update( "{$wpdb->prefix}orderinvoicer_sync", [ 'effect' => 'of_a_later_release' ], [ 'id' => $odd ] );
		$due = new WpdbDueTasks( new TaskTable( new Sql( $wpdb ), new SystemClock() ) );
		foreach ( [ null, false, true ] as $turn ) {
			self::assertSame(
				[ $odd, null, false ],
				[
					$due->next( $now, [], $turn )?->id,
					$due->next( $now, [], $turn )?->effect,
					$due->next( $now, [], $turn )?->makes_final(),
				]
			);
			self::assertSame( $known, $due->next( $now, [ $odd ], $turn )?->id );
		}
	}
}
