<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin\OrderList;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\WordPress\OrderList\ListedOrders;
use OrderInvoicer\WordPress\OrderList\ListedState;
use OrderInvoicer\WordPress\OrderList\OrderCondition;
use OrderInvoicer\Wording\Names\DocumentNames;

/**
 * Two choices above the list of orders, HPOS and legacy, beside WooCommerce's own and together with them: how an order
 * stands with Sellsy, and which kind of document is meant. They are part of the list's address, so pages keep them.
 */
final class OrderListFilter {

	/** Argument of WooCommerce's query: the condition, as SQL. */
	private const ARGUMENT = 'orderinvoicer_condition';

	/** @var array<mixed>|null of the list's query, until its orders are counted. */
	private ?array $query = null;

	public function __construct(
		private readonly OrderCondition $condition,
		private readonly DocumentNames $names,
		private readonly \wpdb $wpdb,
	) {}

	public function register(): void {
		add_action( 'woocommerce_order_list_table_restrict_manage_orders', [ $this, 'handle_choices' ], 20 );
		add_action( 'restrict_manage_posts', [ $this, 'handle_choices' ], 20 );
		add_filter( 'woocommerce_shop_order_list_table_prepare_items_query_args', [ $this, 'handle_query_args' ] );
		add_filter( 'woocommerce_orders_table_query_clauses', [ $this, 'handle_clauses' ], 10, 3 );
		add_filter( 'posts_where', [ $this, 'handle_posts_where' ], 10, 2 );
	}

	public function handle_choices( mixed $order_type ): void {
		if ( $order_type !== 'shop_order' ) {
			return;
		}
		$states = [];
		foreach ( ListedState::cases() as $state ) {
			$states[ $state->value ] = $this->state_text( $state );
		}
		$kinds = [];
		foreach ( DocumentKind::cases() as $kind ) {
			$kinds[ $kind->value ] = $this->names->kind( $kind );
		}
		$this->print_choice(
			ListedOrders::STATE,
			__( 'Filter by state in Sellsy', 'orderinvoicer' ),
			__( 'Sellsy: any state', 'orderinvoicer' ),
			$states
		);
		$this->print_choice(
			ListedOrders::KIND,
			__( 'Filter by document in Sellsy', 'orderinvoicer' ),
			__( 'Sellsy: any document', 'orderinvoicer' ),
			$kinds
		);
	}

	/**
	 * WooCommerce takes its kept count of all orders where it knows of no filter: then ours is counted.
	 *
	 * @param mixed $args of `wc_get_orders()`.
	 */
	public function handle_query_args( mixed $args ): mixed {
		$condition = $this->condition_of( "{$this->wpdb->prefix}wc_orders", 'id' );
		if ( ! is_array( $args ) || $condition === '' ) {
			return $args;
		}
		$args[ self::ARGUMENT ] = $condition;
		$this->query            = $args;
		add_filter( 'woocommerce_order_query', [ $this, 'handle_order_query' ], 10, 2 );
		return $args;
	}

	/** @param mixed $args of the query that was just asked, the list's. */
	public function handle_order_query( mixed $results, mixed $args ): mixed {
		remove_filter( 'woocommerce_order_query', [ $this, 'handle_order_query' ] );
		if ( is_array( $args ) && ( $args['no_found_rows'] ?? false ) === true ) {
			add_filter( 'woocommerce_shop_order_list_table_order_count', [ $this, 'handle_order_count' ] );
		}
		return $results;
	}

	/** Asked for the pages of the list first; then for its views, which count all orders. */
	public function handle_order_count( mixed $count ): mixed {
		remove_filter( 'woocommerce_shop_order_list_table_order_count', [ $this, 'handle_order_count' ] );
		$found = $this->query === null ? null : wc_get_orders(
			[
				'limit'         => 1,
				'page'          => 1,
				'return'        => 'ids',
				'paginate'      => true,
				'no_found_rows' => false,
			] + $this->query
		);
		return is_object( $found ) && is_numeric( $found->total ?? null ) ? (int) $found->total : $count;
	}

	/**
	 * @param mixed $clauses of the orders' own table.
	 * @param mixed $args    of the query.
	 */
	public function handle_clauses( mixed $clauses, mixed $query, mixed $args ): mixed {
		$condition = is_array( $args ) ? $args[ self::ARGUMENT ] ?? '' : '';
		$where     = is_array( $clauses ) ? $clauses['where'] ?? null : null;
		return is_string( $where ) && is_string( $condition ) && $condition !== ''
			? [ 'where' => "$where AND $condition" ] + (array) $clauses
			: $clauses;
	}

	/** Orders as posts: the main query of their list. */
	public function handle_posts_where( mixed $where, mixed $query ): mixed {
		$is_list   = $query instanceof \WP_Query
			&& $query->is_main_query()
			&& $query->get( 'post_type' ) === 'shop_order'
			&& ( $GLOBALS['pagenow'] ?? '' ) === 'edit.php';
		$condition = $is_list ? $this->condition_of( $this->wpdb->posts, 'ID' ) : '';
		return $condition === '' || ! is_string( $where ) ? $where : "$where AND $condition";
	}

	private function condition_of( string $table, string $column ): string {
		return $this->condition->sql(
			ListedState::tryFrom( self::chosen( ListedOrders::STATE ) ),
			DocumentKind::tryFrom( self::chosen( ListedOrders::KIND ) ),
			$table,
			$column
		);
	}

	/**
	 * As wide as what is chosen: beside WooCommerce's own choices there is little room.
	 *
	 * @param array<string, string> $choices
	 */
	private function print_choice( string $name, string $label, string $all, array $choices ): void {
		printf(
			'<label class="screen-reader-text" for="%1$s">%2$s</label><select name="%1$s" id="%1$s"'
				. ' style="max-width: 100%%; field-sizing: content"><option'
				. ' value="">%3$s</option>',
			esc_attr( $name ),
			esc_html( $label ),
			esc_html( $all )
		);
		foreach ( $choices as $value => $text ) {
			printf(
				'<option value="%1$s"%2$s>%3$s</option>',
				esc_attr( $value ),
				selected( self::chosen( $name ), $value, false ),
				esc_html( $text )
			);
		}
		echo '</select>';
	}

	private function state_text( ListedState $state ): string {
		return match ( $state ) {
			ListedState::NeedsPerson => __( 'Sellsy: needs you', 'orderinvoicer' ),
			ListedState::InTheWorks  => __( 'Sellsy: in the works', 'orderinvoicer' ),
			ListedState::Made        => __( 'Sellsy: made', 'orderinvoicer' ),
			ListedState::Draft       => __( 'Sellsy: draft', 'orderinvoicer' ),
			ListedState::Nothing     => __( 'Sellsy: nothing yet', 'orderinvoicer' ),
		};
	}

	private static function chosen( string $name ): string {
		// phpcs:disable WordPress.Security.NonceVerification.Recommended -- only narrows a list.
		return isset( $_GET[ $name ] ) && is_string( $_GET[ $name ] )
			? sanitize_key( wp_unslash( $_GET[ $name ] ) )
			: '';
		// phpcs:enable WordPress.Security.NonceVerification.Recommended
	}
}
