<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration;

/**
 * The database as the suite found it. Only tables that were written or made anew since are put back: to drop and make
 * all of them takes longer than most tests.
 */
final class Snapshot {

	/** When all was last as it was found, by the database's own clock; '' until it was once. */
	private static string $since = '';

	/** @var array<string, string>|null statements by table; '' for what stands before and after them. */
	private static ?array $parts = null;

	public static function put_back(): void {
		$parts   = self::parts();
		$changed = self::$since === '' ? $parts : array_diff_key( $parts, array_flip( self::untouched() ) );
		self::run( implode( '', [ $parts['head'], ...array_diff_key( $changed, [ 'head' => 1 ] ) ] ) );
		self::$since = (string) $GLOBALS['wpdb']->get_var( 'SELECT NOW()' );
	}

	/**
	 * Moments are whole seconds: what was put back in this one counts as written.
	 *
	 * @return list<string>
	 */
	private static function untouched(): array {
		global $wpdb;
		return $wpdb->get_col(
			$wpdb->prepare(
				'SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()'
					. ' AND create_time < %s AND COALESCE( update_time, create_time ) < %s',
				self::$since,
				self::$since
			)
		);
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
