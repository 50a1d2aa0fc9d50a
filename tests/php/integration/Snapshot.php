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

	private static ?\mysqli $connection = null;

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

	/**
	 * On a connection of its own, which knows nothing of the test's transactions and settings. A client would be a copy
	 * of this process first, of hundreds of megabytes.
	 */
	private static function run( string $statements ): void {
		// phpcs:disable WordPress.DB.RestrictedClasses.mysql__mysqli, WordPress.DB.RestrictedFunctions
		self::$connection ??= new \mysqli(
			hostname: 'localhost',
			username: 'root',
			password: '',
			database: DB_NAME,
			socket: (string) getenv( 'ORDERINVOICER_SITE_SOCKET' )
		);
		$is_done = self::$connection->multi_query( $statements );
		while ( $is_done && self::$connection->more_results() ) {
			$is_done = self::$connection->next_result();
		}
		// phpcs:enable
		if ( ! $is_done ) {
			throw new \RuntimeException( 'The database could not be put back: ' . self::$connection->error );
		}
	}
}
