<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

/**
 * The one way to the database: literal statements with placeholders (`%i` names a table) and their arguments. The
 * sniffs of the coding standard and of Plugin Check do not know `%i` and cannot follow a statement into here, hence the
 * ignores: callers pass literals only, and PHPStan proves it. Nothing is cached beyond a moment, because other runners
 * write to the same rows.
 */
final class Sql {

	/** Values from which on a statement is kept as it was put: it takes longer to write than to ask. */
	private const MANY = 40;

	public function __construct(
		private readonly \wpdb $wpdb,
		private readonly Moment $moment = new Moment(),
	) {}

	private bool $is_runner = false;

	/** @var array{string, string} the long statement that was asked last, and as it was put to the database. */
	private array $last = [ '', '' ];

	/**
	 * Where a database is read from copies of itself (HyperDB, LudicrousDB), they may be behind. From here on this
	 * process reads where it writes.
	 */
	public function read_what_was_written(): void {
		$this->is_runner = true;
		foreach ( [ 'send_reads_to_primaries', 'send_reads_to_masters' ] as $method ) {
			$way = [ $this->wpdb, $method ];
			if ( is_callable( $way ) && method_exists( ...$way ) ) {
				$way();
				return;
			}
		}
	}

	/**
	 * @template T
	 * @param \Closure(): T $look asks each question once.
	 * @return T
	 */
	public function in_one_moment( \Closure $look ): mixed {
		if ( $this->moment->is_held() ) {
			return $look();
		}
		$this->moment->hold();
		try {
			return $look();
		} finally {
			$this->moment->release();
		}
	}

	/** A lock was taken, or is another's: what is read from here on is what its holder left. */
	public function begin_anew(): void {
		$this->moment->end();
	}

	/** Whether answers count for a moment now: one larger question is better than several small ones then. */
	public function remembers(): bool {
		return $this->moment->is_held();
	}

	/** SQLite speaks less than all of its language. Drop-ins for several servers never say `is_mysql`. */
	public function is_mysql(): bool {
		return $this->wpdb->__get( 'dbh' ) instanceof \mysqli;
	}

	/** The full name of one of our tables. */
	public function table( string $name ): string {
		return $this->wpdb->prefix . $name;
	}

	/** Which database this is, on which server; SQLite has none, and stands in a folder. */
	public function where(): string {
		$server = $this->rows_now( 'SHOW VARIABLES LIKE %s', [ 'hostname' ] )[0]['Value'] ?? ABSPATH;
		$names  = array_map(
			static fn ( string $name ): mixed => defined( $name ) ? constant( $name ) : '',
			[ 'DB_HOST', 'DB_NAME' ]
		);
		return implode( "\n", [ ...array_filter( $names, is_string( ... ) ), $this->table( '' ), $server ] );
	}

	public function options_table(): string {
		return $this->wpdb->options;
	}

	public function like( string $text ): string {
		return $this->wpdb->esc_like( $text );
	}

	/**
	 * @param literal-string   $sql
	 * @param list<string|int|array<string|int>> $arguments the first is the table that is changed.
	 * @return int rows changed.
	 * @throws DatabaseRefused nothing may go on as if it had been written.
	 */
	public function change( string $sql, array $arguments ): int {
		$prepared = $this->prepared( $sql, $arguments );
		// As the class says.
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery, WordPress.DB.PreparedSQL, PluginCheck.Security.DirectDB
		$write   = fn (): int|bool => $this->wpdb->query( $prepared );
		$changed = $this->moment->write( is_string( $arguments[0] ?? 0 ) ? $arguments[0] : '', $write );
		if ( $changed === false ) {
			throw new DatabaseRefused( 'The database refused a statement.' );
		}
		return (int) $changed;
	}

	/**
	 * A part of a statement that somebody else asks, such as WooCommerce's list of orders.
	 *
	 * @param literal-string   $sql
	 * @param list<string|int|array<string|int>> $arguments
	 */
	public function condition( string $sql, array $arguments ): string {
		return $this->prepared( $sql, $arguments );
	}

	/** The id of the row that was just inserted. */
	public function inserted_id(): int {
		return $this->wpdb->insert_id;
	}

	/**
	 * @param literal-string   $sql
	 * @param list<string|int|array<string|int>> $arguments
	 * @return list<array<string, string>> NULL as ''.
	 * @throws DatabaseRefused unknown is never none. `get_results()` answers an empty list to that, or the rows of the
	 *                         question before.
	 */
	public function rows( string $sql, array $arguments ): array {
		$prepared = $this->prepared( $sql, $arguments );
		$tables   = array_filter(
			$arguments,
			fn ( string|int|array $one ): bool => is_string( $one ) && str_starts_with( $one, $this->wpdb->prefix )
		);
		return $this->moment->remember( $prepared, fn (): array => $this->ask( $prepared ), $tables );
	}

	/**
	 * As `rows()`, for that by which a runner decides: a proxy before the database sends every other SELECT to a copy.
	 * Such a read takes part in deadlocks, and is the one that gives way; nothing is lost by asking again.
	 *
	 * @param literal-string   $sql
	 * @param list<string|int|array<string|int>> $arguments
	 * @return list<array<string, string>> NULL as ''.
	 * @throws DatabaseRefused
	 */
	public function rows_as_written( string $sql, array $arguments ): array {
		if ( ! $this->is_runner ) {
			return $this->rows( $sql, $arguments );
		}
		try {
			return $this->rows( "$sql FOR UPDATE", $arguments );
		} catch ( DatabaseRefused $refused ) {
			return stripos( $this->wpdb->last_error, 'deadlock' ) === false
				? throw $refused
				: $this->rows( "$sql FOR UPDATE", $arguments );
		}
	}

	/**
	 * As `rows()`, whatever is remembered.
	 *
	 * @param literal-string   $sql
	 * @param list<string|int|array<string|int>> $arguments
	 * @return list<array<string, string>> NULL as ''.
	 * @throws DatabaseRefused
	 */
	public function rows_now( string $sql, array $arguments ): array {
		return $this->ask( $this->prepared( $sql, $arguments ) );
	}

	/**
	 * @return list<array<string, string>>
	 * @throws DatabaseRefused
	 */
	private function ask( string $prepared ): array {
		// As `change()` says.
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery, WordPress.DB.PreparedSQL, PluginCheck.Security.DirectDB
		if ( $this->wpdb->query( $prepared ) === false ) {
			throw new DatabaseRefused( 'The database gave no answer.' );
		}
		$read = [];
		foreach ( $this->wpdb->last_result ?? [] as $row ) {
			$texts = [];
			foreach ( (array) $row as $column => $value ) {
				$texts[ (string) $column ] = is_scalar( $value ) ? (string) $value : '';
			}
			$read[] = $texts;
		}
		return $read;
	}

	/**
	 * @param literal-string   $sql
	 * @param list<string|int|array<string|int>> $arguments
	 * @return array<string, string>|null the first row; null when there is none.
	 * @throws DatabaseRefused
	 */
	public function one_or_none( string $sql, array $arguments ): ?array {
		return $this->rows( $sql, $arguments )[0] ?? null;
	}

	/**
	 * @param literal-string   $sql
	 * @param list<string|int|array<string|int>> $arguments
	 * @return string the first column of the first row, '' when there is none.
	 * @throws DatabaseRefused
	 */
	public function value( string $sql, array $arguments ): string {
		$row = array_values( $this->rows( $sql, $arguments )[0] ?? [] );
		return $row[0] ?? '';
	}

	/**
	 * A list takes its placeholder once for each value: `IN ( %d )`. An empty one is NULL, in which nothing is.
	 *
	 * @param literal-string                        $sql
	 * @param list<string|int|array<string|int>> $arguments
	 */
	private function prepared( string $sql, array $arguments ): string {
		$values = [];
		foreach ( $arguments as $one ) {
			array_push( $values, ...( is_array( $one ) ? array_values( $one ) : [ $one ] ) );
		}
		// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- A key for this process.
		$mark = count( $values ) > self::MANY ? $sql . serialize( $arguments ) : '';
		if ( $mark !== '' && $mark === $this->last[0] ) {
			return $this->last[1];
		}
		if ( array_filter( $arguments, is_array( ... ) ) !== [] ) {
			$sql = (string) preg_replace_callback(
				'/%[a-z]/',
				static function ( array $mark ) use ( &$arguments ): string {
					$one = array_shift( $arguments );
					$all = is_array( $one ) ? count( $one ) : 1;
					return $all === 0 ? 'NULL' : implode( ', ', array_fill( 0, $all, $mark[0] ) );
				},
				$sql
			);
		}
		/** @var literal-string $sql */
		$prepared   = (string) $this->wpdb->prepare( $sql, ...$values ); // phpcs:ignore WordPress.DB -- see above.
		$this->last = $mark === '' ? $this->last : [ $mark, $prepared ];
		return $prepared;
	}
}
