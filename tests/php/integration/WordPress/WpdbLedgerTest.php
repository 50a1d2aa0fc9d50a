<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Domain\Ledger\BackfillRows;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Origin;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\Tests\Unit\Domain\Ledger\LedgerContract;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeClock;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskTable;
use OrderInvoicer\WordPress\Tables\WpdbBackfillRows;
use OrderInvoicer\WordPress\Tables\WpdbLedger;

/** The ledger's rules on the real database. */
final class WpdbLedgerTest extends IntegrationTestCase {

	use LedgerContract;

	protected function make_ledger( FakeClock $clock ): WpdbLedger {
		return new WpdbLedger( new TaskTable( new Sql( $GLOBALS['wpdb'] ), $clock ) );
	}

	protected function backfill_rows(): BackfillRows {
		$table = new TaskTable( new Sql( $GLOBALS['wpdb'] ), $this->clock );
		return new WpdbBackfillRows( new Sql( $GLOBALS['wpdb'] ), $table, new WpdbLedger( $table ) );
	}

	/** Runners read rows that hooks of the shop write at the same moment. */
	public function test_a_runners_read_that_the_database_chose_to_end_a_deadlock_is_asked_again(): void {
		global $wpdb;
		$sql    = new Sql( $wpdb );
		$refuse = static function ( string $query ) use ( &$refused, &$times ): string {
			if ( ! str_ends_with( $query, 'FOR UPDATE' ) || $times-- <= 0 ) {
				return $query;
			}
			$refused = $query;
			return "SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213, MESSAGE_TEXT = 'Deadlock found'";
		};
		$read   = static fn (): array => $sql->rows_as_written(
			'SELECT id FROM %i',
			[ $sql->table( 'orderinvoicer_sync' ) ]
		);
		$sql->read_what_was_written();
		add_filter( 'query', $refuse );
		$suppressed = $wpdb->suppress_errors();
		try {
			[ $times, $refused ] = [ 1, '' ];
			self::assertSame( [], $read() );
			self::assertNotSame( '', $refused );
			$times = 2;
			$this->expectException( DatabaseRefused::class );
			$read();
		} finally {
			remove_filter( 'query', $refuse );
			$wpdb->suppress_errors( $suppressed );
		}
	}

	/** A runner and a hook of the shop open what follows of the same order. */
	public function test_rows_that_a_deadlock_kept_from_being_opened_are_opened_all_the_same(): void {
		global $wpdb;
		$times  = 1;
		$refuse = static function ( string $query ) use ( &$times ): string {
			return ! str_starts_with( $query, 'INSERT IGNORE' ) || $times-- <= 0
				? $query
				: "SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213, MESSAGE_TEXT = 'Deadlock found'";
		};
		$row    = fn ( Effect $effect ): array =>
			[ new TaskKey( 900001, $effect ), $this->clock->now(), 0, false ];
		$rows   = [ $row( Effect::RecordPayment ), $row( Effect::NotifyCustomer ) ];
		add_filter( 'query', $refuse );
		$suppressed = $wpdb->suppress_errors();
		try {
			[ $are_open ] = $this->ledger->open_several( $rows, new Origin() );
			self::assertTrue( $are_open );
			self::assertCount( 2, $this->ledger->for_order( 900001 ) );
		} finally {
			remove_filter( 'query', $refuse );
			$wpdb->suppress_errors( $suppressed );
		}
	}

	/** Rows that were tried again since, more than a page of days holds, and one that a copy brought along. */
	public function test_what_was_opened_on_a_copy_is_found_behind_a_thousand_other_rows(): void {
		global $wpdb;
		$at   = static fn ( string $when ): string => gmdate( 'Y-m-d H:i:s', strtotime( $when ) );
		$rows = array_map(
			static fn ( int $id ): string => $wpdb->prepare(
				"( %d, 'create_invoice', 'queued', %s, '', %s, %s )",
				$id,
				$at( '+1 day' ),
				$at( $id > 1100 ? '-30 minutes' : '-1 day' ),
				$at( $id > 1100 ? '-30 minutes' : '-1 minute' )
			),
			range( 1, 1101 )
		);
		$wpdb->query(
			"INSERT INTO {$wpdb->prefix}orderinvoicer_sync ( order_id, effect, state, due_at, error_message,"
				. ' created_at, updated_at ) VALUES ' . implode( ', ', $rows ) // phpcs:ignore WordPress.DB.PreparedSQL
		);

		PluginEngine::make()->opened_elsewhere()->since( new \DateTimeImmutable( '-1 hour' ), '' );

		$asks = "SELECT order_id FROM {$wpdb->prefix}orderinvoicer_sync WHERE error_code = 'opened_elsewhere'";
		self::assertSame( [ '1101' ], $wpdb->get_col( $asks ) ); // phpcs:ignore WordPress.DB.PreparedSQL
	}
}
