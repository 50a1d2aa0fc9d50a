<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Taxes;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\VatArea;

/** Finds the situation of a line that carries no rate at all. */
final class Exemptions {

	/**
	 * Null where nothing explains it: a domestic line that says it is taxable may be an import that lost its VAT.
	 *
	 * @param bool $shop_is_exempt the owner confirmed that the shop itself charges no VAT (art. 293 B).
	 */
	public function situation( OrderSnapshot $order, OrderLine $line, bool $shop_is_exempt ): ?ExemptSituation {
		if ( $shop_is_exempt && $order->taxes === [] ) {
			return ExemptSituation::ShopExempt;
		}
		return match ( VatArea::from_country( $order->tax_country, $order->shop_country ) ) {
			VatArea::Outside  => ExemptSituation::OutsideEu,
			VatArea::Eu       => $order->buyer->vat_number !== ''
				? ExemptSituation::EuBusiness
				: ExemptSituation::EuConsumer,
			VatArea::Domestic => $this->domestic( $order, $line ),
		};
	}

	private function domestic( OrderSnapshot $order, OrderLine $line ): ?ExemptSituation {
		if ( $order->vat_exempt ) {
			return ExemptSituation::DomesticExemptCustomer;
		}
		return $line->taxable === false ? ExemptSituation::DomesticUntaxedItem : null;
	}
}
