<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration;

/**
 * The database as the suite found it. Only tables that were written or made anew since are put back: to drop and make
 * all of them takes longer than most tests.
 */
final class Snapshot {

	/** @var array<string, string> a mark of each table as it was found; empty until all was put back once. */
	private static array $found = [];

	/** @var array<string, string>|null statements by table; '' for what stands before and after them. */
	private static ?array $parts = null;

	public static function put_back(): void {
		global $wpdb;
		$parts   = self::parts();
		$changed = self::$found === []
			? $parts
			: array_diff_key( $parts, array_diff_key( self::$found, self::written(), self::made_anew() ) );
		self::run( implode( '', [ $parts['head'], ...array_diff_key( $changed, [ 'head' => 1 ] ) ] ) );
		self::$found = self::marks();
		$wpdb->query( 'FLUSH TABLE_STATISTICS' );
	}

	/**
	 * The server counts rows, whichever process writes them (`userstat`).
	 *
	 * @return array<string, mixed> by table.
	 */
	private static function written(): array {
		global $wpdb;
		return array_flip(
			$wpdb->get_col(
				'SELECT table_name FROM information_schema.table_statistics'
					. ' WHERE table_schema = DATABASE() AND rows_changed > 0'
			)
		);
	}

	/** @return array<string, mixed> by table: those that were dropped, emptied, altered, or made by the test itself. */
	private static function made_anew(): array {
		return array_diff_assoc( self::$found, self::marks() );
	}

	/**
	 * By table. What empties one gives it another number, what alters it another file.
	 *
	 * @return array<string, string>
	 */
	private static function marks(): array {
		global $wpdb;
		clearstatcache();
		$numbers = $wpdb->get_results(
			"SELECT SUBSTRING_INDEX( name, '/', -1 ) AS name, table_id FROM information_schema.innodb_sys_tables"
				. " WHERE name LIKE CONCAT( DATABASE(), '/%' )",
			OBJECT_K
		);
		$folder  = $wpdb->get_var( 'SELECT CONCAT( @@datadir, DATABASE() )' );
		$marks   = [];
		foreach ( $numbers as $table => $row ) {
			$file            = "$folder/$table.frm";
			$marks[ $table ] = $row->table_id . ' ' . ( is_file( $file ) ? fileinode( $file ) : '' );
		}
		return $marks;
	}

	/** @return array<string, string> */
	private static function parts(): array {
		if ( self::$parts === null ) {
			$dump        = (string) file_get_contents( (string) getenv( 'ORDERINVOICER_SITE_DUMP' ) );
			$pieces      = (array) preg_split(
				'/^--\n-- Table structure for table `(\w+)`\n--\n/m',
				$dump,
				-1,
				PREG_SPLIT_DELIM_CAPTURE
			);
			self::$parts = [ 'head' => (string) array_shift( $pieces ) ];
			foreach ( array_chunk( $pieces, 2 ) as [ $table, $statements ] ) {
				self::$parts[ (string) $table ] = (string) $statements;
			}
		}
		return self::$parts;
	}

	private static function run( string $statements ): void {
		$process = proc_open(
			[
				'mariadb',
				'--no-defaults',
				'--socket=' . getenv( 'ORDERINVOICER_SITE_SOCKET' ),
				'--user=root',
				DB_NAME,
			],
			[
				0 => [ 'pipe', 'r' ],
				1 => STDERR,
				2 => STDERR,
			],
			$pipes
		);
		if ( ! is_resource( $process ) ) {
			throw new \RuntimeException( 'The client of the database does not start.' );
		}
		fwrite( $pipes[0], $statements );
		fclose( $pipes[0] );
		if ( proc_close( $process ) !== 0 ) {
			throw new \RuntimeException( 'The database could not be put back.' );
		}
	}
}
