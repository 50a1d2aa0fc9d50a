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
		$before = count( self::failures() );
		try {
			$answer = $read();
		} catch ( \Throwable $error ) {
			self::check( $before, $error );
			throw $error;
		}
		self::check( $before, null );
		return $answer;
	}

	/**
	 * For what is asked until a moment that other code comes to.
	 *
	 * @return \Closure(): void to be called then; throws DatabaseRefused when a question failed since.
	 */
	public static function begin(): \Closure {
		$before = count( self::failures() );
		return static function () use ( $before ): void {
			self::check( $before, null );
		};
	}

	/** @throws DatabaseRefused */
	private static function check( int $before, ?\Throwable $error ): void {
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
		if ( $failed !== [] || ! $wpdb->ready ) {
			self::forget();
			throw new DatabaseRefused( 'The database refused a question of WordPress or WooCommerce.', 0, $error );
		}
	}

	/** WordPress keeps "there is none" too, some of it where other processes look. */
	private static function forget(): void {
		if ( wp_cache_supports( 'flush_runtime' ) ) {
			wp_cache_flush_runtime();
		}
		wp_cache_delete_multiple( [ 'alloptions', 'notoptions' ], 'options' );
		wp_cache_set_last_changed( 'posts' ); // Of queries that found none.
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
