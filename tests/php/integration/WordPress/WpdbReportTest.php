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
