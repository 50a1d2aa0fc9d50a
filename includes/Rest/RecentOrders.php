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

	public function __construct(
		private readonly Orders $orders,
		private readonly Exemptions $exemptions,
		private readonly SettingsStore $settings,
	) {}

	/** @return array{rates: array<int, int>, situations: array<string, int>} orders by WooCommerce rate id and by ExemptSituation value. */
	public function counts(): array {
		$rates      = [];
		$situations = [];
		foreach ( $this->snapshots() as $order ) {
			foreach ( $order->taxes as $tax ) {
				$rates[ $tax->rate_id ] = ( $rates[ $tax->rate_id ] ?? 0 ) + 1;
			}
			foreach ( $this->situations( $order ) as $situation ) {
				$situations[ $situation ] = ( $situations[ $situation ] ?? 0 ) + 1;
			}
		}
		return [
			'rates'      => $rates,
			'situations' => $situations,
		];
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
		$ids = wc_get_orders(
			[
				'type'    => 'shop_order',
				'limit'   => self::LATEST,
				'orderby' => 'date',
				'order'   => 'DESC',
				'return'  => 'ids',
			]
		);
		$ids = is_array( $ids ) ? array_filter( $ids, 'is_int' ) : [];
		return array_values( array_filter( array_map( $this->readable( ... ), $ids ), static fn ( ?OrderSnapshot $snapshot ): bool => $snapshot !== null ) );
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
