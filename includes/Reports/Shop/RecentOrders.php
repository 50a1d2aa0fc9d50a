<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports\Shop;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\OrderTax;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\Taxes\Exemptions;
use OrderInvoicer\WordPress\Tables\CheckedRead;

/**
 * Which tax rates and which situations without tax the shop's latest orders show, so that the owner maps what is
 * needed. Reading an order takes milliseconds, and the page asks each time it is opened: what an order showed is kept
 * for a while.
 */
final class RecentOrders {

	private const LATEST = 50;

	/** Seconds. All are read once a day, and else those alone that are new or were saved since. */
	private const KEEP = 86400;

	/** Seconds until it is asked which were saved since, and how many are told then. */
	private const LOOK      = 900;
	private const MOST_TOLD = 500;

	public function __construct(
		private readonly Orders $orders,
		private readonly Exemptions $exemptions,
		private readonly SettingsStore $settings,
	) {}

	/**
	 * @return array{rates: array<int, int>, situations: array<string, int>} orders by WooCommerce rate id and by
	 *         ExemptSituation value.
	 */
	public function counts(): array {
		$rates      = [];
		$situations = [];
		foreach ( $this->latest() as $shown ) {
			foreach ( $shown['rates'] as $rate_id ) {
				$rates[ $rate_id ] = ( $rates[ $rate_id ] ?? 0 ) + 1;
			}
			foreach ( $shown['situations'] as $situation ) {
				$situations[ $situation ] = ( $situations[ $situation ] ?? 0 ) + 1;
			}
		}
		return [
			'rates'      => $rates,
			'situations' => $situations,
		];
	}

	/** @return array<int, array{rates: list<int>, situations: list<string>}> by order id. */
	private function latest(): array {
		$kept   = $this->kept();
		$ids    = $this->ids();
		$shown  = $kept['orders'] + $this->shown( array_values( array_diff( $ids, array_keys( $kept['orders'] ) ) ) );
		$of     = static fn ( int $id ): ?array => $shown[ $id ] ?? null;
		$latest = array_filter( array_map( $of, array_combine( $ids, $ids ) ) );
		if ( $latest !== $kept['orders'] ) {
			$this->keep( [ 'orders' => $latest ] + $kept );
		}
		return $latest;
	}

	/**
	 * `until` and `seen` are Unix times: when all are read anew, which later orders do not put off, and when it was
	 * asked which were saved.
	 *
	 * @return array{until: int, seen: int, orders: array<int, array{rates: list<int>, situations: list<string>}>}
	 */
	private function kept(): array {
		$kept = get_transient( $this->name() );
		if ( ! is_array( $kept ) || ! isset( $kept['seen'] ) ) {
			$kept = [
				'until'  => time() + self::KEEP,
				'seen'   => time(),
				'orders' => [],
			];
		}
		/**
		 * @var array{
		 *     until: int,
		 *     seen: int,
		 *     orders: array<int, array{rates: list<int>, situations: list<string>}>
		 * } $kept Written by this class only; the name carries the plugin's version.
		 */
		if ( $kept['seen'] + self::LOOK <= time() ) {
			$since          = $kept['seen'];
			$kept['seen']   = time(); // First: what is saved meanwhile is seen the next time.
			$kept['orders'] = $this->without_those_saved( $since, $kept['orders'] );
			$this->keep( $kept );
		}
		return $kept;
	}

	/**
	 * @param array{until: int, seen: int, orders: array<int, array{rates: list<int>, situations: list<string>}>} $kept
	 */
	private function keep( array $kept ): void {
		set_transient( $this->name(), $kept, max( 1, $kept['until'] - time() ) );
	}

	/**
	 * @template T
	 * @param int           $since  a Unix time.
	 * @param array<int, T> $orders by id.
	 * @return array<int, T>
	 */
	private function without_those_saved( int $since, array $orders ): array {
		$saved = $this->find(
			[
				'date_modified' => '>=' . $since,
				'limit'         => self::MOST_TOLD,
			]
		);
		return count( $saved ) === self::MOST_TOLD ? [] : array_diff_key( $orders, array_flip( $saved ) );
	}

	/**
	 * One that is not placed so far shows nothing yet; one with damaged amounts shows none, it stops by itself.
	 *
	 * @param list<int> $ids
	 * @return array<int, array{rates: list<int>, situations: list<string>}> by order id; each once.
	 */
	private function shown( array $ids ): array {
		return array_map(
			fn ( OrderSnapshot $order ): array => [
				'rates'      => array_map( static fn ( OrderTax $tax ): int => $tax->rate_id, $order->taxes ),
				'situations' => $this->situations( $order ),
			],
			$this->orders->snapshots( $ids )
		);
	}

	/** @return list<string> each situation once. */
	private function situations( OrderSnapshot $order ): array {
		$untaxed    = array_filter(
			$order->lines,
			static fn ( OrderLine $line ): bool => $line->taxes === [] && ! $line->total->is_zero()
		);
		$situations = array_map(
			fn ( OrderLine $line ): string =>
				$this->exemptions->situation( $order, $line, $this->shop_is_exempt() )->value ?? '',
			$untaxed
		);
		return array_values( array_unique( array_diff( $situations, [ '' ] ) ) );
	}

	private function shop_is_exempt(): bool {
		return ! wc_tax_enabled()
			|| isset( $this->settings->get()->exempt_taxes[ ExemptSituation::ShopExempt->value ] );
	}

	/** @return list<int> */
	private function ids(): array {
		return $this->find(
			[
				'limit'   => self::LATEST,
				'orderby' => 'date',
				'order'   => 'DESC',
			]
		);
	}

	/**
	 * @param array<string, int|string> $which as `wc_get_orders()` takes it.
	 * @return list<int> ids.
	 */
	private function find( array $which ): array {
		$all = [
			'type'   => 'shop_order',
			'return' => 'ids',
		];
		$ids = CheckedRead::read( static fn (): mixed => wc_get_orders( $all + $which ) );
		return is_array( $ids ) ? array_values( array_filter( $ids, 'is_int' ) ) : [];
	}

	/** Of all that it depends on beside the orders. */
	private function name(): string {
		return 'orderinvoicer_recent_orders_' . md5( ORDERINVOICER_VERSION . ( $this->shop_is_exempt() ? '1' : '0' ) );
	}
}
