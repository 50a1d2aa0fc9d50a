<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Origin;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Unit\World\Fakes\DueOfLedger;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\WpdbDueTasks;
use OrderInvoicer\WordPress\Tables\WpdbLedger;

/** The unit tests' sequence of due rows is the database's. */
final class WpdbDueTasksTest extends IntegrationTestCase {

	public function test_both_name_the_same_rows_one_after_the_other(): void {
		global $wpdb;
		$wpdb->query( "DELETE FROM {$wpdb->prefix}orderinvoicer_sync" );
		$ledger  = new WpdbLedger( new Sql( $wpdb ), new SystemClock() );
		$now     = new \DateTimeImmutable( '2026-03-02 10:00:00', new \DateTimeZone( 'UTC' ) );
		$effects = [
			Effect::ValidateInvoice,
			Effect::CreateInvoice,
			Effect::ValidateCreditNote,
			Effect::RecordPayment,
			Effect::FollowOrder,
		];
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
		$database = new WpdbDueTasks( new Sql( $wpdb ), new SystemClock() );
		$memory   = new DueOfLedger( $ledger );
		foreach ( [ null, false, true ] as $turn ) {
			$seen = [];
			do {
				$next = $database->next( $now, $seen, $turn );
				self::assertEquals( $memory->next( $now, $seen, $turn ), $next );
				$seen[] = $next->id ?? 0;
			} while ( $next !== null );
			self::assertCount( $turn === false ? 22 : 36, $seen );
		}
	}

	/** A newer release was here before: its row holds up no other. */
	public function test_a_row_that_this_release_does_not_know_is_named_too(): void {
		global $wpdb;
		$wpdb->query( "DELETE FROM {$wpdb->prefix}orderinvoicer_sync" );
		$ledger = new WpdbLedger( new Sql( $wpdb ), new SystemClock() );
		$now    = new \DateTimeImmutable( '2026-03-02 10:00:00', new \DateTimeZone( 'UTC' ) );
		$odd    = (int) $ledger->open( new TaskKey( 920001, Effect::CreateOrder ), $now->modify( '-2 hours' ) );
		$known  = (int) $ledger->open( new TaskKey( 920002, Effect::CreateInvoice ), $now->modify( '-1 hour' ) );
		$wpdb->update( "{$wpdb->prefix}orderinvoicer_sync", [ 'effect' => 'of_a_later_release' ], [ 'id' => $odd ] );
		$due = new WpdbDueTasks( new Sql( $wpdb ), new SystemClock() );
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
