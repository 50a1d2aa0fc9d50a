<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\SoldLately;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\SoldLately\Rules\SoldFault;
use OrderInvoicer\Health\Checks\HealthCheck;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\WooCommerce\Catalogue\ProductReferences;
use OrderInvoicer\WooCommerce\RecentProducts;
use OrderInvoicer\WooCommerce\RecentSales;
use OrderInvoicer\WordPress\Secrets\SaltedFingerprints;

/** How its parts are made, where no type says it (npm run composition). */
final class SoldLatelyFeature {

	/** @return \Closure(): string */
	public static function option_sold_looks_access( CredentialStore $credentials ): \Closure {
		return $credentials->fingerprint( ... );
	}

	public static function woo_sold_lately( RecentSales $sales, ProductReferences $references ): WooSoldLately {
		return new WooSoldLately( $sales, new RecentProducts( $sales, $references ) );
	}

	/**
	 * All of both kinds: what was sold is read once for them.
	 *
	 * @return list<HealthCheck>
	 */
	public static function sold_check(
		RecentSales $sales,
		ProductReferences $references,
		OptionSoldLooks $looks,
		SaltedFingerprints $fingerprints,
	): array {
		$products  = new RecentProducts( $sales, $references );
		$sold      = new WooSoldLately( $sales, $products );
		$here      = static fn ( SoldQuestion $one ): SoldCheck => new SoldCheck( $one, $sales, $products );
		$at_sellsy = static fn ( SoldFault $fault ): AtSellsyCheck => new AtSellsyCheck(
			fault: $fault,
			sold: $sold,
			looks: $looks,
			sales: $sales,
			fingerprints: $fingerprints
		);
		return [ ...array_map( $here, SoldQuestion::cases() ), ...array_map( $at_sellsy, SoldFault::cases() ) ];
	}

	/** @return list<HealthCheck> none more. */
	public static function at_sellsy_check(): array {
		return [];
	}
}
