<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest;

use OrderInvoicer\Application\Ports\Orders;
use OrderInvoicer\Application\Ports\SettingsStore;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Tax\Exemptions;
use OrderInvoicer\Domain\Tax\ExemptSituation;

defined( 'ABSPATH' ) || exit;

/** Which tax rates and which situations without tax the shop's latest orders show, so that the owner maps what is needed. */
final class RecentOrders {

	private const LATEST = 50;

	/** @var list<OrderSnapshot>|null */
	private ?array $snapshots = null;

	public function __construct(
		private readonly Orders $orders,
		private readonly Exemptions $exemptions,
		private readonly SettingsStore $settings,
	) {}

	/** @return array<int, int> orders by WooCommerce rate id. */
	public function by_rate(): array {
		$counts = [];
		foreach ( $this->snapshots() as $order ) {
			foreach ( $order->taxes as $tax ) {
				$counts[ $tax->rate_id ] = ( $counts[ $tax->rate_id ] ?? 0 ) + 1;
			}
		}
		return $counts;
	}

	/** @return array<string, int> orders by ExemptSituation value. */
	public function by_situation(): array {
		$counts = [];
		foreach ( $this->snapshots() as $order ) {
			foreach ( $this->situations( $order ) as $situation ) {
				$counts[ $situation ] = ( $counts[ $situation ] ?? 0 ) + 1;
			}
		}
		return $counts;
	}

	/** @return list<string> each situation once. */
	private function situations( OrderSnapshot $order ): array {
		$shop_is_exempt = ! wc_tax_enabled() || isset( $this->settings->get()->exempt_taxes[ ExemptSituation::ShopExempt->value ] );
		$untaxed        = array_filter( $order->lines, static fn ( OrderLine $line ): bool => $line->taxes === [] && ! $line->total->is_zero() );
		$situations     = array_map( fn ( OrderLine $line ): string => $this->exemptions->situation( $order, $line, $shop_is_exempt )->value ?? '', $untaxed );
		return array_values( array_unique( array_diff( $situations, [ '' ] ) ) );
	}

	/** @return list<OrderSnapshot> */
	private function snapshots(): array {
		if ( $this->snapshots === null ) {
			$ids             = wc_get_orders(
				[
					'type'    => 'shop_order',
					'limit'   => self::LATEST,
					'orderby' => 'date',
					'order'   => 'DESC',
					'return'  => 'ids',
				]
			);
			$ids             = is_array( $ids ) ? array_filter( $ids, 'is_int' ) : [];
			$this->snapshots = array_values( array_filter( array_map( $this->readable( ... ), $ids ), static fn ( ?OrderSnapshot $snapshot ): bool => $snapshot !== null ) );
		}
		return $this->snapshots;
	}

	/** An order with damaged amounts stops by itself; here it only does not count. */
	private function readable( int $id ): ?OrderSnapshot {
		try {
			return $this->orders->snapshot( $id );
		} catch ( \InvalidArgumentException ) {
			return null;
		}
	}
}
