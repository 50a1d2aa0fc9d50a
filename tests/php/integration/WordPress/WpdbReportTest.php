<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Unit\Domain\Report\ReportContract;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeClock;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskTable;
use OrderInvoicer\WordPress\Tables\WpdbLedger;
use OrderInvoicer\WordPress\Tables\WpdbReport;

/** The report's rules on the real database. */
final class WpdbReportTest extends IntegrationTestCase {

	use ReportContract;

	protected function setUp(): void {
		parent::setUp();
		$sql          = new Sql( $GLOBALS['wpdb'] );
		$this->clock  = new FakeClock();
		$this->ledger = new WpdbLedger( new TaskTable( $sql, $this->clock ) );
		$this->report = new WpdbReport( $sql, $this->clock );
	}

	/** WordPress's own choice changed, or a drop-in for several servers makes none. */
	public function test_tables_that_were_made_with_other_collations_are_compared_all_the_same(): void {
		global $wpdb;
		$table = "{$wpdb->prefix}orderinvoicer_amounts";
		// phpcs:disable WordPress.DB.PreparedSQL -- Our own words.
		$made = (string) $wpdb->get_var( "SHOW CREATE TABLE $table", 1 );
		$then = (string) preg_replace( '/ COLLATE[ =]\w+/', '', str_replace( $table, 'of_then', $made ) );
		$wpdb->query( str_replace( 'CREATE TABLE', 'CREATE TEMPORARY TABLE', $then ) . ' COLLATE=utf8mb4_turkish_ci' );
		// phpcs:enable
		$other = static fn ( string $sql ): string => str_replace( "`$table`", '`of_then`', $sql );
		add_filter( 'query', $other );
		try {
			$task = $this->made( 900001, 7001, 'F-2' );
			$this->report->reconcile( 0, $task->id + 1 );
			$wpdb->query( "UPDATE of_then SET number = 'F-1', read_at = '2026-01-01 00:00:00'" );
			$this->report->reconcile( 0, $task->id + 1 );
		} finally {
			remove_filter( 'query', $other );
		}
		self::assertNull( $wpdb->get_var( 'SELECT read_at FROM of_then' ), 'It has another number in the ledger.' );
		$wpdb->query( 'DROP TEMPORARY TABLE of_then' );
	}

	protected function stored( int $task_id ): ?array {
		global $wpdb;
		$row = $wpdb->get_row(
			$wpdb->prepare( "SELECT * FROM {$wpdb->prefix}orderinvoicer_amounts WHERE sync_id = %d", $task_id ),
			ARRAY_A
		);
		if ( $row === null ) {
			return null;
		}
		$int   = static fn ( string $column ): ?int => $row[ $column ] === null ? null : (int) $row[ $column ];
		$taxes = $row['taxes'] === null ? null : json_decode( $row['taxes'], true );
		return [
			'document' =>
				[ $row['number'], $row['document_date'], $row['currency'], $int( 'excl_tax' ), $int( 'incl_tax' ) ],
			'taxes'    => $taxes === null
				? null
				: array_map( static fn ( array $tax ): array => [ $tax['id'], $tax['percent'], $tax['vat'] ], $taxes ),
			'order'    => [
				$row['order_paid_at'],
				$row['gateway'],
				$row['country'],
				$row['buyer'],
				$row['order_currency'],
				$int( 'order_total' ),
			],
		];
	}
}
