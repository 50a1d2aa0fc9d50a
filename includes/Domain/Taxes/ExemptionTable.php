<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Taxes;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Order\ExemptSituation;

/**
 * Which categories of EN 16931 may say why there is no VAT: K intra-Community supply of goods, AE reverse charge, G
 * export, E exempt, O outside the scope. O never stands beside another one in a document (BR-O-11 to -14).
 */
final class ExemptionTable {

	public const ALONE = 'O';

	/** The best first. */
	private const CATEGORIES = [
		'shop_exempt'              => [ 'E' ],
		'domestic_exempt_customer' => [ 'E', 'AE', 'G' ],
		'domestic_untaxed_item'    => [ 'E', self::ALONE ],
		'untaxed_delivery'         => [ 'E' ],
		'eu_business'              => [ 'K' ],
		'eu_business_services'     => [ 'AE' ],
		'eu_consumer'              => [],
		'outside_eu'               => [ 'G' ],
		'outside_eu_services'      => [ 'AE', self::ALONE ],
	];

	/** @return list<string> */
	public static function categories( ExemptSituation $situation ): array {
		return self::CATEGORIES[ $situation->value ];
	}

	/**
	 * What may be proposed: an item that is not taxed mostly stands beside others, G is an exception at home, and
	 * untaxed delivery beside taxed goods is mostly a setting of WooCommerce that is wrong.
	 *
	 * @return list<string>
	 */
	public static function proposed( ExemptSituation $situation ): array {
		return match ( $situation ) {
			ExemptSituation::UntaxedItem            => [ 'E' ],
			ExemptSituation::UntaxedDelivery        => [],
			ExemptSituation::DomesticExemptCustomer => [ 'E', 'AE' ],
			default                                 => self::categories( $situation ),
		};
	}

	/** Of a tax whose category Sellsy does not name nothing is known against it, where any would do. */
	public static function fits( RemoteTax $tax, ExemptSituation $situation ): bool {
		$categories = self::categories( $situation );
		return $tax->is_exempt()
			&& ( in_array( $tax->category, $categories, true ) || ( $tax->category === '' && $categories !== [] ) );
	}

	/** A rate of 0 % says no reason of its own: what buyer and place contradict does not fit. At home any may. */
	public static function fits_zero_rate( RemoteTax $tax, ?ExemptSituation $situation ): bool {
		$tied = [ 'K', 'G', 'AE' ];
		return ! in_array( $tax->category, $tied, true )
			|| self::fits( $tax, $situation ?? ExemptSituation::DomesticExemptCustomer );
	}
}
