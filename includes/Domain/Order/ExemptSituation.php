<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

/**
 * Why a line of an order carries no WooCommerce rate at all. Each is mapped to an exempt Sellsy tax that the owner
 * confirmed; what fits none stops, because a domestic line without a rate may be an import that lost its VAT.
 */
enum ExemptSituation: string {
	/** The shop itself charges no VAT (art. 293 B du CGI). */
	case ShopExempt = 'shop_exempt';
	/** A domestic customer whom the shop marked as exempt. */
	case DomesticExemptCustomer = 'domestic_exempt_customer';
	/** A domestic line whose item says that it is not taxable: a tip, untaxed shipping. */
	case DomesticUntaxedItem = 'domestic_untaxed_item';
	/** Another EU country, customer with a VAT number. */
	case EuBusiness = 'eu_business';
	/** Another EU country, customer without a VAT number. */
	case EuConsumer = 'eu_consumer';
	case OutsideEu  = 'outside_eu';
}
