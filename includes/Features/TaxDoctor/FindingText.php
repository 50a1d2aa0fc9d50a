<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\TaxDoctor;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Taxes\ShopRate;
use OrderInvoicer\Features\TaxDoctor\Rules\Finding;
use OrderInvoicer\Features\TaxDoctor\Rules\FindingCode;
use OrderInvoicer\Wording\Names\SituationText;

/** What the tax doctor found, why it matters and what to do, in the shop owner's words. */
final class FindingText {

	public function __construct( private readonly SituationText $situations ) {}

	public function title( Finding $finding ): string {
		return self::title_of( $finding->code, $this->subject( $finding ), $this->taxes( $finding ) );
	}

	private static function title_of( FindingCode $code, string $subject, string $taxes ): string {
		return match ( $code ) {
			/* translators: %s: tax rate of the shop, or a reason for a sale without tax. */
			FindingCode::TaxGone => sprintf( __( '%s: its tax is no longer at Sellsy', 'orderinvoicer' ), $subject ),
			FindingCode::TaxInactive =>
				/* translators: 1: tax rate of the shop, or a reason for a sale without tax, 2: tax of Sellsy. */
				sprintf( __( '%1$s: "%2$s" is not active at Sellsy', 'orderinvoicer' ), $subject, $taxes ),
			FindingCode::TaxNotCompliant =>
				/* translators: 1: tax rate of the shop, or a reason for a sale without tax, 2: tax of Sellsy. */
				sprintf( __( '%1$s: Sellsy no longer accepts "%2$s"', 'orderinvoicer' ), $subject, $taxes ),
			FindingCode::TaxIsEcoTax =>
				/* translators: 1: tax rate of the shop, or a reason for a sale without tax, 2: tax of Sellsy. */
				sprintf( __( '%1$s: "%2$s" is an eco-participation, not VAT', 'orderinvoicer' ), $subject, $taxes ),
			FindingCode::PercentDiffers =>
				/* translators: 1: tax rate of the shop, 2: tax of Sellsy. */
				sprintf( __( '%1$s: "%2$s" of Sellsy has another percentage', 'orderinvoicer' ), $subject, $taxes ),
			FindingCode::RateGone =>
				/* translators: %s: tax rate. */
				sprintf( __( '%s: orders carry it, WooCommerce no longer has it', 'orderinvoicer' ), $subject ),
			/* translators: %s: tax rate of the shop. */
			FindingCode::ZeroUnset => sprintf( __( '%s: a zero rate without a reason', 'orderinvoicer' ), $subject ),
			FindingCode::ZeroNotExempt =>
				/* translators: 1: tax rate of the shop, or a reason for a sale without tax, 2: tax of Sellsy. */
				sprintf( __( '%1$s: "%2$s" is not an exempt tax', 'orderinvoicer' ), $subject, $taxes ),
			FindingCode::SituationUnset =>
				/* translators: %s: reason for a sale without tax. */
				sprintf( __( 'Sales without tax, %s: no exempt tax is chosen', 'orderinvoicer' ), $subject ),
			FindingCode::SituationUnfit =>
				/* translators: 1: reason for a sale without tax, 2: tax of Sellsy. */
				sprintf( __( 'Sales without tax, %1$s: "%2$s" does not fit', 'orderinvoicer' ), $subject, $taxes ),
			FindingCode::RoundingUnset => __( 'No tax is chosen for the row "Rounding"', 'orderinvoicer' ),
			FindingCode::RoundingUnfit => __( 'The tax of the row "Rounding" cannot be used', 'orderinvoicer' ),
			FindingCode::MappedDifferently => sprintf(
				/* translators: 1: tax rates of the shop, 2: taxes of Sellsy. */
				__( '%1$s: the same rate goes to different taxes (%2$s)', 'orderinvoicer' ),
				$subject,
				$taxes
			),
			FindingCode::FranchiseCharged =>
				/* translators: %s: tax of Sellsy. */
				sprintf( __( 'The shop charges VAT, and "%s" says that it does not', 'orderinvoicer' ), $taxes ),
			FindingCode::ForeignShared =>
				/* translators: 1: tax rate of the shop, 2: tax of Sellsy. */
				sprintf( __( '%1$s: shares "%2$s" with your own country', 'orderinvoicer' ), $subject, $taxes ),
			/* translators: %s: tax rate of the shop. */
			FindingCode::UnusualPercent => sprintf( __( '%s: not a French rate in force', 'orderinvoicer' ), $subject ),
			FindingCode::SeveralAtSellsy => sprintf(
				/* translators: 1: tax rates of the shop, 2: taxes of Sellsy. */
				__( '%1$s: Sellsy has several such taxes; "%2$s" is used', 'orderinvoicer' ),
				$subject,
				$taxes
			),
			/* translators: %s: tax rates of the shop. */
			FindingCode::RatesUnused => sprintf( __( 'No recent order uses %s', 'orderinvoicer' ), $subject ),
		};
	}

	public function why( Finding $finding ): string {
		return match ( $finding->code ) {
			FindingCode::TaxGone, FindingCode::TaxInactive, FindingCode::TaxIsEcoTax =>
				__( 'Orders with it stop: Sellsy takes only active taxes on new documents.', 'orderinvoicer' ),
			FindingCode::TaxNotCompliant =>
				__( 'Orders with it stop: the rules of e-invoicing want another tax, and Sellsy refuses this one on new documents.', 'orderinvoicer' ),
			FindingCode::PercentDiffers => __(
				'Orders with it stop: the document would state another VAT than your customer paid.',
				'orderinvoicer'
			),
			FindingCode::RateGone =>
				__( 'The rate was deleted or imported anew under another number; orders that were placed before still carry the old one, and stop.', 'orderinvoicer' ),
			FindingCode::ZeroUnset =>
				__( 'An e-invoice must say why no VAT is charged. Sellsy asks for an exempt tax with its reason; a percentage of 0 gives no reason.', 'orderinvoicer' ),
			FindingCode::ZeroNotExempt =>
				__( 'An e-invoice must say why no VAT is charged, and this tax gives no reason.', 'orderinvoicer' ),
			FindingCode::SituationUnset => __(
				'Recent orders have lines of this kind. They stop until you choose an exempt tax for them.',
				'orderinvoicer'
			),
			FindingCode::SituationUnfit => __(
				'New orders of this kind stop: the document would give a false reason for having no VAT, and e-invoicing refuses it. Documents that exist stay as they are.',
				'orderinvoicer'
			),
			FindingCode::RoundingUnset =>
				__( 'With prices entered including tax, about one order in eight needs a cent or two in such a row; those orders stop.', 'orderinvoicer' ),
			FindingCode::RoundingUnfit =>
				__( 'It must be active, exempt and of category E, the only one that may stand beside other rates in an e-invoice. Orders that need the row stop.', 'orderinvoicer' ),
			FindingCode::MappedDifferently =>
				__( 'The same VAT stands under two names in your figures at Sellsy.', 'orderinvoicer' ),
			FindingCode::FranchiseCharged =>
				__( 'It is the exemption of small businesses (art. 293 B of the French tax code). A document with VAT that names it contradicts itself.', 'orderinvoicer' ),
			FindingCode::ForeignShared =>
				__( 'VAT of another EU country (OSS) is declared apart. Under one tax, the VAT figures of Sellsy cannot tell it from your own.', 'orderinvoicer' ),
			FindingCode::UnusualPercent =>
				__( 'In France 20, 10, 5.5 and 2.1 % apply, 13 and 0.9 % also in Corsica, 8.5, 1.75 and 1.05 % also overseas. Documents are made all the same, with what the order charged.', 'orderinvoicer' ),
			FindingCode::SeveralAtSellsy => __(
				'Nothing is wrong. If the others are not needed, archiving them at Sellsy keeps your figures together.',
				'orderinvoicer'
			),
			FindingCode::RatesUnused =>
				__( 'Nothing is wrong: you may leave such rates unset until an order needs them.', 'orderinvoicer' ),
		};
	}

	public function next_step( Finding $finding ): string {
		if ( ! $finding->fix->is_empty() ) {
			return '';
		}
		return match ( $finding->code ) {
			FindingCode::TaxInactive => __(
				'Activate it at Sellsy (Settings › Taxes) and read the taxes again, or choose another one.',
				'orderinvoicer'
			),
			FindingCode::SituationUnset, FindingCode::SituationUnfit =>
				$finding->situation === null ? '' : $this->situations->advice( $finding->situation ),
			FindingCode::ZeroUnset, FindingCode::ZeroNotExempt =>
				__( 'Choose the exempt tax with the right reason; your accountant knows it.', 'orderinvoicer' ),
			FindingCode::RoundingUnset, FindingCode::RoundingUnfit =>
				__( 'Choose an exempt tax of category E that is right for your shop. If Sellsy has none, create it there (Settings › Taxes) and read the taxes again.', 'orderinvoicer' ),
			FindingCode::FranchiseCharged =>
				__( 'Choose an exempt tax with another reason wherever it is chosen on this page; your accountant knows it.', 'orderinvoicer' ),
			FindingCode::ForeignShared => __( 'Give that country a tax of its own.', 'orderinvoicer' ),
			FindingCode::UnusualPercent =>
				__( 'Correct the rate in WooCommerce, unless this check is mistaken.', 'orderinvoicer' ),
			FindingCode::SeveralAtSellsy, FindingCode::RatesUnused => '',
			default => __( 'Choose another tax for it.', 'orderinvoicer' ),
		};
	}

	private function subject( Finding $finding ): string {
		return $finding->situation === null
			? implode( ', ', array_unique( array_map( $this->rate( ... ), $finding->rates ) ) )
			: $this->situations->label( $finding->situation );
	}

	/** Many labels name their percentage already. */
	private function rate( ShopRate $rate ): string {
		$name = str_contains( str_replace( ',', '.', $rate->label ), $rate->percent->to_string() )
			? $rate->label
			: trim( "$rate->label {$rate->percent->to_string()} %" );
		return $rate->country === '' ? $name : "$name ($rate->country)";
	}

	private function taxes( Finding $finding ): string {
		return implode( ', ', array_map( static fn ( RemoteTax $tax ): string => $tax->label, $finding->taxes ) );
	}
}
