<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Orders;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\PaymentSettings;
use OrderInvoicer\Domain\Taxes\ShopRate;
use OrderInvoicer\Reports\Shop\UsedRates;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\WooCommerce\OrderUsage;

/**
 * How many recent orders use each tax rate and gateway. It is separate from the lists, so that counting never holds up
 * a page.
 *
 * @phpstan-type RateUseAnswer array{
 *     rate_id: int,
 *     orders: int,
 * }
 * @phpstan-type GoneRateAnswer array{
 *     id: int,
 *     label: string,
 *     percent: string,
 * }
 * @phpstan-type UsedGatewayAnswer array{
 *     id: string,
 *     title: string,
 *     orders: int,
 * }
 * @phpstan-type OrderUsageAnswer array{
 *     since: Rfc3339,
 *     // How many were looked at; null where they cannot be counted.
 *     orders: int|null,
 *     // Older ones were left out.
 *     is_cut: bool,
 *     rates: list<RateUseAnswer>,
 *     // Rates that orders carry and WooCommerce no longer has.
 *     gone: list<GoneRateAnswer>,
 *     // `unnamed` for orders without a payment method.
 *     gateways: list<UsedGatewayAnswer>,
 * }
 */
final class OrderUsageController extends BaseController {

	public function __construct(
		private readonly OrderUsage $usage,
		private readonly UsedRates $rates,
	) {}

	public function routes(): array {
		return [ $this->get( '/order-usage', 'order-usage', $this->read( ... ) ) ];
	}

	private function read(): \WP_REST_Response {
		$is_countable = $this->usage->is_countable();
		$orders       = $is_countable ? $this->usage->orders() : null;
		$rates        = $this->rates->read();
		return $this->answer(
			'order-usage',
			[
				'since'    => $this->usage->since()->format( DATE_RFC3339 ),
				'orders'   => $orders,
				'is_cut'   => $orders !== null && $this->usage->is_cut( $orders ),
				'rates'    => $this->counts( $rates->orders ?? [] ),
				'gone'     => array_map( $this->gone( ... ), $rates->gone ),
				'gateways' => $is_countable ? $this->used_gateways() : [],
			]
		);
	}

	/**
	 * @param array<int, int> $counts
	 * @return list<RateUseAnswer>
	 */
	private function counts( array $counts ): array {
		$used = [];
		foreach ( $counts as $rate_id => $orders ) {
			$used[] = [
				'rate_id' => $rate_id,
				'orders'  => $orders,
			];
		}
		return $used;
	}

	/** @return GoneRateAnswer */
	private function gone( ShopRate $rate ): array {
		return [
			'id'      => $rate->id,
			'label'   => $rate->label,
			'percent' => $rate->percent->to_string(),
		];
	}

	/** @return list<UsedGatewayAnswer> */
	private function used_gateways(): array {
		$used = [];
		foreach ( $this->usage->gateways() as $id => $use ) {
			$used[] = [
				'id'     => $id === '' ? PaymentSettings::UNNAMED : (string) $id,
				'title'  => $this->title( $use['latest'] ),
				'orders' => $use['orders'],
			];
		}
		return $used;
	}

	/** As shoppers saw it, for a gateway that nobody registers any more. */
	private function title( int $order_id ): string {
		$order = wc_get_order( $order_id );
		return $order instanceof \WC_Order ? wp_strip_all_tags( $order->get_payment_method_title( 'edit' ) ) : '';
	}
}
