<?php

declare( strict_types=1 );

namespace OrderInvoicer\Wording\Names;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\ExemptSituation;

/** Why something carries no VAT and which exempt tax says so, in the shop owner's words. */
final class SituationText {

	public function label( ExemptSituation $situation ): string {
		return match ( $situation ) {
			ExemptSituation::ShopExempt             =>
				__( 'the shop itself charges no VAT (art. 293 B)', 'orderinvoicer' ),
			ExemptSituation::DomesticExemptCustomer => __( 'domestic customer who is exempt', 'orderinvoicer' ),
			ExemptSituation::UntaxedItem            =>
				__( 'the item itself is not taxed, such as a tip', 'orderinvoicer' ),
			ExemptSituation::UntaxedDelivery        => __( 'delivery without VAT of goods with VAT', 'orderinvoicer' ),
			ExemptSituation::EuBusiness             =>
				__( 'goods to a business in another EU country, with a VAT number', 'orderinvoicer' ),
			ExemptSituation::EuBusinessServices     =>
				__( 'services to a business in another EU country, with a VAT number', 'orderinvoicer' ),
			ExemptSituation::EuConsumer             =>
				__( 'customer in another EU country, without a VAT number', 'orderinvoicer' ),
			ExemptSituation::OutsideEu              => __( 'goods delivered outside the EU', 'orderinvoicer' ),
			ExemptSituation::OutsideEuServices      => __( 'services to a customer outside the EU', 'orderinvoicer' ),
		};
	}

	/** @param string $value an ExemptSituation, as facts carry it. */
	public function text( string $value ): string {
		$situation = ExemptSituation::tryFrom( $value );
		return $situation === null ? '' : $this->label( $situation );
	}

	/** Which category of tax fits, or what is to be done instead. */
	public function advice( ExemptSituation $situation ): string {
		return match ( $situation ) {
			ExemptSituation::ShopExempt             =>
				__( 'An exempt tax of category E fits: art. 293 B.', 'orderinvoicer' ),
			ExemptSituation::DomesticExemptCustomer =>
				__( 'An exempt tax of category E, AE (reverse charge) or G (export) fits.', 'orderinvoicer' ),
			ExemptSituation::UntaxedItem            =>
				__( 'An exempt tax of category E fits. O (outside the scope of VAT) may not stand beside anything else in a document.', 'orderinvoicer' ),
			ExemptSituation::UntaxedDelivery        =>
				__( 'Delivery is taxed like the goods: set the tax status of the delivery method to “Taxable” in WooCommerce (Settings › Shipping). Only where your delivery is truly exempt, a tax of category E fits.', 'orderinvoicer' ),
			ExemptSituation::EuBusiness             =>
				__( 'An exempt tax of category K (intra-Community supply of goods) fits.', 'orderinvoicer' ),
			ExemptSituation::EuBusinessServices     =>
				__( 'An exempt tax of category AE (reverse charge) fits.', 'orderinvoicer' ),
			ExemptSituation::EuConsumer             =>
				__( 'None fits: consumers in the EU pay VAT. WooCommerce has no tax rate for their country. Add it there (Settings › Tax), then recalculate the order.', 'orderinvoicer' ),
			ExemptSituation::OutsideEu              =>
				__( 'An exempt tax of category G (export) fits.', 'orderinvoicer' ),
			ExemptSituation::OutsideEuServices      =>
				__( 'An exempt tax of category AE (reverse charge) fits; O (outside the scope of VAT) only where nothing else stands in the document.', 'orderinvoicer' ),
		};
	}

	/** The same for one order. */
	public function advice_for( string $value, string $country ): string {
		$situation = ExemptSituation::tryFrom( $value );
		return match ( $situation ) {
			null                        => __( 'Assign one under Taxes in the settings, then retry.', 'orderinvoicer' ),
			ExemptSituation::EuConsumer => sprintf(
				/* translators: %s: name of a country. */
				__( 'Consumers in the EU pay VAT, and WooCommerce has no tax rate for %s. Add it in WooCommerce (Settings › Tax), recalculate the order there and assign the new rate under Taxes, then retry. If the buyer is a business, write its VAT number into the order.', 'orderinvoicer' ),
				$this->country( $country )
			),
			default                     => $this->advice( $situation ) . ' '
				. __( 'Choose it under Taxes in the settings, then retry.', 'orderinvoicer' ),
		};
	}

	private function country( string $code ): string {
		$name = $code === '' ? null : WC()->countries->get_countries()[ $code ] ?? null;
		return is_string( $name ) ? $name : $code;
	}
}
