<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Taxes;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Order\LineKind;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\OrderTax;
use OrderInvoicer\Domain\Order\VatArea;

/** Finds the situation of a line that carries no rate at all: by what it is, where it goes and who buys it. */
final class Exemptions {

	/**
	 * Null where nothing explains it: a domestic line that says it is taxable may be an import that lost its VAT.
	 *
	 * @param bool $shop_is_exempt the owner confirmed that the shop itself charges no VAT (art. 293 B).
	 */
	public function situation( OrderSnapshot $order, OrderLine $line, bool $shop_is_exempt ): ?ExemptSituation {
		$by_place = $this->by_place( $order, $line );
		if ( $shop_is_exempt && $order->taxes === [] ) {
			// The buyer owes VAT on services at home, whatever the seller is.
			return $by_place === ExemptSituation::EuBusinessServices ? $by_place : ExemptSituation::ShopExempt;
		}
		return $line->taxable === false && $by_place !== ExemptSituation::DomesticExemptCustomer
			? $this->untaxed( $order, $line, $by_place )
			: $by_place;
	}

	/** As if the item were taxable. */
	public function by_place( OrderSnapshot $order, OrderLine $line ): ?ExemptSituation {
		$is_service = $line->is_virtual || ( $line->kind === LineKind::Fee && $order->is_of_services() );
		$number     = strtoupper( $order->buyer->vat_number );
		return match ( VatArea::of_order( $order ) ) {
			VatArea::Domestic => $order->vat_exempt ? ExemptSituation::DomesticExemptCustomer : null,
			VatArea::Eu       => match ( true ) {
				$number === '' => ExemptSituation::EuConsumer,
				$is_service    => ExemptSituation::EuBusinessServices,
				default        => ExemptSituation::EuBusiness,
			},
			VatArea::Outside  => match ( true ) {
				$is_service => ExemptSituation::OutsideEuServices,
				$this->is_northern_ireland( $order ) && str_starts_with( $number, 'XI' ) => ExemptSituation::EuBusiness,
				default     => ExemptSituation::OutsideEu,
			},
		};
	}

	/** What an item says of itself counts wherever it goes; delivery goes as the goods do. */
	private function untaxed( OrderSnapshot $order, OrderLine $line, ?ExemptSituation $by_place ): ExemptSituation {
		$taxed = array_filter( $order->taxes, static fn ( OrderTax $tax ): bool => $tax->percent->is_positive() );
		return match ( true ) {
			$line->kind !== LineKind::Shipping => ExemptSituation::UntaxedItem,
			$taxed !== []                      => ExemptSituation::UntaxedDelivery,
			$by_place === ExemptSituation::EuBusiness, $by_place === ExemptSituation::OutsideEu => $by_place,
			default                            => ExemptSituation::UntaxedItem,
		};
	}

	/** In the EU for goods alone. */
	private function is_northern_ireland( OrderSnapshot $order ): bool {
		return $order->tax_country === 'GB' && preg_match( '/^\s*BT/i', $order->tax_postcode ) === 1;
	}
}
