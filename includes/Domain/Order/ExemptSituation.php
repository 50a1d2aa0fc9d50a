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
	/** An item that says that it is not taxable, such as a tip, wherever it goes. */
	case UntaxedItem = 'domestic_untaxed_item';
	/** Delivery that says so, beside goods that are taxed. */
	case UntaxedDelivery = 'untaxed_delivery';
	/** Goods to another EU country, customer with a VAT number. */
	case EuBusiness = 'eu_business';
	/** Services to such a customer. */
	case EuBusinessServices = 'eu_business_services';
	/** Another EU country, customer without a VAT number. */
	case EuConsumer = 'eu_consumer';
	/** Goods that leave the EU. */
	case OutsideEu         = 'outside_eu';
	case OutsideEuServices = 'outside_eu_services';

	/** With what it was one until each was asked for by itself: what was chosen then goes on for it. */
	public function before(): ?self {
		return match ( $this ) {
			self::UntaxedDelivery    => self::UntaxedItem,
			self::EuBusinessServices => self::EuBusiness,
			self::OutsideEuServices  => self::OutsideEu,
			default                  => null,
		};
	}

	/**
	 * @template T
	 * @param array<string, T> $choices by value.
	 * @return T|null
	 */
	public function chosen( array $choices ): mixed {
		return $choices[ $this->value ] ?? $choices[ $this->before()->value ?? '' ] ?? null;
	}
}
