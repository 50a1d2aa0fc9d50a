<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\OrderUtil;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\WordPress\Tables\Sql;

/**
 * The order meta about documents, through CRUD only. `orderinvoicer.<kind>_url` is the public contract: other plugins
 * and the REST API read it, and a value that we did not write means that somebody else invoiced the order.
 *
 * Beside it a private meta holds the id of the order it was written for: an order made as a copy of another (renewal,
 * duplicate) carries its original's meta and was not invoiced.
 */
final class DocumentMeta {

	private const WRITTEN_FOR = '_orderinvoicer_%s_order';
	private const NOTED       = '_orderinvoicer_%s_noted';
	private const PROBLEM     = '_orderinvoicer_problem_noted';
	private const CHANGE      = '_orderinvoicer_change_noted';

	/** WooCommerce asks it whether it saves the order itself after a meta. */
	private const SAVES_ORDER = 'woocommerce_orders_table_datastore_should_save_after_meta_change';

	public function __construct( private readonly Sql $sql ) {}

	/**
	 * The links are everybody's: other plugins are told once, as by WooCommerce's own save, and where they change the
	 * order, that is what saves it. Otherwise that would read the order again and clear what no link changes, such as
	 * reports: 7 to 33 questions. Where posts follow orders, WooCommerce saves it: it reads again what the post gets.
	 */
	public function save( \WC_Abstract_Order $order ): void {
		$is_posted = ! OrderUtil::custom_orders_table_usage_is_enabled()
			|| get_option( 'woocommerce_custom_orders_table_data_sync_enabled' ) === 'yes';
		if ( $is_posted || $order->get_changes() !== [] ) {
			$order->save_meta_data();
			return;
		}
		try {
			$this->save_and_tell( $order );
		} catch ( \Exception $error ) { // Of other code: it costs no order its link, as in WooCommerce's own save.
			wc_get_logger()->error(
				"Other code failed when order {$order->get_id()} was told of its documents: " . $error::class,
				[ 'source' => 'orderinvoicer' ]
			);
			$this->store_metas( $order );
		}
	}

	private function save_and_tell( \WC_Abstract_Order $order ): void {
		$type  = $order instanceof \WC_Order_Refund ? 'order_refund' : 'order';
		$store = \WC_Data_Store::load( str_replace( '_', '-', $type ) );
		$order->set_date_modified( time() );
		// phpcs:disable WordPress.NamingConventions -- WooCommerce's own.
		do_action( "woocommerce_before_{$type}_object_save", $order, $store );
		if ( array_keys( $order->get_changes() ) !== [ 'date_modified' ] ) {
			$order->save();
			return;
		}
		$this->sql->change(
			'UPDATE %i SET date_updated_gmt = %s WHERE id = %d',
			[ $this->sql->table( 'wc_orders' ), gmdate( 'Y-m-d H:i:s' ), $order->get_id() ]
		);
		$this->store_metas( $order ); // Clears what is cached of the order, its date too.
		$order->apply_changes();
		do_action( "woocommerce_update_{$type}", $order->get_id(), $order );
		do_action( "woocommerce_after_{$type}_object_save", $order, $store );
		// phpcs:enable
	}

	/** Empty when the order has none of its own. */
	public function url( \WC_Abstract_Order $order, DocumentKind $kind ): string {
		$url         = $order->get_meta( self::key( $kind ) );
		$written_for = $order->get_meta( sprintf( self::WRITTEN_FOR, $kind->value ) );
		$is_copied   = is_numeric( $written_for ) && (int) $written_for !== $order->get_id();
		return is_string( $url ) && ! $is_copied ? $url : '';
	}

	/** @return array<string, string> by DocumentKind value; empty where the order has none of its own. */
	public function urls( \WC_Order $order ): array {
		$urls = [];
		foreach ( DocumentKind::cases() as $kind ) {
			$urls[ $kind->value ] = $this->url( $order, $kind );
		}
		return $urls;
	}

	/** True when something had to be written. */
	public function write_url( \WC_Abstract_Order $order, DocumentKind $kind, string $url ): bool {
		if ( $this->url( $order, $kind ) === $url ) {
			return false;
		}
		$order->update_meta_data( self::key( $kind ), $url );
		$order->update_meta_data( sprintf( self::WRITTEN_FOR, $kind->value ), (string) $order->get_id() );
		return true;
	}

	public function remove_url( \WC_Abstract_Order $order, DocumentKind $kind ): void {
		$order->delete_meta_data( self::key( $kind ) );
		$order->delete_meta_data( sprintf( self::WRITTEN_FOR, $kind->value ) );
	}

	/** What the last note about that document said, as written by `note()`. */
	public function noted( \WC_Abstract_Order $order, DocumentKind $kind ): string {
		return $this->text( $order, sprintf( self::NOTED, $kind->value ) );
	}

	public function note( \WC_Abstract_Order $order, DocumentKind $kind, string $noted ): void {
		$this->remember( $order, sprintf( self::NOTED, $kind->value ), $noted );
	}

	public function noted_problem( \WC_Order $order ): string {
		return $this->text( $order, self::PROBLEM );
	}

	public function note_problem( \WC_Order $order, string $problem ): void {
		$this->remember( $order, self::PROBLEM, $problem );
	}

	public function noted_change( \WC_Order $order ): string {
		return $this->text( $order, self::CHANGE );
	}

	public function note_change( \WC_Order $order, string $change ): void {
		$this->remember( $order, self::CHANGE, $change );
	}

	/**
	 * For ourselves. The order has not changed by it: WooCommerce does not save it again, clear its reports and tell
	 * other plugins, as it does for the link.
	 */
	private function remember( \WC_Abstract_Order $order, string $key, string $text ): void {
		$order->update_meta_data( $key, $text );
		$this->store_metas( $order );
	}

	private function store_metas( \WC_Abstract_Order $order ): void {
		add_filter( self::SAVES_ORDER, '__return_false', PHP_INT_MAX );
		try {
			$order->save_meta_data();
		} finally {
			remove_filter( self::SAVES_ORDER, '__return_false', PHP_INT_MAX );
		}
	}

	/** Meta that describes one order's documents and payment; the buyer's own numbers are not among them. */
	public static function belongs_to_one_order( string $key ): bool {
		return str_starts_with( $key, 'orderinvoicer.' )
			|| preg_match( '/^_orderinvoicer_(.+_(order|noted)|company_request|paid_total)$/D', $key ) === 1;
	}

	/** @return non-empty-list<string> of the links to documents, and of what says that we wrote them. */
	public static function keys(): array {
		$keys = [];
		foreach ( DocumentKind::cases() as $kind ) {
			array_push( $keys, self::key( $kind ), sprintf( self::WRITTEN_FOR, $kind->value ) );
		}
		return $keys;
	}

	/** @param array<string, string> $metas of one order, by those keys: whether somebody else wrote a link. */
	public static function are_foreign( array $metas ): bool {
		$foreign = array_filter(
			DocumentKind::cases(),
			static fn ( DocumentKind $kind ): bool => ( $metas[ self::key( $kind ) ] ?? '' ) !== ''
				&& ! isset( $metas[ sprintf( self::WRITTEN_FOR, $kind->value ) ] )
		);
		return $foreign !== [];
	}

	private static function key( DocumentKind $kind ): string {
		return "orderinvoicer.{$kind->value}_url";
	}

	private function text( \WC_Abstract_Order $order, string $key ): string {
		$value = $order->get_meta( $key );
		return is_string( $value ) ? $value : '';
	}
}
