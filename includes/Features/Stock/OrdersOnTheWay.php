<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\Settings\StockSettings;
use OrderInvoicer\Features\Stock\Rules\OnTheWay;
use OrderInvoicer\Features\Stock\Rules\StockLooks;
use OrderInvoicer\WooCommerce\Order\Stored;
use OrderInvoicer\WordPress\Tables\Sql;

/**
 * What of a product was sold and is still to be taken out of stock at Sellsy. `_reduced_stock` of an order's line is
 * what WooCommerce took for it, and is gone where it was given back.
 *
 * @assumes stock-by-documents
 */
final class OrdersOnTheWay {

	private const LEDGER = 'orderinvoicer_sync';

	/** Rows of the ledger that move stock at Sellsy, or may lead to one that does. */
	private const EFFECTS = [
		Effect::CreateInvoice,
		Effect::ValidateInvoice,
		Effect::CreateDelivery,
		Effect::CreateCreditNote,
		Effect::ValidateCreditNote,
		Effect::ChangeState,
		Effect::ChangeCompany,
		Effect::FollowOrder,
	];

	/** An order whose document does not come in this time explains nothing any more. */
	private const SINCE = '-30 days';

	/** Orders that are over: where they have no document, none will come. */
	private const OVER = [
		'wc-completed',
		'wc-cancelled',
		'wc-refunded',
		'wc-failed',
		'wc-checkout-draft',
		'auto-draft',
		'draft',
		'trash',
	];

	/** Order ids in one question. */
	private const CHUNK = 500;

	public function __construct(
		private readonly \wpdb $wpdb,
		private readonly Sql $sql,
		private readonly SettingsStore $settings,
		private readonly StockLooks $looks,
	) {}

	/**
	 * @param list<int> $products
	 * @return array<int, list<int>> orders in the works, by product.
	 */
	public function holding( array $products ): array {
		$orders  = $products === [] ? [] : $this->orders_in_the_works();
		$holding = [];
		foreach ( $orders === [] ? [] : $products as $product_id ) {
			$ids = array_column( $this->lines( $product_id, $orders ), 'order_id' );
			$holding[ $product_id ] = array_values( array_unique( array_map( intval( ... ), $ids ) ) );
		}
		return $holding;
	}

	public function of( int $product_id, string $moved_by ): OnTheWay {
		if ( $this->lines( $product_id, $this->orders_in_the_works() ) !== [] ) {
			return new OnTheWay( true, Decimal::zero() );
		}
		$kind = match ( $moved_by ) {
			StockSettings::INVOICE  => DocumentKind::Invoice,
			StockSettings::DELIVERY => DocumentKind::Delivery,
			default                 => null,
		};
		if ( $kind === null ) {
			return new OnTheWay(
				$moved_by === StockSettings::UNKNOWN && $this->may_be_moved( $product_id ),
				Decimal::zero()
			);
		}
		[ $to_come, $left ] = $this->sold_without( $kind, $product_id );
		// Where Sellsy leads, nothing that was sold may be given back to the shop.
		$is_left = $left && $this->settings->get()->stock->leader === StockSettings::SELLSY;
		return new OnTheWay( $is_left, $is_left ? Decimal::zero() : $to_come );
	}

	/** @return list<int> orders of which a document is being made, or waits for a person, and not for ever. */
	private function orders_in_the_works(): array {
		$effects = array_column( self::EFFECTS, 'value' );
		$recent  = new \DateTimeImmutable( self::SINCE, new \DateTimeZone( 'UTC' ) );
		$rows    = $this->sql->rows_now(
			"SELECT DISTINCT order_id FROM %i WHERE effect IN ( %s ) AND ( state IN ( 'queued', 'working' )
				OR ( state = 'attention' AND updated_at >= %s ) )",
			[ $this->sql->table( self::LEDGER ), $effects, $recent->format( 'Y-m-d H:i:s' ) ]
		);
		return array_map( static fn ( array $row ): int => (int) ( $row['order_id'] ?? 0 ), $rows );
	}

	/** Nobody said which document moves stock: any that is to come may. */
	private function may_be_moved( int $product_id ): bool {
		foreach ( [ DocumentKind::Invoice, DocumentKind::Delivery ] as $kind ) {
			if (
				$this->settings->get()->workflow( $kind )->enabled
				&& ! $this->sold_without( $kind, $product_id )[0]->is_zero()
			) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Sold in orders without this document, or whose invoice is still a draft: what it will take where it is to come,
	 * and whether any was sold of which nobody can tell that it will. A document that was left out, or made by hand, is
	 * not to come.
	 *
	 * @return array{Decimal, bool}
	 */
	private function sold_without( DocumentKind $kind, int $product_id ): array {
		$orders  = $this->orders_without( $kind );
		$to_come = Decimal::zero();
		$is_left = false;
		foreach ( $this->lines( $product_id, array_keys( $orders ) ) as $line ) {
			$sold = Stored::decimal( $line['reduced'] ?? '' );
			if ( $orders[ (int) ( $line['order_id'] ?? 0 ) ] ?? false ) {
				$to_come = $to_come->plus( $sold );
			} else {
				$is_left = $is_left || ! $sold->is_zero();
			}
		}
		return [ $to_come, $is_left ];
	}

	/** @return array<int, bool> by order: whether this document is to come. */
	private function orders_without( DocumentKind $kind ): array {
		$recent                = new \DateTimeImmutable( self::SINCE, new \DateTimeZone( 'UTC' ) );
		[ $order, $arguments ] = $this->orders( min( $recent, $this->looks->read()->since ?? $recent ) );
		$effect                = Effect::create( $kind )->value;
		$ledger                = $this->sql->table( self::LEDGER );
		$is_final              = $kind->is_validated() ? " AND made.remote_number <> ''" : '';
		$rows                  = $this->sql->rows_now(
			"SELECT sold.id AS id, sold.status AS status, sold.made_at AS made_at, EXISTS (
				SELECT 1 FROM %i draft WHERE draft.order_id = sold.id AND draft.effect = %s AND draft.state = 'done'
			) AS is_draft, EXISTS (
				SELECT 1 FROM %i skipped WHERE skipped.order_id = sold.id AND skipped.effect = %s
				AND skipped.state = 'skipped'
			) AS is_skipped
			FROM ( $order ) sold WHERE NOT EXISTS (
				SELECT 1 FROM %i made WHERE made.order_id = sold.id AND made.effect = %s
				AND made.state = 'done' $is_final
			)",
			[ $ledger, $effect, $ledger, $effect, ...$arguments, $ledger, $effect ]
		);
		$orders = [];
		foreach ( $rows as $row ) {
			$orders[ (int) ( $row['id'] ?? 0 ) ] = ( $row['made_at'] ?? '' ) >= $recent->format( 'Y-m-d H:i:s' )
				&& ( $row['is_skipped'] ?? '' ) !== '1'
				&& ( ( $row['is_draft'] ?? '' ) === '1' || ! in_array( $row['status'] ?? '', self::OVER, true ) );
		}
		return $orders;
	}

	/**
	 * By the orders' own lines: what a line says of its product has no index.
	 *
	 * @param list<int> $orders
	 * @return list<array<string, string>> `order_id` and `reduced`, which is empty where nothing was taken.
	 */
	private function lines( int $product_id, array $orders ): array {
		$lines = [];
		$meta  = $this->sql->table( 'woocommerce_order_itemmeta' );
		foreach ( array_chunk( $orders, self::CHUNK ) as $some ) {
			$lines = [
				...$lines,
				...$this->sql->rows_now(
					"SELECT item.order_item_id AS id, item.order_id AS order_id, MAX( reduced.meta_value ) AS reduced
					FROM %i item
					INNER JOIN %i product ON product.order_item_id = item.order_item_id
						AND product.meta_key IN ( '_product_id', '_variation_id' ) AND product.meta_value = %s
					LEFT JOIN %i reduced ON reduced.order_item_id = item.order_item_id
						AND reduced.meta_key = '_reduced_stock'
					WHERE item.order_id IN ( %d ) AND item.order_item_type = 'line_item'
					GROUP BY item.order_item_id, item.order_id",
					[
						$this->sql->table( 'woocommerce_order_items' ),
						$meta,
						(string) $product_id,
						$meta,
						$some,
					]
				),
			];
		}
		return $lines;
	}

	/**
	 * Each by an index that WooCommerce or WordPress has.
	 *
	 * @return array{literal-string, list<string|int|array<string|int>>} `id`, `status`, `made_at` of those since then.
	 */
	private function orders( \DateTimeImmutable $since ): array {
		$gmt = $since->format( 'Y-m-d H:i:s' );
		if ( \Automattic\WooCommerce\Utilities\OrderUtil::custom_orders_table_usage_is_enabled() ) {
			return [
				"SELECT id, status, date_created_gmt AS made_at FROM %i
				WHERE type = 'shop_order' AND date_created_gmt >= %s",
				[ $this->sql->table( 'wc_orders' ), $gmt ],
			];
		}
		$statuses = array_column(
			$this->sql->rows_now(
				"SELECT post_status FROM %i WHERE post_type = 'shop_order' GROUP BY post_status",
				[ $this->wpdb->posts ]
			),
			'post_status'
		);
		return [
			// The indexed date is the shop's, at most fourteen hours away.
			"SELECT ID AS id, post_status AS status, post_date_gmt AS made_at FROM %i
			WHERE post_type = 'shop_order' AND post_status IN ( %s ) AND post_date >= %s AND post_date_gmt >= %s",
			[
				$this->wpdb->posts,
				$statuses,
				$since->modify( '-1 day' )->format( 'Y-m-d H:i:s' ),
				$gmt,
			],
		];
	}
}
