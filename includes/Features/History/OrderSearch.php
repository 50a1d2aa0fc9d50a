<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\History;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\OrderUtil;
use OrderInvoicer\Features\History\Rules\HistoryFilter;
use OrderInvoicer\Features\History\Rules\HistoryRow;
use OrderInvoicer\Rest\Tasks\TaskQuery;
use OrderInvoicer\WordPress\Tables\Sql;

/**
 * Orders by what a person types: the number of the order or of one of its documents, an e-mail address or its
 * beginning, a name. Names have no index: those of the newest orders are looked through.
 */
final class OrderSearch {

	/** Orders that a search finds at most. */
	private const MOST = 200;

	private const NEWEST = 1500;

	public function __construct(
		private readonly \wpdb $wpdb,
		private readonly Sql $sql,
	) {}

	/** @return array{list<int>, bool} ids, and whether there may be more. */
	public function find( string $text ): array {
		$text   = trim( $text );
		$like   = $this->sql->like( $text );
		$orders = array_filter( TaskQuery::orders( $text ), static fn ( int $id ): bool => $id > 0 );
		$exact  = $this->by_document( $like );
		$found  = [ ...$orders, ...( $exact === [] ? $this->by_document( "$like%" ) : $exact ) ];
		$is_cut = false;
		if ( $orders === [] && $exact === [] ) {
			$is_name = ! str_contains( $text, '@' );
			$is_cut  = $is_name && $this->are_many();
			array_push( $found, ...( $is_name ? $this->by_name( "%$like%" ) : $this->by_email( "$like%" ) ) );
		}
		$found = array_values( array_unique( $found ) );
		return [ array_slice( $found, 0, self::MOST ), $is_cut || count( $found ) >= self::MOST ];
	}

	/** @return list<int> */
	private function by_document( string $like ): array {
		return $this->ids(
			"SELECT order_id AS id FROM %i WHERE effect IN ( %s )
				AND state IN ( 'done', 'attention', 'queued', 'working', 'skipped' )
				AND remote_number LIKE %s AND remote_number <> '' LIMIT %d",
			[ $this->sql->table( 'orderinvoicer_sync' ), ( new HistoryFilter() )->effects(), $like, self::MOST ]
		);
	}

	/** @return list<int> */
	private function by_email( string $beginning ): array {
		return $this->has_own_tables()
			? $this->ids(
				"SELECT id FROM %i WHERE billing_email LIKE %s AND type = 'shop_order' LIMIT %d",
				[ $this->sql->table( 'wc_orders' ), $beginning, self::MOST ]
			)
			: $this->ids(
				"SELECT id FROM ( SELECT post_id AS id, meta_value FROM %i WHERE meta_key = '_billing_email'
					ORDER BY meta_id DESC LIMIT %d ) newest WHERE meta_value LIKE %s LIMIT %d",
				[ $this->wpdb->postmeta, self::NEWEST, $beginning, self::MOST ]
			);
	}

	/** @return list<int> */
	private function by_name( string $part ): array {
		return $this->has_own_tables()
			? $this->ids(
				"SELECT id FROM ( SELECT order_id AS id, first_name, last_name, company FROM %i
					WHERE address_type = 'billing' ORDER BY order_id DESC LIMIT %d ) newest
				WHERE CONCAT_WS( ' ', first_name, last_name, company ) LIKE %s
					OR CONCAT_WS( ' ', last_name, first_name ) LIKE %s LIMIT %d",
				[ $this->sql->table( 'wc_order_addresses' ), self::NEWEST, $part, $part, self::MOST ]
			)
			: $this->ids(
				"SELECT id FROM ( SELECT post_id AS id, meta_value FROM %i WHERE meta_key = '_billing_address_index'
					ORDER BY meta_id DESC LIMIT %d ) newest WHERE meta_value LIKE %s LIMIT %d",
				[ $this->wpdb->postmeta, self::NEWEST, $part, self::MOST ]
			);
	}

	/**
	 * What sorts rows by who bought. Posts have no index of names: those of the newest orders are known there, by the
	 * text that begins with them.
	 *
	 * @param list<HistoryRow> $rows
	 * @return array{array<int, string>, bool} by order, without those that nobody knows; whether older ones were not
	 *         looked at.
	 */
	public function names( array $rows ): array {
		$found = [];
		if ( $this->has_own_tables() ) {
			$tables = [ $this->sql->table( 'wc_order_addresses' ), $this->sql->table( 'wc_orders' ) ];
			foreach ( array_chunk( WpdbHistory::orders( $rows ), WpdbHistory::ORDERS ) as $ids ) {
				$some = $this->sql->rows(
					"SELECT a.order_id AS id, COALESCE( NULLIF( TRIM( CONCAT_WS( ' ', first_name, last_name ) ), '' ),
						company, '' ) AS name FROM %i a JOIN %i o ON o.id = a.order_id AND o.status <> 'trash'
					WHERE address_type = 'billing' AND order_id IN ( %d )",
					[ ...$tables, $ids ]
				);
				array_push( $found, ...$some );
			}
		} else {
			$found = $this->sql->rows(
				"SELECT p.ID AS id, TRIM( name ) AS name FROM ( SELECT post_id, meta_value AS name FROM %i
					WHERE meta_key = '_billing_address_index' ORDER BY meta_id DESC LIMIT %d ) newest
				JOIN %i p ON p.ID = post_id AND post_status <> 'trash' WHERE name NOT LIKE %s",
				[ $this->wpdb->postmeta, self::NEWEST, $this->wpdb->posts, '   %' ]
			);
		}
		$names = [];
		foreach ( $found as $row ) {
			if ( $row['name'] !== '' ) {
				$names[ (int) $row['id'] ] = strtolower( remove_accents( $row['name'] ) );
			}
		}
		return [ $names, ! $this->has_own_tables() && $this->are_many() ];
	}

	/** More names than are looked through. */
	private function are_many(): bool {
		$rows = $this->has_own_tables()
			? $this->ids(
				"SELECT order_id AS id FROM %i WHERE address_type = 'billing' ORDER BY order_id DESC LIMIT 1 OFFSET %d",
				[ $this->sql->table( 'wc_order_addresses' ), self::NEWEST ]
			)
			: $this->ids(
				"SELECT post_id AS id FROM %i WHERE meta_key = '_billing_address_index' ORDER BY meta_id DESC
				LIMIT 1 OFFSET %d",
				[ $this->wpdb->postmeta, self::NEWEST ]
			);
		return $rows !== [];
	}

	/**
	 * @param literal-string                     $sql
	 * @param list<string|int|array<string|int>> $arguments
	 * @return list<int>
	 */
	private function ids( string $sql, array $arguments ): array {
		return array_map( intval( ... ), array_column( $this->sql->rows( $sql, $arguments ), 'id' ) );
	}

	private function has_own_tables(): bool {
		return OrderUtil::custom_orders_table_usage_is_enabled();
	}
}
