<?php

declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\Siren;
use OrderInvoicer\Domain\Buyers\Siret;
use OrderInvoicer\Domain\Buyers\VatNumber;
use OrderInvoicer\WooCommerce\Checkout\CheckoutNumbers;
use OrderInvoicer\WooCommerce\Order\BuyerNumbers;

/** Whether the SIRET and the VAT number that were typed on the order screen can be used. */
final class NumberCheck {

	/** @return list<string> one sentence for each that cannot. Plain text, to be escaped. */
	public function complaints( \WC_Order $order ): array {
		$siret      = $this->typed( $order, BuyerNumbers::OWN_SIRET );
		$vat_number = $this->typed( $order, BuyerNumbers::OWN_VAT_NUMBER );
		$complaints = [];
		if ( $siret !== '' && Siret::read( $siret ) . Siren::read( $siret ) === '' ) {
			$complaints[] = sprintf(
				/* translators: 1: what was typed, 2: what is wrong with it. */
				__( 'The SIREN or SIRET "%1$s" is not used. %2$s Correct it in the billing address.', 'orderinvoicer' ),
				$siret,
				CheckoutNumbers::siret_fault( $siret )
			);
		}
		$country    = $order->get_billing_country( 'edit' );
		// A number of a country that has none of the EU's, such as a Swiss UID, is no wrong one.
		$is_wrong = VatNumber::read( $vat_number, $country ) === '' && ! VatNumber::is_foreign( $vat_number, $country );
		if ( $vat_number !== '' && $is_wrong ) {
			$complaints[] = sprintf(
				/* translators: 1: what was typed, 2: what is wrong with it. */
				__( 'The VAT number "%1$s" is not used. %2$s Correct it in the billing address.', 'orderinvoicer' ),
				$vat_number,
				CheckoutNumbers::vat_fault( $vat_number, $country )
			);
		}
		return $complaints;
	}

	private function typed( \WC_Order $order, string $key ): string {
		$typed = $order->get_meta( $key );
		return is_string( $typed ) ? trim( $typed ) : '';
	}
}
