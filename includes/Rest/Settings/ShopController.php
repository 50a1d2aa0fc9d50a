<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\ChangeSettings;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Taxes\ExemptionTable;
use OrderInvoicer\Domain\Taxes\ShopRate;
use OrderInvoicer\Reports\Shop\RecentOrders;
use OrderInvoicer\Reports\Shop\ShopRates;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\WooCommerce\Emails\EmailHooks;
use OrderInvoicer\WooCommerce\Emails\EmailSwitch;
use OrderInvoicer\WooCommerce\PaymentGateways;
use OrderInvoicer\WooCommerce\RuleChoices;
use OrderInvoicer\WooCommerce\ShippedSigns;
use OrderInvoicer\Wording\Names\SituationText;
use OrderInvoicer\WordPress\Options\OptionSettings;

/**
 * What the settings page must know about WooCommerce.
 *
 * @phpstan-import-type ShopGatewayAnswer from PaymentGateways
 * @phpstan-import-type RuleChoicesAnswer from RuleChoices
 *
 * @phpstan-type ShopStatusAnswer array{
 *     // Without wc-.
 *     slug: string,
 *     label: string,
 *     paid: bool,
 * }
 * @phpstan-type ShopTaxRateAnswer array{
 *     id: PositiveInt,
 *     label: string,
 *     // "5.5"
 *     percent: string,
 *     // ISO code, empty: everywhere.
 *     country: string,
 *     // Empty: the standard class.
 *     class: string,
 *     // As the shop's owner called it; empty: the standard class.
 *     class_name: string,
 *     // How many of the latest 50 orders show it.
 *     orders_recent: NaturalInt,
 * }
 * @phpstan-type ShopEmailAnswer array{
 *     // One of invoice, creditnote.
 *     kind: string,
 *     enabled: bool,
 *     // Of its settings in WooCommerce.
 *     url: string,
 * }
 * @phpstan-type ShopSituationAnswer array{
 *     situation: value-of<ExemptSituation>,
 *     label: string,
 *     // How many of the latest 50 orders show it.
 *     orders_recent: NaturalInt,
 *     // What is chosen for that one counts where nothing is chosen for this one.
 *     before: 'none'|value-of<ExemptSituation>,
 *     // Letters of EN 16931 that fit; none: no tax does.
 *     categories: list<string>,
 *     advice: string,
 * }
 * @phpstan-type ShippedSignsAnswer array{
 *     signs: list<array{
 *         // As in the settings: status:<slug>, fulfilment, tracking. The likeliest first.
 *         value: string,
 *         label: string,
 *     }>,
 * }
 * @phpstan-type ShopAnswer array{
 *     currency: string,
 *     country: string,
 *     prices_include_tax: bool,
 *     tax_enabled: bool,
 *     proposed_shop_code: string,
 *     shop_code_fixed: bool,
 *     order_statuses: list<ShopStatusAnswer>,
 *     tax_rates: list<ShopTaxRateAnswer>,
 *     // The shop's own e-mails to its customers about final documents.
 *     emails: list<ShopEmailAnswer>,
 *     gateways: list<ShopGatewayAnswer>,
 *     exempt_situations: list<ShopSituationAnswer>,
 * }
 */
final class ShopController extends BaseController {

	public function __construct(
		private readonly ShopRates $rates,
		private readonly RecentOrders $recent,
		private readonly ChangeSettings $change,
		private readonly OptionSettings $settings,
		private readonly SituationText $situations,
		private readonly EmailSwitch $emails,
		private readonly PaymentGateways $gateways,
		private readonly ShippedSigns $signs,
		private readonly RuleChoices $rule_choices,
	) {}

	public function routes(): array {
		$signs   = fn (): \WP_REST_Response => $this->answer( 'shipped-signs', [ 'signs' => $this->signs->found() ] );
		$choices = fn (): \WP_REST_Response => $this->answer( 'rule-choices', $this->rule_choices->all() );
		return [
			$this->get( '/shipped-signs', 'shipped-signs', $signs ),
			$this->get( '/rule-choices', 'rule-choices', $choices ),
			$this->get( '/shop', 'shop', $this->read( ... ) ),
		];
	}

	private function read(): \WP_REST_Response {
		$recent = $this->recent->counts();
		return $this->answer(
			'shop',
			[
				'currency'           => get_woocommerce_currency(),
				'country'            => WC()->countries->get_base_country(),
				'prices_include_tax' => wc_prices_include_tax(),
				'tax_enabled'        => wc_tax_enabled(),
				'proposed_shop_code' => $this->settings->proposed_shop_code(),
				'shop_code_fixed'    => $this->change->shop_code_is_fixed(),
				'order_statuses'     => $this->statuses(),
				'tax_rates'          => $this->tax_rates( $recent['rates'] ),
				'exempt_situations'  => $this->exempt_situations( $recent['situations'] ),
				'emails'             => $this->emails(),
				'gateways'           => $this->gateways->registered(),
			]
		);
	}

	/** @return list<ShopStatusAnswer> those that a placed order can have. */
	private function statuses(): array {
		$statuses = [];
		foreach ( array_diff_key( wc_get_order_statuses(), [ 'wc-checkout-draft' => null ] ) as $slug => $label ) {
			$statuses[] = [
				'slug'  => (string) preg_replace( '/^wc-/', '', (string) $slug ),
				'label' => (string) $label,
				'paid'  => in_array( preg_replace( '/^wc-/', '', (string) $slug ), wc_get_is_paid_statuses(), true ),
			];
		}
		return $statuses;
	}

	/** @return list<ShopEmailAnswer> the shop's own, about final documents. */
	private function emails(): array {
		$since = $this->emails->since();
		return array_map(
			static fn ( DocumentKind $kind ): array => [
				'kind'    => $kind->value,
				'enabled' => isset( $since[ $kind->value ] ),
				'url'     => EmailHooks::settings_url( $kind ),
			],
			EmailSwitch::kinds()
		);
	}

	/**
	 * @param array<int, int> $counts
	 * @return list<ShopTaxRateAnswer>
	 */
	private function tax_rates( array $counts ): array {
		return array_map(
			static fn ( ShopRate $rate ): array => [
				'id'            => $rate->id,
				'label'         => $rate->label,
				'percent'       => $rate->percent->to_string(),
				'country'       => $rate->country,
				'class'         => $rate->tax_class,
				'class_name'    => $rate->class,
				'orders_recent' => $counts[ $rate->id ] ?? 0,
			],
			$this->rates->all()
		);
	}

	/**
	 * @param array<string, int> $counts
	 * @return list<ShopSituationAnswer> all of them, so that one can be mapped before its first order.
	 */
	private function exempt_situations( array $counts ): array {
		return array_map(
			fn ( ExemptSituation $situation ): array => [
				'situation'     => $situation->value,
				'label'         => $this->situations->label( $situation ),
				'orders_recent' => $counts[ $situation->value ] ?? 0,
				'before'        => $situation->before()->value ?? 'none',
				'categories'    => ExemptionTable::categories( $situation ),
				'advice'        => $this->situations->advice( $situation ),
			],
			ExemptSituation::cases()
		);
	}
}
