<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Stock;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\Settings\StockSettings;
use OrderInvoicer\Domain\StockLevels\OnTheWay;
use OrderInvoicer\WooCommerce\Order\Stored;
use OrderInvoicer\WordPress\Tables\Sql;

/**
 * What of a product was sold and is still to be taken out of stock at Sellsy. `_reduced_stock` of an order's line is
 * what WooCommerce took for it, and is gone where it was given back.
 */
final class OrdersOnTheWay {

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

	public function __construct(
		private readonly \wpdb $wpdb,
		private readonly Sql $sql,
		private readonly SettingsStore $settings,
	) {}

	public function of( int $product_id, string $moved_by ): OnTheWay {
		if ( $this->has_work( $product_id ) ) {
			return new OnTheWay( true, Decimal::zero() );
		}
		$kind = match ( $moved_by ) {
			StockSettings::INVOICE  => DocumentKind::Invoice,
			StockSettings::DELIVERY => DocumentKind::Delivery,
			default                 => null,
		};
		return new OnTheWay(
			$moved_by === StockSettings::UNKNOWN && $this->may_be_moved( $product_id ),
			$kind === null ? Decimal::zero() : $this->sold_without( $kind, $product_id )
		);
	}

	/** A document of an order with this product is being made, or waits for a person. */
	private function has_work( int $product_id ): bool {
		$effects = array_column( self::EFFECTS, 'value' );
		$marks   = implode( ', ', array_fill( 0, count( $effects ), '%s' ) );
		return $this->sql->rows_now(
			"SELECT task.id FROM %i task
			INNER JOIN %i item ON item.order_id = task.order_id AND item.order_item_type = 'line_item'
			INNER JOIN %i product ON product.order_item_id = item.order_item_id
				AND product.meta_key IN ( '_product_id', '_variation_id' ) AND product.meta_value = %s
			WHERE task.state IN ( 'queued', 'working', 'attention' ) AND task.effect IN ( $marks ) LIMIT 1",
			[ $this->ledger(), $this->items(), $this->item_meta(), (string) $product_id, ...$effects ]
		) !== [];
	}

	/** Nobody said which document moves stock: any that is to come may. */
	private function may_be_moved( int $product_id ): bool {
		foreach ( [ DocumentKind::Invoice, DocumentKind::Delivery ] as $kind ) {
			if (
				$this->settings->get()->workflow( $kind )->enabled
				&& ! $this->sold_without( $kind, $product_id )->is_zero()
			) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Sold in orders that are under way without this document, or whose invoice is still a draft. One that was left
	 * out, or made by hand, is not to come.
	 */
	private function sold_without( DocumentKind $kind, int $product_id ): Decimal {
		$over                  = implode( ', ', array_fill( 0, count( self::OVER ), '%s' ) );
		[ $order, $arguments ] = $this->orders();
		$is_final              = $kind->is_validated() ? " AND made.remote_number <> ''" : '';
		$rows                  = $this->sql->rows_now(
			"SELECT item.order_item_id AS id, reduced.meta_value AS quantity FROM %i item
			INNER JOIN %i product ON product.order_item_id = item.order_item_id
				AND product.meta_key IN ( '_product_id', '_variation_id' ) AND product.meta_value = %s
			INNER JOIN %i reduced ON reduced.order_item_id = item.order_item_id AND reduced.meta_key = '_reduced_stock'
			INNER JOIN ( $order ) sold ON sold.id = item.order_id
			WHERE ( sold.status NOT IN ( $over ) OR EXISTS (
				SELECT 1 FROM %i draft WHERE draft.order_id = sold.id AND draft.effect = %s AND draft.state = 'done'
				AND draft.remote_number = ''
			) ) AND NOT EXISTS (
				SELECT 1 FROM %i made WHERE made.order_id = sold.id AND made.effect = %s
				AND ( made.state = 'skipped' OR ( made.state = 'done' $is_final ) )
			)",
			[
				$this->items(),
				$this->item_meta(),
				(string) $product_id,
				$this->item_meta(),
				...$arguments,
				...self::OVER,
				$this->ledger(),
				Effect::create( $kind )->value,
				$this->ledger(),
				Effect::create( $kind )->value,
			]
		);
		return array_reduce(
			$rows,
			static fn ( Decimal $sum, array $row ): Decimal => $sum->plus( Stored::decimal( $row['quantity'] ?? '' ) ),
			Decimal::zero()
		);
	}

	/** @return array{literal-string, list<string|int>} `id` and `status` of the orders of these days. */
	private function orders(): array {
		$since = ( new \DateTimeImmutable( self::SINCE, new \DateTimeZone( 'UTC' ) ) )->format( 'Y-m-d H:i:s' );
		return \Automattic\WooCommerce\Utilities\OrderUtil::custom_orders_table_usage_is_enabled()
			? [
				"SELECT id, status FROM %i WHERE type = 'shop_order' AND date_created_gmt >= %s",
				[ $this->sql->table( 'wc_orders' ), $since ],
			]
			: [
				"SELECT ID AS id, post_status AS status FROM %i WHERE post_type = 'shop_order' AND post_date_gmt >= %s",
				[ $this->wpdb->posts, $since ],
			];
	}

	private function ledger(): string {
		return $this->sql->table( 'orderinvoicer_sync' );
	}

	private function items(): string {
		return $this->sql->table( 'woocommerce_order_items' );
	}

	private function item_meta(): string {
		return $this->sql->table( 'woocommerce_order_itemmeta' );
	}
}
