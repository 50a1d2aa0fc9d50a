<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Options;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\Sql;

/**
 * Options that runners tell each other things by: read and written in the table itself, never through the object cache,
 * whose copy in a long-lived process is stale. Not autoloaded.
 */
final class FreshOptions {

	/** @var array<string, string>|null by name, during `together()`. */
	private ?array $read = null;

	/** @var list<string> */
	private array $prefixes = [];

	public function __construct( private readonly Sql $sql ) {}

	/**
	 * One look at many options: all whose names begin so are read by one query, once, and `$look` is told of them. What it
	 * writes itself ends that.
	 *
	 * @template T
	 * @param non-empty-list<string> $prefixes
	 * @param \Closure(): T          $look
	 * @return T
	 * @throws DatabaseRefused
	 */
	public function together( array $prefixes, \Closure $look ): mixed {
		$any  = implode( ' OR ', array_fill( 0, count( $prefixes ), 'option_name LIKE %s' ) );
		$rows = $this->sql->rows(
			"SELECT option_name, option_value FROM %i WHERE $any ORDER BY option_id",
			[ $this->sql->options_table(), ...array_map( fn ( string $prefix ): string => $this->sql->like( $prefix ) . '%', $prefixes ) ]
		);
		$read = [];
		foreach ( $rows as $row ) {
			$read[ $row['option_name'] ?? '' ] = $row['option_value'] ?? '';
		}
		$this->prefixes = $prefixes;
		$this->read     = $read;
		try {
			return $look();
		} finally {
			$this->read = null;
		}
	}

	public function get( string $name ): string {
		if ( $this->is_read( $name ) ) {
			return $this->read[ $name ] ?? '';
		}
		return $this->sql->one_or_none( 'SELECT option_value FROM %i WHERE option_name = %s', [ $this->sql->options_table(), $name ] )['option_value'] ?? '';
	}

	/** @return list<string> the values of all whose name begins so. */
	public function starting_with( string $prefix ): array {
		if ( $this->is_read( $prefix ) ) {
			return array_values( array_filter( $this->read ?? [], static fn ( string $name ): bool => str_starts_with( $name, $prefix ), ARRAY_FILTER_USE_KEY ) );
		}
		$rows = $this->sql->rows(
			'SELECT option_value FROM %i WHERE option_name LIKE %s ORDER BY option_id',
			[ $this->sql->options_table(), $this->sql->like( $prefix ) . '%' ]
		);
		return array_column( $rows, 'option_value' );
	}

	public function set( string $name, string $value ): void {
		$this->sql->change(
			"INSERT INTO %i ( option_name, option_value, autoload ) VALUES ( %s, %s, 'off' ) ON DUPLICATE KEY UPDATE option_value = VALUES( option_value )",
			[ $this->sql->options_table(), $name, $value ]
		);
		$this->forget( $name );
	}

	/** Adds one to a number, atomically. */
	public function increment( string $name ): int {
		$this->sql->change(
			"INSERT INTO %i ( option_name, option_value, autoload ) VALUES ( %s, '1', 'off' ) ON DUPLICATE KEY UPDATE option_value = option_value + 1",
			[ $this->sql->options_table(), $name ]
		);
		$this->forget( $name );
		return (int) $this->get( $name );
	}

	/** True for the one who changed it. */
	public function replace( string $name, string $old, string $new_value ): bool {
		$changed = $this->sql->change(
			'UPDATE %i SET option_value = %s WHERE option_name = %s AND option_value = %s',
			[ $this->sql->options_table(), $new_value, $name, $old ]
		);
		$this->forget( $name );
		return $changed === 1;
	}

	/** True when there was one. */
	public function delete( string $name ): bool {
		$deleted = $this->sql->change( 'DELETE FROM %i WHERE option_name = %s', [ $this->sql->options_table(), $name ] );
		$this->forget( $name );
		return $deleted === 1;
	}

	private function is_read( string $name ): bool {
		foreach ( $this->read === null ? [] : $this->prefixes as $prefix ) {
			if ( str_starts_with( $name, $prefix ) ) {
				return true;
			}
		}
		return false;
	}

	/** What was read of it before is no longer so. */
	private function forget( string $name ): void {
		$this->read = null;
		wp_cache_delete( $name, 'options' );
	}
}
