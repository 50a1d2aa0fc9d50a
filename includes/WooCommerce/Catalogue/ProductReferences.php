<?php

declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Catalogue;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WordPress\Tables\Sql;

/**
 * Products that a document cannot name by their reference (SKU), because it is missing, too short for Sellsy or used by
 * several. Only what can be sold is looked at: published products and variations, not the parents of variations,
 * grouped products or those of other shops. A variation without a reference of its own is sold under its parent's.
 */
final class ProductReferences {

	public const MISSING   = 'missing';
	public const SHORT     = 'short';
	public const DUPLICATE = 'duplicate';

	public function __construct(
		private readonly \wpdb $wpdb,
		private readonly Sql $sql,
	) {}

	/** A database without WooCommerce's table of products cannot be asked. */
	public function is_readable(): bool {
		return in_array( 'wc_product_meta_lookup', $this->wpdb->tables, true );
	}

	public function count( string $problem, string $search ): int {
		[ $from, $arguments ] = $this->from( $problem, $search );
		return (int) $this->sql->value( "SELECT COUNT(*) FROM ( $from ) found", $arguments );
	}

	/**
	 * @return list<array{id: int, sku: string, parent_sku: string, problem: string}> by name; `problem` is empty where
	 *         there is none.
	 */
	public function page( string $problem, string $search, int $limit, int $offset ): array {
		[ $from, $arguments ] = $this->from( $problem, $search );
		$rows                 = $this->sql->rows(
			"SELECT * FROM ( $from ) found ORDER BY title, id LIMIT %d OFFSET %d",
			[ ...$arguments, $limit, $offset ]
		);
		return array_map(
			static fn ( array $row ): array => [
				'id'         => (int) ( $row['id'] ?? 0 ),
				'sku'        => $row['sku'] ?? '',
				'parent_sku' => $row['parent_sku'] ?? '',
				'problem'    => $row['problem'] ?? '',
			],
			$rows
		);
	}

	/**
	 * @param list<int> $ids of products and variations.
	 * @return list<array{id: int, reference: string, problem: string}> those of them that can be sold; `problem` is
	 *         empty where there is none.
	 */
	public function of( array $ids ): array {
		if ( $ids === [] ) {
			return [];
		}
		[ $judged, $arguments ] = $this->judged( $ids );
		return array_map(
			static fn ( array $row ): array => [
				'id'        => (int) ( $row['id'] ?? 0 ),
				'reference' => ( $row['sku'] ?? '' ) !== '' ? $row['sku'] ?? '' : $row['parent_sku'] ?? '',
				'problem'   => $row['problem'] ?? '',
			],
			$this->sql->rows(
				"SELECT id, sku, parent_sku, problem FROM ( $judged ) judged ORDER BY id",
				$arguments
			)
		);
	}

	/** @return array{literal-string, list<string|int|array<string|int>>} */
	private function from( string $problem, string $search ): array {
		[ $judged, $arguments ] = $this->judged();
		$sql                    = "SELECT id, title, sku, parent_sku, problem FROM ( $judged ) judged WHERE 1 = 1";
		if ( $problem === 'any' ) {
			$sql .= " AND problem <> ''";
		} elseif ( $problem !== 'all' ) {
			$sql        .= ' AND problem = %s';
			$arguments[] = $problem;
		}
		if ( $search !== '' ) {
			$sql .= ' AND ( title LIKE %s OR sku LIKE %s )';
			array_push( $arguments, $this->containing( $search ), $this->containing( $search ) );
		}
		return [ $sql, $arguments ];
	}

	/**
	 * @param list<int> $ids of products and variations; empty: all.
	 * @return array{literal-string, list<string|int|array<string|int>>} each with what is wrong with it.
	 */
	private function judged( array $ids = [] ): array {
		[ $sold, $arguments ] = $this->sold( $ids );
		$own                  = 'SELECT TRIM( lookup.sku ) AS sku, COUNT(*) AS bearers FROM %i lookup'
			. " INNER JOIN %i post ON post.ID = lookup.product_id AND post.post_status IN ( 'publish', 'private' )"
			. " WHERE TRIM( lookup.sku ) <> '' GROUP BY TRIM( lookup.sku ) HAVING COUNT(*) > 1";
		return [
			"SELECT sold.id, sold.title, sold.sku, sold.parent_sku, CASE
				WHEN sold.sku = '' AND sold.parent_sku = '' THEN 'missing'
				WHEN CHAR_LENGTH( CASE WHEN sold.sku = '' THEN sold.parent_sku ELSE sold.sku END ) < 2 THEN 'short'
				WHEN shared.bearers > 1 THEN 'duplicate'
				ELSE '' END AS problem
			FROM ( $sold ) sold LEFT JOIN ( $own ) shared ON shared.sku = sold.sku",
			[ ...$arguments, $this->lookup(), $this->wpdb->posts ],
		];
	}

	/**
	 * @param list<int> $ids of products and variations; empty: all.
	 * @return array{literal-string, list<string|int|array<string|int>>} what can be sold, with references.
	 */
	private function sold( array $ids ): array {
		$these = $ids === [] ? '' : 'AND post.ID IN ( %d )';
		return [
			"SELECT post.ID AS id, post.post_title AS title, COALESCE( TRIM( own.sku ), '' ) AS sku,
				COALESCE( TRIM( parent.sku ), '' ) AS parent_sku
			FROM %i post
			LEFT JOIN %i own ON own.product_id = post.ID
			LEFT JOIN %i parent ON parent.product_id = post.post_parent AND post.post_type = 'product_variation'
			WHERE post.post_type IN ( 'product', 'product_variation' ) AND post.post_status IN ( 'publish', 'private' )
			$these AND post.ID NOT IN (
				SELECT relation.object_id FROM %i relation
				INNER JOIN %i taxonomy ON taxonomy.term_taxonomy_id = relation.term_taxonomy_id
					AND taxonomy.taxonomy = 'product_type'
				INNER JOIN %i term ON term.term_id = taxonomy.term_id
				WHERE term.slug IN ( 'variable', 'variable-subscription', 'grouped', 'external' )
			)",
			[
				$this->wpdb->posts,
				$this->lookup(),
				$this->lookup(),
				...( $ids === [] ? [] : [ $ids ] ),
				$this->wpdb->term_relationships,
				$this->wpdb->term_taxonomy,
				$this->wpdb->terms,
			],
		];
	}

	private function containing( string $text ): string {
		return '%' . $this->sql->like( $text ) . '%';
	}

	private function lookup(): string {
		return $this->sql->table( 'wc_product_meta_lookup' );
	}
}
