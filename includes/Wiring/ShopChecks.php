<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\SoldLately\SoldFault;
use OrderInvoicer\Health\Checks\Access\KeysCheck;
use OrderInvoicer\Health\Checks\Access\PersonCheck;
use OrderInvoicer\Health\Checks\Access\PrivilegesCheck;
use OrderInvoicer\Health\Checks\Access\SharedAccessCheck;
use OrderInvoicer\Health\Checks\HealthCheck;
use OrderInvoicer\Health\Checks\Site\AddressCheck;
use OrderInvoicer\Health\Checks\Site\CacheCheck;
use OrderInvoicer\Health\Checks\Site\ClockCheck;
use OrderInvoicer\Health\Checks\Site\LimitsCheck;
use OrderInvoicer\Health\Checks\Site\OtherConnectorCheck;
use OrderInvoicer\Health\Checks\Site\OwnRouteCheck;
use OrderInvoicer\Health\Checks\Sold\AtSellsyCheck;
use OrderInvoicer\Health\Checks\Sold\SoldCheck;
use OrderInvoicer\Health\Checks\Sold\SoldQuestion;
use OrderInvoicer\Health\Checks\Taxes\RateQuestion;
use OrderInvoicer\Health\Checks\Taxes\RatesCheck;
use OrderInvoicer\Reports\ConnectionView;
use OrderInvoicer\Reports\Shop\ShopRates;
use OrderInvoicer\Sellsy\Rights\NeededRights;
use OrderInvoicer\WooCommerce\Catalogue\ProductReferences;
use OrderInvoicer\WooCommerce\DeliveryCountries;
use OrderInvoicer\WooCommerce\RecentSales;
use OrderInvoicer\WooCommerce\SoldProducts;
use OrderInvoicer\WooCommerce\WooSoldLately;
use OrderInvoicer\WordPress\Options\OptionSoldLooks;
use OrderInvoicer\WordPress\Queue\Heartbeat;
use OrderInvoicer\WordPress\Secrets\SaltedFingerprints;
use OrderInvoicer\WordPress\System\OwnRoute;

/** What one is usually advised to look at: in the site, its taxes, its access and what it sells. */
final class ShopChecks {

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
	) {}

	/** @return list<HealthCheck> */
	public function site( Heartbeat $heartbeat, OwnRoute $route ): array {
		return [
			new AddressCheck( $route, $this->on->clock ),
			new OwnRouteCheck( $route ),
			new ClockCheck( $this->sellsy->quota() ),
			new CacheCheck( $this->on->options() ),
			new LimitsCheck( $heartbeat ),
			new OtherConnectorCheck( $this->sales() ),
		];
	}

	/** @return list<HealthCheck> */
	public function taxes(): array {
		$delivery = new DeliveryCountries( $this->on->wpdb(), $this->on->sql() );
		return array_map(
			fn ( RateQuestion $question ): RatesCheck => new RatesCheck(
				question: $question,
				rates: new ShopRates(),
				settings: $this->on->settings(),
				delivery: $delivery
			),
			RateQuestion::cases()
		);
	}

	/** @return list<HealthCheck> */
	public function access( ConnectionView $connection ): array {
		$person = $this->sellsy->person();
		return [
			new PrivilegesCheck(
				connection: $connection,
				person: $person,
				needed: new NeededRights( $this->on->settings() ),
				rights: $this->sellsy->seen_rights()
			),
			new PersonCheck( $connection, $person ),
			new SharedAccessCheck( $connection, $this->sellsy->tokens(), $this->on->clock ),
			new KeysCheck( $connection, $this->sellsy->credentials(), $this->on->clock ),
		];
	}

	/** @return list<HealthCheck> */
	public function sold(): array {
		$sales     = $this->sales();
		$products  = new SoldProducts( $sales, new ProductReferences( $this->on->wpdb(), $this->on->sql() ) );
		$here      = static fn ( SoldQuestion $one ): SoldCheck => new SoldCheck( $one, $sales, $products );
		$at_sellsy = fn ( SoldFault $fault ): AtSellsyCheck => new AtSellsyCheck(
			fault: $fault,
			sold: new WooSoldLately( $sales, $products ),
			looks: new OptionSoldLooks( $this->on->options(), $this->sellsy->credentials()->fingerprint( ... ) ),
			sales: $sales,
			fingerprints: new SaltedFingerprints()
		);
		return [
			...array_map( $here, SoldQuestion::cases() ),
			...array_map( $at_sellsy, SoldFault::cases() ),
		];
	}

	private function sales(): RecentSales {
		return new RecentSales( $this->on->wpdb(), $this->on->sql(), $this->on->clock );
	}
}
