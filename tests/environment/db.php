<?php
/**
 * A drop-in for the database. It does nothing unless ORDERINVOICER_DATABASE is set: then it behaves as those that lead
 * to several servers (HyperDB, LudicrousDB) do. Questions go to a second connection, which may lead to a copy that is
 * behind; `ready` is never set; a question that finds no server is counted and reported nowhere.
 *
 * split    a table that this process has written is read where it was written.
 * replica  every SELECT goes to the copy, as where a proxy stands before the database.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

if ( getenv( 'ORDERINVOICER_DATABASE' ) === false ) {
	return;
}

// phpcs:disable WordPress.DB, Squiz, WordPress.WP.AlternativeFunctions -- stands in the place of the database class.
// phpcs:disable WordPress.WP.GlobalVariablesOverride, PSR2.Methods.MethodDeclaration

final class Split_Database extends wpdb {

	public int $num_failed_queries = 0;

	/** No server answers. */
	public bool $is_cut_off = false;

	/** The database that SELECTs are put to; empty: the one that is written to, on the other connection. */
	public string $copy = '';

	/** @var array<string, true>|true tables that are read where they are written; true: all. */
	public array|bool $written = [];

	/** @var array<string, mysqli> */
	private array $connections = [];

	public function __construct( private readonly bool $always ) {
		mysqli_report( MYSQLI_REPORT_OFF );
		$this->init_charset();
		$this->collate = ''; // Before there is a connection, WordPress names a network's that does not go with utf8mb4.
	}

	public function send_reads_to_masters(): void {
		if ( ! $this->always ) {
			$this->written = true;
		}
	}

	/** As in another process. */
	public function forget_what_was_written(): void {
		$this->written = [];
	}

	public function db_connect( $query = '' ) {
		if ( $query === '' || $this->is_cut_off ) {
			return false;
		}
		$way = $this->is_read( $query ) ? 'read' : 'write';
		if ( ! isset( $this->connections[ $way ] ) ) {
			$connection = mysqli_init();
			[ , $socket ] = explode( ':', DB_HOST, 2 );
			mysqli_real_connect( $connection, 'localhost', DB_USER, DB_PASSWORD, null, 0, $socket );
			mysqli_query( $connection, "SET NAMES '$this->charset'" );
			mysqli_query( $connection, "SET SESSION sql_mode = ''" );
			$this->connections[ $way ] = $connection;
		}
		mysqli_select_db(
			$this->connections[ $way ],
			$way === 'read' && $this->copy !== '' ? $this->copy : DB_NAME
		);
		return $this->connections[ $way ];
	}

	public function query( $query ) {
		$query = apply_filters( 'query', $query );
		$this->flush();
		$this->last_error = '';
		$this->last_query = $query;
		$this->dbh        = $this->db_connect( $query );
		if ( ! $this->dbh instanceof mysqli ) {
			$this->last_error = 'Database connection failed';
			++$this->num_failed_queries;
			return false;
		}
		$this->result = mysqli_query( $this->dbh, $query );
		++$this->num_queries;
		$this->last_error = mysqli_error( $this->dbh );
		if ( $this->last_error !== '' ) {
			$this->print_error( $this->last_error );
			++$this->num_failed_queries;
			return false;
		}
		if ( preg_match( '/^\s*(insert|delete|update|replace|alter)\s/i', $query ) ) {
			$this->rows_affected = mysqli_affected_rows( $this->dbh );
			if ( preg_match( '/^\s*(insert|replace)\s/i', $query ) ) {
				$this->insert_id = mysqli_insert_id( $this->dbh );
			}
			return $this->rows_affected;
		}
		if ( is_bool( $this->result ) ) {
			return $this->result;
		}
		$this->col_info    = mysqli_fetch_fields( $this->result );
		$this->last_result = [];
		while ( true ) {
			$row = mysqli_fetch_object( $this->result );
			if ( ! is_object( $row ) ) {
				break;
			}
			$this->last_result[] = $row;
		}
		mysqli_free_result( $this->result );
		$this->result   = null;
		$this->num_rows = count( $this->last_result );
		return $this->num_rows;
	}

	public function _real_escape( $data ) {
		return $this->add_placeholder_escape( addslashes( (string) $data ) );
	}

	/** Only SELECTs and the like are questions; what was written here is asked where it was written. */
	private function is_read( string $query ): bool {
		$is_question = preg_match( '/^[\s(]*(?:SELECT|SHOW|DESCRIBE|DESC|EXPLAIN)\s/i', $query ) === 1;
		if ( $this->always ) {
			return $is_question && ! str_ends_with( $query, ' FOR UPDATE' );
		}
		$table = (string) $this->get_table_from_query( $query );
		if ( ! $is_question ) {
			if ( is_array( $this->written ) && $table !== '' ) {
				$this->written[ $table ] = true;
			}
			return false;
		}
		if ( ! is_array( $this->written ) || isset( $this->written[ $table ] ) ) {
			return false;
		}
		$beginning = substr( $query, 0, 1000 );
		foreach ( array_keys( $this->written ) as $written ) {
			if ( stripos( $beginning, $written ) !== false ) {
				return false;
			}
		}
		return true;
	}
}

$GLOBALS['wpdb'] = new Split_Database( getenv( 'ORDERINVOICER_DATABASE' ) === 'replica' );
