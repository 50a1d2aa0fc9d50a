<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\OrderUtil;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\WordPress\Tables\CheckedRead;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\Moment;

/** The shop's orders, read whole from the database, or not at all: not from what WooCommerce keeps in memory. */
final class WooOrders implements Orders {

	/** More than WooCommerce stores (its column has 8). */
	private const ALL_DECIMALS = 8;

	/** Nanoseconds: as long as products count as read. */
	private const LASTS = 10_000_000_000;

	/** Other code gets the order by these, and may change it in memory: then none is kept. */
	private const HANDED_OUT = [
		'orderinvoicer_part_payments',
		'orderinvoicer_rule',
		'orderinvoicer_eco_participation',
	];

	/** Filters that are handed an order or its items. Those of products and options are not: they count as read. */
	private const OF_ORDERS = '/^(?:orderinvoicer_|woocommerce_order_|woocommerce_get_order_|get_order_item_)/';

	/** @var array<string, string>|null the order that was read last, as it was stored then; of one without refunds. */
	private ?array $stored = null;
	private ?\WC_Order $last = null;
	private int $read_at = 0;

	/** What was said of it, and the filters that were asked. */
	private ?OrderSnapshot $snapshot = null;

	/** @var list<string> */
	private array $asked = [];

	public function __construct(
		private readonly OrderSnapshotFactory $snapshots,
		private readonly OrderRefunds $refunds,
		private readonly OrderCaches $caches,
		private readonly Moment $moment = new Moment(),
		private readonly OrderBatch $batch = new OrderBatch(),
	) {}

	public function snapshot( int $order_id ): ?OrderSnapshot {
		return $this->moment->remember(
			"snapshot $order_id",
			fn (): ?OrderSnapshot => $this->checked(
				[ $order_id ],
				function () use ( $order_id ): ?OrderSnapshot {
					$order = $this->order( $order_id );
					return $order === null ? null : $this->placed( $order );
				}
			)
		);
	}

	public function snapshots( array $order_ids ): array {
		return $order_ids === []
			? []
			: $this->checked( $order_ids, fn (): array => $this->snapshots_together( $order_ids ) );
	}

	/**
	 * @param non-empty-list<int> $order_ids
	 * @return array<int, OrderSnapshot> by id.
	 */
	private function snapshots_together( array $order_ids ): array {
		$this->caches->forget( $order_ids );
		$orders = self::with_all_decimals( fn (): array => $this->batch->read( $order_ids ) );
		$this->caches->fill( array_keys( $orders ) );
		$snapshots = [];
		foreach ( $orders as $id => $order ) {
			try {
				$snapshots[ $id ] = $this->placed( $order );
			} catch ( \InvalidArgumentException ) {
				continue;
			}
		}
		return array_filter( $snapshots );
	}

	/** Null for one that is in the bin, or not placed so far. */
	private function placed( \WC_Order $order ): ?OrderSnapshot {
		$is_placed = ! in_array( $order->get_status( 'edit' ), [ 'trash', 'auto-draft', 'checkout-draft' ], true );
		return $is_placed ? $this->said( $order ) : null;
	}

	/**
	 * Of the object that is kept nothing else can be said, unless other code had a say in it, or now has one. WordPress
	 * counts which filters were asked.
	 */
	private function said( \WC_Order $order ): OrderSnapshot {
		if (
			$order === $this->last && $this->snapshot !== null
			&& array_filter( $this->asked, has_filter( ... ) ) === []
		) {
			return $this->snapshot;
		}
		$before      = (array) $GLOBALS['wp_filters'];
		$snapshot    = $this->snapshots->snapshot( $order );
		$this->asked = [];
		foreach ( (array) $GLOBALS['wp_filters'] as $name => $count ) {
			if ( $count !== ( $before[ $name ] ?? 0 ) && preg_match( self::OF_ORDERS, (string) $name ) === 1 ) {
				$this->asked[] = (string) $name;
			}
		}
		$this->snapshot = $order === $this->last && ! Parcels::are_kept_elsewhere() ? $snapshot : null;
		return $snapshot;
	}

	public function children( int $order_id ): array {
		return $this->refunds->children( $order_id );
	}

	public function refunds( int $order_id ): array {
		return $this->moment->remember( "refunds $order_id", fn (): array => $this->read_refunds( $order_id ) );
	}

	/** @return list<RefundSnapshot> */
	private function read_refunds( int $order_id ): array {
		return $this->checked(
			[ $order_id ],
			function () use ( $order_id ): array {
				$ids   = $this->refunds->ids( $order_id );
				$order = $ids === [] ? null : $this->order( $order_id );
				if ( $order === null ) {
					return [];
				}
				$this->caches->fill( $ids );
				return $this->refunds->refunds( $order );
			}
		);
	}

	/** With its items' metas and its products. Its refunds are those of the same moment. */
	private function order( int $order_id ): ?\WC_Order {
		return $this->moment->remember( "order $order_id", fn (): ?\WC_Order => $this->as_stored( $order_id ) );
	}

	/** Built anew only where it is stored otherwise than when it was built: what is said of it is asked each time. */
	private function as_stored( int $order_id ): ?\WC_Order {
		$stored = $this->caches->related->stored( $order_id );
		// Nobody has changed the object without storing it, and its products may count as read.
		$counts = $this->last?->get_changes() === [] && hrtime( true ) - $this->read_at < self::LASTS;
		if ( $counts && $stored !== null && $stored === $this->stored ) {
			return $this->last;
		}
		[ $this->last, $this->snapshot ] = [ null, null ];
		$this->caches->forget( [ $order_id ] );
		$order = $this->read( $order_id, $stored['type'] ?? self::type( $order_id ) );
		if ( $order !== null ) {
			$this->caches->fill( [ $order_id ] );
			[ $this->stored, $this->read_at ] = [ $stored, hrtime( true ) ];
			$is_ours    = array_filter( self::HANDED_OUT, has_filter( ... ) ) === [];
			$this->last = $is_ours && ( $stored['children'] ?? '' ) === '0' ? $order : null;
		}
		return $order;
	}

	private static function type( int $order_id ): ?string {
		return $order_id < 1 ? null : OrderUtil::get_order_type( $order_id );
	}

	private function read( int $order_id, ?string $type ): ?\WC_Order {
		if ( $type !== 'shop_order' ) {
			return null;
		}
		try {
			return self::with_all_decimals( static fn (): \WC_Order => new \WC_Order( $order_id ) );
		} catch ( \Exception $error ) {
			// Deleted meanwhile; or else something broke: that is no order that is gone.
			return self::type( $order_id ) === $type ? throw $error : null;
		}
	}

	/**
	 * WooCommerce rounds totals to the shop's current decimals while reading, whatever the order's currency is; with
	 * all decimals kept for that moment the stored amounts come through.
	 *
	 * @template T
	 * @param \Closure(): T $read
	 * @return T
	 */
	private static function with_all_decimals( \Closure $read ): mixed {
		$all_decimals = static fn (): int => self::ALL_DECIMALS;
		add_filter( 'wc_get_price_decimals', $all_decimals, PHP_INT_MAX );
		try {
			return $read();
		} finally {
			remove_filter( 'wc_get_price_decimals', $all_decimals, PHP_INT_MAX );
		}
	}

	/**
	 * Afterwards too where the database refused: "nothing" was kept as its answer.
	 *
	 * @template T
	 * @param non-empty-list<int> $order_ids
	 * @param callable(): T       $read
	 * @return T
	 * @throws DatabaseRefused
	 */
	private function checked( array $order_ids, callable $read ): mixed {
		try {
			return CheckedRead::read( $read );
		} catch ( DatabaseRefused $refused ) {
			$this->moment->end();
			$this->last = null;
			$this->caches->forget_everything( $order_ids );
			throw $refused;
		}
	}
}
