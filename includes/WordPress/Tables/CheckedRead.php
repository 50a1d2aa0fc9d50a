<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

/**
 * Runs code of WordPress and WooCommerce that takes a database's refusal for "nothing", such as `get_option()` or
 * `wc_get_order()`. They ask many questions and report no failure; `wpdb` keeps a list of failed ones.
 */
final class CheckedRead {

	/**
	 * Tables of WordPress and WooCommerce, and ours. What another plugin asks of its own tables on the way is its own
	 * affair.
	 */
	private const TABLES = '(?:(?:posts|postmeta|options|users|usermeta|terms|termmeta|term_relationships|term_taxonomy'
		. '|comments|commentmeta|site|sitemeta|blogs|blogmeta)\b|(?:wc|woocommerce|actionscheduler|orderinvoicer)_)';

	/**
	 * @template T
	 * @param callable(): T $read
	 * @return T
	 * @throws DatabaseRefused when a question failed on the way, whatever was made of it. What was kept in memory is
	 *         forgotten.
	 */
	public static function read( callable $read ): mixed {
		$check = self::begin();
		try {
			$answer = $read();
		} catch ( \Throwable $error ) {
			$check( $error );
			throw $error;
		}
		$check();
		return $answer;
	}

	/**
	 * For what is asked until a moment that other code comes to.
	 *
	 * @return \Closure( ?\Throwable=): void to be called then; throws DatabaseRefused when a question failed since.
	 */
	public static function begin(): \Closure {
		$before = self::count_failures();
		$silent = self::silent_failures();
		$ready  = self::says_ready();
		return static function ( ?\Throwable $error = null ) use ( $before, $silent, $ready ): void {
			$is_lost = self::silent_failures() > $silent || ( $ready && ! self::says_ready() ) || self::is_cut_off();
			self::check( $before, $is_lost, $error );
		};
	}

	/** @throws DatabaseRefused */
	private static function check( int $before, bool $is_lost, ?\Throwable $error ): void {
		global $wpdb;
		if ( ! $wpdb instanceof \wpdb ) {
			return; // Nobody could be asked, so nobody refused.
		}
		$failed = array_filter(
			array_slice( self::failures(), $before ),
			static fn ( string $query ): bool => preg_match(
				'/(?<![a-z0-9_])' . preg_quote( $wpdb->base_prefix, '/' ) . '(?:\d+_)?' . self::TABLES . '/i',
				$query
			) === 1
		);
		if ( $failed !== [] || $is_lost ) {
			self::forget();
			throw new DatabaseRefused( 'The database refused a question of WordPress or WooCommerce.', 0, $error );
		}
	}

	private static function says_ready(): bool {
		global $wpdb;
		return $wpdb instanceof \wpdb && $wpdb->ready;
	}

	/**
	 * A connection that does not say so. WordPress's own says whether it is ready; those that lead to several servers
	 * (HyperDB, LudicrousDB) never do, and have none after a question that found no server.
	 */
	private static function is_cut_off(): bool {
		global $wpdb;
		return $wpdb instanceof \wpdb
			&& ! $wpdb->ready
			&& ( $wpdb::class === \wpdb::class || ! is_object( $wpdb->__get( 'dbh' ) ) );
	}

	/** HyperDB counts those too that it could put to no server, and reports them nowhere. */
	private static function silent_failures(): int {
		global $wpdb;
		$counts = $wpdb instanceof \wpdb && property_exists( $wpdb, 'num_failed_queries' );
		$count  = $counts ? get_object_vars( $wpdb )['num_failed_queries'] ?? 0 : 0;
		return $counts && is_int( $count ) ? $count - self::count_failures() : 0;
	}

	/** WordPress keeps "there is none" too, some of it where other processes look. */
	private static function forget(): void {
		if ( wp_cache_supports( 'flush_runtime' ) ) {
			wp_cache_flush_runtime();
		}
		wp_cache_delete_multiple( [ 'alloptions', 'notoptions' ], 'options' );
		foreach ( [ 'posts', 'terms' ] as $group ) {
			wp_cache_set_last_changed( $group ); // Of queries that found none.
		}
	}

	private static function count_failures(): int {
		return count( (array) ( $GLOBALS['EZSQL_ERROR'] ?? [] ) );
	}

	/** @return list<string> the questions that failed in this process. */
	private static function failures(): array {
		$failures = $GLOBALS['EZSQL_ERROR'] ?? null;
		return array_map(
			static fn ( mixed $failure ): string =>
				is_array( $failure ) && is_string( $failure['query'] ?? null ) ? $failure['query'] : '',
			is_array( $failures ) ? array_values( $failures ) : []
		);
	}
}
