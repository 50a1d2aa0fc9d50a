<?php

declare( strict_types=1 );

namespace OrderInvoicer\Wording\Names;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\ExemptSituation;

/** Why something carries no VAT, in the shop owner's words. */
final class SituationText {

	public function label( ExemptSituation $situation ): string {
		return match ( $situation ) {
			ExemptSituation::ShopExempt             =>
				__( 'the shop itself charges no VAT (art. 293 B)', 'orderinvoicer' ),
			ExemptSituation::DomesticExemptCustomer => __( 'domestic customer who is exempt', 'orderinvoicer' ),
			ExemptSituation::DomesticUntaxedItem    => __( 'domestic, the item itself is not taxed', 'orderinvoicer' ),
			ExemptSituation::EuBusiness             =>
				__( 'business in another EU country, with a VAT number', 'orderinvoicer' ),
			ExemptSituation::EuConsumer             =>
				__( 'customer in another EU country, without a VAT number', 'orderinvoicer' ),
			ExemptSituation::OutsideEu              => __( 'delivered outside the EU', 'orderinvoicer' ),
		};
	}

	/** @param string $value an ExemptSituation, as facts carry it. */
	public function text( string $value ): string {
		$situation = ExemptSituation::tryFrom( $value );
		return $situation === null ? '' : $this->label( $situation );
	}
}
