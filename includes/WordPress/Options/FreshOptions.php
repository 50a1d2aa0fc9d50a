<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Options;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\KeptValues;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\Sql;

/**
 * Options by which runners inform each other: read and written in the table itself, never through the object cache,
 * whose copy in a long-lived process is stale. Not autoloaded, but for `add_loaded()`. While a runner is at work, one
 * question reads all of ours for a moment (`Moment`).
 */
final class FreshOptions implements KeptValues {

	private const OURS = 'orderinvoicer_';

	/** Not ours, but a copied shop shows by it. */
	private const HOME = 'home';

	public function __construct( private readonly Sql $sql ) {}

	/**
	 * One look at many options: one question reads all of ours, and `$look` is told of them. What it writes itself it
	 * sees.
	 *
	 * @template T
	 * @param \Closure(): T $look
	 * @return T
	 * @throws DatabaseRefused
	 */
	public function together( \Closure $look ): mixed {
		return $this->sql->in_one_moment( $look );
	}

	/** Which database they stand in, in words for nobody. */
	public function where(): string {
		return $this->sql->where();
	}

	public function get( string $name ): string {
		if ( $this->sql->remembers() ) {
			return $this->values( self::OURS )[ $name ] ?? '';
		}
		return $this->sql->one_or_none(
			'SELECT option_value FROM %i WHERE option_name = %s',
			[ $this->sql->options_table(), $name ]
		)['option_value']
			?? '';
	}

	/** @return list<string> the values of all whose name begins so, oldest first. */
	public function starting_with( string $prefix ): array {
		$rows   = array_filter(
			$this->rows( $this->sql->remembers() ? self::OURS : $prefix ),
			static fn ( array $row ): bool => str_starts_with( $row['option_name'] ?? '', $prefix )
		);
		$ids    = array_map( intval( ... ), array_column( $rows, 'option_id' ) );
		$values = array_column( $rows, 'option_value' );
		array_multisort( $ids, $values );
		return $values;
	}

	/**
	 * What WordPress keeps in this process of these options and of `home` becomes what the table says. Not where
	 * processes share what is kept.
	 *
	 * @param list<string> $names of ours.
	 */
	public function renew( array $names ): void {
		$values = $this->values( self::OURS );
		$loaded = wp_cache_get( 'alloptions', 'options' );
		$loaded = is_array( $loaded ) ? $loaded : [];
		$absent = wp_cache_get( 'notoptions', 'options' );
		foreach ( [ ...$names, self::HOME ] as $name ) {
			if ( isset( $loaded[ $name ], $values[ $name ] ) ) {
				$loaded[ $name ] = $values[ $name ];
			} else {
				unset( $loaded[ $name ] );
				isset( $values[ $name ] )
					? wp_cache_set( $name, $values[ $name ], 'options' )
					: wp_cache_delete( $name, 'options' );
			}
		}
		if ( $loaded !== [] ) {
			wp_cache_set( 'alloptions', $loaded, 'options' );
		}
		if ( is_array( $absent ) ) {
			wp_cache_set( 'notoptions', array_diff_key( $absent, $values ), 'options' );
		}
	}

	/** @return array<int|string, string> by name; with `home`. */
	private function values( string $prefix ): array {
		return array_column( $this->rows( $prefix ), 'option_value', 'option_name' );
	}

	/**
	 * In no order: to sort them, with their values, takes the database almost as long as to find them.
	 *
	 * @return list<array<string, string>> with `home`.
	 */
	private function rows( string $prefix ): array {
		return $this->sql->rows(
			'SELECT option_id, option_name, option_value FROM %i WHERE option_name LIKE %s OR option_name = %s',
			[ $this->sql->options_table(), $this->sql->like( $prefix ) . '%', self::HOME ]
		);
	}

	public function set( string $name, string $value ): void {
		$this->sql->change(
			"INSERT INTO %i ( option_name, option_value, autoload ) VALUES ( %s, %s, 'off' )"
				. ' ON DUPLICATE KEY UPDATE option_value = VALUES( option_value )',
			[ $this->sql->options_table(), $name, $value ]
		);
		wp_cache_delete( $name, 'options' );
	}

	/** True for the one who added it; one that is there stays as it is. */
	public function add( string $name, string $value ): bool {
		$added = $this->sql->change(
			"INSERT IGNORE INTO %i ( option_name, option_value, autoload ) VALUES ( %s, %s, 'off' )",
			[ $this->sql->options_table(), $name, $value ]
		);
		wp_cache_delete( $name, 'options' );
		return $added === 1;
	}

	/**
	 * One that WordPress loads with each request: for what is asked often and hardly ever changes.
	 *
	 * @return bool true for the one who added it.
	 */
	public function add_loaded( string $name, string $value ): bool {
		$added = $this->sql->change(
			"INSERT IGNORE INTO %i ( option_name, option_value, autoload ) VALUES ( %s, %s, 'on' )",
			[ $this->sql->options_table(), $name, $value ]
		);
		wp_cache_delete( 'alloptions', 'options' );
		return $added === 1;
	}

	public function increment( string $name ): int {
		$this->sql->change(
			"INSERT INTO %i ( option_name, option_value, autoload ) VALUES ( %s, '1', 'off' )"
				. ' ON DUPLICATE KEY UPDATE option_value = option_value + 1',
			[ $this->sql->options_table(), $name ]
		);
		wp_cache_delete( $name, 'options' );
		return (int) $this->get( $name );
	}

	/** True for the one who changed it. */
	public function replace( string $name, string $old, string $new_value ): bool {
		$changed = $this->sql->change(
			'UPDATE %i SET option_value = %s WHERE option_name = %s AND option_value = %s',
			[ $this->sql->options_table(), $new_value, $name, $old ]
		);
		wp_cache_delete( $name, 'options' );
		$loaded = wp_cache_get( 'alloptions', 'options' );
		if ( is_array( $loaded ) && isset( $loaded[ $name ] ) ) {
			wp_cache_delete( 'alloptions', 'options' );
		}
		return $changed === 1;
	}

	public function swap( string $name, string $old, string $new_value ): bool {
		return $old === '' ? $this->add( $name, $new_value ) : $this->replace( $name, $old, $new_value );
	}

	public function delete( string $name ): bool {
		$deleted = $this->sql->change(
			'DELETE FROM %i WHERE option_name = %s',
			[ $this->sql->options_table(), $name ]
		);
		wp_cache_delete( $name, 'options' );
		return $deleted === 1;
	}
}
