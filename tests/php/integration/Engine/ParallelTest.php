<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\Tests\Integration\SideBySide;
use OrderInvoicer\Tests\Unit\World\HeldTask;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskTable;
use OrderInvoicer\WordPress\Tables\WpdbLedger;

/** Many real processes at the same moment: each row is opened once and worked once. */
final class ParallelTest extends CommittedTestCase {

	private const PROCESSES = 24;
	private const ROWS      = 60;
	private const CONTESTED = 900000;

	public function test_each_row_is_opened_once_and_worked_once(): void {
		$ledger = new WpdbLedger( new TaskTable( new Sql( $GLOBALS['wpdb'] ), new SystemClock() ) );
		for ( $i = 1; $i <= self::ROWS; $i++ ) {
			$ledger->open(
				new TaskKey( self::CONTESTED + $i, Effect::CreateInvoice ),
				new \DateTimeImmutable( '-1 minute' )
			);
		}
		$results = $this->run_all();
		$made    = array_merge( ...array_column( $results, 'made' ) );

		self::assertCount( self::PROCESSES, $results );
		self::assertSame(
			1,
			array_sum( array_column( $results, 'opened' ) ),
			'The hook fired five times in every process: one row.'
		);
		self::assertCount( 1, array_filter( array_column( $results, 'linked' ) ), 'One may create the customer.' );
		self::assertSame( array_values( array_unique( $made ) ), $made, 'No row was worked twice.' );
		self::assertCount( self::ROWS + 1, $made );
		self::assertSame(
			TaskState::Done,
			$ledger->find_by_key( new TaskKey( self::CONTESTED, Effect::CreateInvoice ) )?->state
		);
		self::assertGreaterThan(
			1,
			count( array_filter( array_column( $results, 'made' ) ) ),
			'More than one process had a share.'
		);
	}

	/**
	 * Otherwise the two may wait for each other, and the database gives up the event: a document that nobody misses.
	 */
	public function test_an_event_waits_for_no_row_of_another_order(): void {
		global $wpdb;
		$ledger = new WpdbLedger( new TaskTable( new Sql( $wpdb ), new SystemClock() ) );
		$now    = new \DateTimeImmutable();
		$keys   = array_map(
			static fn ( string $kind ): TaskKey => new TaskKey( self::CONTESTED, Effect::from( "create_$kind" ) ),
			[ 'estimate', 'order', 'delivery', 'proforma', 'invoice' ]
		);
		foreach ( $keys as $key ) {
			$id = (int) $ledger->open( $key, $now );
			$ledger->claim( $id, $now, 'a', $now->modify( '+1 day' ) );
		}
		$ledger->save(
			TaskTransitions::left_out(
				HeldTask::by( $ledger, $id, 'a' ),
				new Problem( ProblemCode::NoLongerTriggered )
			)
		);
		$other = (int) $ledger->open( new TaskKey( self::CONTESTED + 1, Effect::CreateInvoice ), $now );
		$wpdb->query( "ANALYZE TABLE {$wpdb->prefix}orderinvoicer_sync" );
		$wpdb->query( 'SET SESSION innodb_lock_wait_timeout = 1' );

		$runner = new \wpdb( DB_USER, DB_PASSWORD, DB_NAME, DB_HOST );
		$runner->query( 'START TRANSACTION' );
		$runner->query( "UPDATE {$wpdb->prefix}orderinvoicer_sync SET state = 'working' WHERE id = $other" );

		try {
			self::assertSame( $id, $ledger->open_all( $keys, $now ) );
		} finally {
			$runner->query( 'ROLLBACK' );
		}
	}

	/** Otherwise two that save at the same moment wait for each other, and the database refuses one. */
	public function test_who_saves_locks_no_place_where_another_order_is_claimed(): void {
		global $wpdb;
		$ledger = new WpdbLedger( new TaskTable( new Sql( $wpdb ), new SystemClock() ) );
		$now    = new \DateTimeImmutable();
		$until  = $now->modify( '+1 day' );
		$ids    = [];
		for ( $i = 0; $i < self::ROWS; $i++ ) {
			$ids[] = (int) $ledger->open( new TaskKey( self::CONTESTED + $i, Effect::CreateInvoice ), $now );
		}
		$ledger->claim( $ids[0], $now, 'a', $until );
		$runner = new \wpdb( DB_USER, DB_PASSWORD, DB_NAME, DB_HOST );
		$runner->set_prefix( $wpdb->prefix );
		$runner->query( 'SET SESSION innodb_lock_wait_timeout = 1' );

		$wpdb->query( 'START TRANSACTION' );
		try {
			$change = TaskTransitions::left_out(
				HeldTask::by( $ledger, $ids[0], 'a' ),
				new Problem( ProblemCode::NoLongerTriggered )
			);
			self::assertTrue( $ledger->save( $change ) );
			$other = new WpdbLedger( new TaskTable( new Sql( $runner ), new SystemClock() ) );
			self::assertNotNull( $other->claim( $ids[1], $now, 'b', $until ) );
		} finally {
			$wpdb->query( 'ROLLBACK' );
		}
	}

	/** @return list<array{opened: int, linked: bool, made: list<int>}> */
	private function run_all(): array {
		$printed = SideBySide::run(
			self::PROCESSES,
			[
				__DIR__ . '/parallel-worker.php',
				'worker#',
				(string) self::CONTESTED,
			]
		);
		return array_map(
			static function ( string $json ): array {
				$result = json_decode( $json, true );
				self::assertIsArray( $result, "A worker said: $json" );
				return $result;
			},
			$printed
		);
	}
}
