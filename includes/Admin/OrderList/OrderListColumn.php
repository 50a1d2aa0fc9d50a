<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin\OrderList;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\WooCommerce\InvoiceToCome;
use OrderInvoicer\Wording\ListText;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/** Each order's documents in the order list, HPOS and legacy; the ledger is asked once for the whole page. */
final class OrderListColumn {

	private const COLUMN = 'orderinvoicer';

	/** @var array<int, list<Task>>|null by order id; null until the first cell. */
	private ?array $tasks = null;

	/** @var list<int> orders of this page under HPOS. */
	private array $order_ids = [];

	/**
	 * @param \Closure(): Ledger        $ledger
	 * @param \Closure(): DocumentPills $document_pills
	 * @param \Closure(): InvoiceToCome $invoice_to_come which most pages need nothing of.
	 * @param \Closure(): ListText      $list_text
	 */
	public function __construct(
		private readonly \Closure $ledger,
		private readonly \Closure $document_pills,
		private readonly \Closure $invoice_to_come,
		private readonly \Closure $list_text,
	) {}

	public function register(): void {
		add_action( 'woocommerce_admin_order_preview_end', [ $this, 'handle_preview_end' ] );
		add_filter( 'manage_edit-shop_order_columns', [ $this, 'handle_columns' ], 20 );
		add_filter( 'manage_woocommerce_page_wc-orders_columns', [ $this, 'handle_columns' ], 20 );
		add_action( 'manage_shop_order_posts_custom_column', [ $this, 'handle_custom_column' ], 10, 2 );
		add_action( 'manage_woocommerce_page_wc-orders_custom_column', [ $this, 'handle_custom_column' ], 10, 2 );
		add_filter(
			'woocommerce_order_list_table_prepare_items_query_args',
			[ $this, 'handle_prepare_items' ],
			PHP_INT_MAX
		);
	}

	/** Inside WooCommerce's template of the preview. */
	public function handle_preview_end(): void {
		echo '{{{ data.orderinvoicer }}}';
	}

	/**
	 * @param mixed $columns headings by column.
	 * @return mixed
	 */
	public function handle_columns( mixed $columns ): mixed {
		return is_array( $columns ) ? $columns + [ self::COLUMN => __( 'Sellsy', 'orderinvoicer' ) ] : $columns;
	}

	/** @param mixed $order an order under HPOS, its id on the legacy screen. */
	public function handle_custom_column( mixed $column, mixed $order ): void {
		if ( $column !== self::COLUMN ) {
			return;
		}
		$id = $order instanceof \WC_Order ? $order->get_id() : ( is_numeric( $order ) ? (int) $order : 0 );
		try {
			$tasks = $this->tasks_of( $id );
			$cell  = $tasks === [] ? $this->awaited( $order ) : ( $this->document_pills )()->in_list( $id, $tasks );
		} catch ( DatabaseRefused ) {
			$cell = [ '?' ]; // Not known: an empty cell would say that there is none.
		}
		echo wp_kses_post( implode( '<br>', $cell ) );
	}

	/**
	 * An empty cell would not say that an invoice is to come.
	 *
	 * @param mixed $order an order under HPOS, its id on the legacy screen.
	 * @return list<string>
	 */
	private function awaited( mixed $order ): array {
		$order   = $order instanceof \WC_Order ? $order : wc_get_order( is_numeric( $order ) ? (int) $order : 0 );
		$awaited = $order instanceof \WC_Order
			? ( $this->list_text )()->awaited( ( $this->invoice_to_come )()->trigger( $order ) )
			: '';
		return $awaited === '' ? [] : [ esc_html( $awaited ) ];
	}

	/** The next order query is the one of the list. */
	public function handle_prepare_items( mixed $query_args ): mixed {
		add_filter( 'woocommerce_order_query', [ $this, 'handle_woocommerce_order_query' ] );
		return $query_args;
	}

	/** @param mixed $results a page: an object with `orders`. */
	public function handle_woocommerce_order_query( mixed $results ): mixed {
		remove_filter( 'woocommerce_order_query', [ $this, 'handle_woocommerce_order_query' ] );
		$orders = is_object( $results ) && is_array( $results->orders ?? null ) ? $results->orders : [];
		foreach ( $orders as $order ) {
			if ( $order instanceof \WC_Order ) {
				$this->order_ids[] = $order->get_id();
			}
		}
		return $results;
	}

	/** @return list<Task> */
	private function tasks_of( int $order_id ): array {
		$this->tasks ??= ( $this->ledger )()->for_orders(
			$this->order_ids !== [] ? $this->order_ids : $this->legacy_order_ids()
		);
		return $this->tasks[ $order_id ] ?? [];
	}

	/** @return list<int> */
	private function legacy_order_ids(): array {
		global $wp_query;
		$ids = [];
		foreach ( $wp_query instanceof \WP_Query && is_array( $wp_query->posts ) ? $wp_query->posts : [] as $post ) {
			$ids[] = $post instanceof \WP_Post ? $post->ID : (int) $post;
		}
		return $ids;
	}
}
