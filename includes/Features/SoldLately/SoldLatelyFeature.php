<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\SoldLately;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\SoldLately\Rules\SoldFault;
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

	/** @return list<SoldCheck> */
	public static function sold_check( RecentSales $sales, ProductReferences $references ): array {
		$products = new RecentProducts( $sales, $references );
		return array_map(
			static fn ( SoldQuestion $question ): SoldCheck => new SoldCheck( $question, $sales, $products ),
			SoldQuestion::cases()
		);
	}

	/** @return list<AtSellsyCheck> */
	public static function at_sellsy_check(
		RecentSales $sales,
		ProductReferences $references,
		OptionSoldLooks $looks,
		SaltedFingerprints $fingerprints,
	): array {
		$sold = self::woo_sold_lately( $sales, $references );
		return array_map(
			static fn ( SoldFault $fault ): AtSellsyCheck => new AtSellsyCheck(
				fault: $fault,
				sold: $sold,
				looks: $looks,
				sales: $sales,
				fingerprints: $fingerprints
			),
			SoldFault::cases()
		);
	}
}
