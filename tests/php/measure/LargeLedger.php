<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Measure;

use OrderInvoicer\Wiring\Adapters;

/**
 * A ledger of many rows, filled in by MariaDB itself: three tasks of each order over a year, one in twenty left out,
 * one in a thousand for a person, one in two thousand waiting; one try of each. Documents were seen an hour ago, one in
 * fifty as due.
 */
final class LargeLedger {

	private const EMPTIED = [
		'orderinvoicer_sync',
		'orderinvoicer_attempts',
		'orderinvoicer_amounts',
		'orderinvoicer_counts',
	];

	public function __construct( private readonly \wpdb $wpdb ) {}

	public function fill( int $rows ): void {
		$this->empty();
		$sync     = $this->wpdb->prefix . 'orderinvoicer_sync';
		$attempts = $this->wpdb->prefix . 'orderinvoicer_attempts';
		$amounts  = $this->wpdb->prefix . 'orderinvoicer_amounts';
		$backfill = intdiv( $rows, 2 );
		$this->run(
			"INSERT INTO $sync ( order_id, effect, state, backfill_id, due_at, remote_type, remote_id, remote_number,
				error_code, error_message, checked_at, made_at, created_at, updated_at )
			SELECT order_id, effect, state, IF( number <= $backfill, 1, 0 ), at, 'invoice',
				IF( state = 'done', order_id, 0 ), IF( state = 'done', CONCAT( 'F-', order_id ), '' ),
				CASE state WHEN 'attention' THEN ELT( 1 + number DIV 1000 % 3, 'tax_unmapped', 'document_gone',
					'customer_ambiguous' ) WHEN 'skipped' THEN 'nothing_to_invoice' ELSE '' END, '{}',
				IF( state = 'done', at, NULL ), IF( state = 'done' AND effect = 'create_invoice', at, NULL ), at, at
			FROM (
				SELECT seq AS number, 1000000 + seq DIV 3 AS order_id, ELT( 1 + seq % 3, 'create_invoice',
					'validate_invoice', 'record_payment' ) AS effect,
					CASE WHEN seq % 1000 = 7 THEN 'attention' WHEN seq % 2000 = 11 THEN 'queued'
						WHEN seq % 20 = 3 THEN 'skipped' ELSE 'done' END AS state,
					UTC_TIMESTAMP() - INTERVAL ( ( $rows - seq ) * ( 31536000 / $rows ) ) SECOND AS at
				FROM seq_1_to_$rows
			) filled"
		);
		$this->run(
			"INSERT INTO $attempts ( sync_id, attempt, outcome, error_message, created_at ) SELECT id, 1,"
				. " IF( state = 'done', 'done', 'released' ), '', updated_at FROM $sync"
		);
		$this->run(
			"INSERT INTO $amounts ( sync_id, order_id, kind, remote_id, made_at, number, read_at, document_date,
				currency, excl_tax, incl_tax, order_read_at, order_created_at, order_paid_at, order_currency,
				order_total, seen_status, seen_due, seen_at )
			SELECT id, order_id, 'invoice', remote_id, made_at, remote_number, made_at, DATE( made_at ),
				'EUR', 1000, 1200, made_at, made_at, IF( id % 2 = 0, made_at, NULL ), 'EUR', 1200,
				IF( id % 50 = 0, 'due', 'paid' ), IF( id % 50 = 0, 1200, 0 ), UTC_TIMESTAMP() - INTERVAL 1 HOUR
			FROM $sync WHERE made_at IS NOT NULL"
		);
		$this->run( "ANALYZE TABLE $sync, $attempts, $amounts" );
	}

	public function empty(): void {
		foreach ( self::EMPTIED as $table ) {
			$this->run( "TRUNCATE TABLE {$this->wpdb->prefix}$table" );
		}
		$this->run( "DELETE FROM {$this->wpdb->options} WHERE option_name = 'orderinvoicer_hourly_count'" );
		wp_cache_flush();
	}

	/**
	 * @return array{ms: float, queries: int, rows: int, status: int} of the second of two askings: PHP's files are read
	 *         by then.
	 */
	public function cost_of( string $path ): array {
		$this->ask( $path );
		wp_cache_flush();
		wp_load_alloptions();
		$before  = $this->rows_read();
		$between = $this->rows_read();
		$queries = $this->wpdb->num_queries;
		$start   = hrtime( true );
		$status  = $this->ask( $path );
		$ms      = ( hrtime( true ) - $start ) / 1e6;
		$asked   = $this->wpdb->num_queries - $queries;
		return [
			'ms'      => $ms,
			'queries' => $asked,
			'rows'    => $this->rows_read() - $between - ( $between - $before ),
			'status'  => $status,
		];
	}

	/** @return array{int, float} rows and milliseconds of an hour's count, once all was counted. */
	public function cost_of_an_hour(): array {
		$hourly = ( new Adapters( $this->wpdb ) )->hourly_count();
		do {
			$hourly->handle_sweep();
		} while ( $hourly->read()?->is_known === false );
		$kept = json_decode( (string) get_option( 'orderinvoicer_hourly_count' ), true );
		if ( is_array( $kept ) ) {
			$kept['at'] -= HOUR_IN_SECONDS;
			update_option( 'orderinvoicer_hourly_count', wp_json_encode( $kept ), false );
		}
		$before = $this->rows_read();
		$start  = hrtime( true );
		$hourly->handle_sweep();
		return [ $this->rows_read() - $before, ( hrtime( true ) - $start ) / 1e6 ];
	}

	private function ask( string $path ): int {
		$request = \WP_REST_Request::from_url( rest_url( $path ) );
		return $request === false ? 0 : rest_do_request( $request )->get_status();
	}

	/** Of this connection so far. */
	public function rows_read(): int {
		return (int) array_sum(
			array_column(
				(array) $this->wpdb->get_results( "SHOW SESSION STATUS LIKE 'Handler\\_read%'", ARRAY_A ),
				'Value'
			)
		);
	}

	private function run( string $sql ): void {
		if ( $this->wpdb->query( $sql ) === false ) { // phpcs:ignore WordPress.DB.PreparedSQL -- Our own words.
			throw new \RuntimeException( $this->wpdb->last_error );
		}
	}
}
