<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks\Taxes;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\Taxes\RateTable;
use OrderInvoicer\Domain\Taxes\ShopRate;
use OrderInvoicer\Health\Checks\HealthCheck;
use OrderInvoicer\Health\Checks\Verdict;
use OrderInvoicer\Reports\Shop\ShopRates;
use OrderInvoicer\WooCommerce\DeliveryCountries;
use OrderInvoicer\WordPress\Tables\CheckedRead;

/** One question about the shop's table of rates. Names are said in the cause alone: titles are posted in public. */
final class RatesCheck implements HealthCheck {

	private const MOST_NAMED = 8;

	public function __construct(
		private readonly RateQuestion $question,
		private readonly ShopRates $rates,
		private readonly SettingsStore $settings,
		private readonly DeliveryCountries $delivery,
	) {}

	public function name(): string {
		return $this->question->value;
	}

	public function label(): string {
		return $this->question->label();
	}

	public function verdict(): Verdict {
		if ( ! wc_tax_enabled() ) {
			return Verdict::good(
				$this->question->in_order(),
				__( 'Taxes are switched off in WooCommerce, so no rate counts.', 'orderinvoicer' )
			);
		}
		$table = new RateTable( CheckedRead::read( $this->rates->all( ... ) ) );
		$found = array_values(
			array_unique(
				match ( $this->question ) {
					RateQuestion::Names     => self::texts( $table->unnamed() ),
					RateQuestion::OneName   => self::texts( $table->of_one_name() ),
					RateQuestion::Zero      => self::texts( $table->unexplained( $this->settings->get()->tax_rates ) ),
					RateQuestion::Countries => $this->untaxed( $table ),
				}
			)
		);
		return $found === []
			? Verdict::good( $this->question->in_order() )
			: Verdict::recommended(
				$this->question->title( count( $found ) ),
				self::listed( $found ) . ' ' . $this->question->why(),
				$this->question->next_step(),
				$this->question->page()
			);
	}

	/** @return list<string> names of countries. Outside of the EU no VAT is usual. */
	private function untaxed( RateTable $table ): array {
		$countries = WC()->countries;
		$base      = $countries->get_base_country();
		$based_on  = get_option( 'woocommerce_tax_based_on' );
		$in_eu     = $countries->get_european_union_countries( 'eu_vat' );
		$is_sent   = $based_on === 'shipping' && wc_shipping_enabled();
		$sold_to   = $is_sent ? $countries->get_shipping_countries() : $countries->get_allowed_countries();
		$taxing    = array_values( array_intersect( $in_eu, array_keys( $sold_to ) ) );
		$taxing    = match ( true ) {
			$based_on === 'base' || ! in_array( $base, $in_eu, true ) => [ $base ],
			$is_sent => $this->delivery->of( $taxing ),
			default  => $taxing,
		};
		return array_map(
			static function ( string $country ) use ( $sold_to ): string {
				$name = $sold_to[ $country ] ?? '';
				return is_string( $name ) && $name !== '' ? $name : $country;
			},
			$table->untaxed( $taxing )
		);
	}

	/**
	 * @param list<ShopRate> $rates
	 * @return list<string>
	 */
	private static function texts( array $rates ): array {
		return array_map(
			static fn ( ShopRate $rate ): string => trim(
				"$rate->label {$rate->percent->to_string()} %" . ( $rate->country === '' ? '' : " ($rate->country)" )
			),
			$rates
		);
	}

	/** @param non-empty-list<string> $found */
	private static function listed( array $found ): string {
		return implode( ', ', array_slice( $found, 0, self::MOST_NAMED ) )
			. ( count( $found ) > self::MOST_NAMED ? ', …' : '.' );
	}
}
