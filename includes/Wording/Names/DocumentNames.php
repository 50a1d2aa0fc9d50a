<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording\Names;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\Noticed;

/** What documents are called: in notes, on the order's screen and in lists. Plain text, to be escaped. */
final class DocumentNames {

	public function kind( DocumentKind $kind ): string {
		return match ( $kind ) {
			DocumentKind::Estimate   => __( 'Estimate', 'orderinvoicer' ),
			DocumentKind::Order      => __( 'Sales order', 'orderinvoicer' ),
			DocumentKind::Delivery   => __( 'Delivery note', 'orderinvoicer' ),
			DocumentKind::Proforma   => __( 'Proforma', 'orderinvoicer' ),
			DocumentKind::Invoice    => __( 'Invoice', 'orderinvoicer' ),
			DocumentKind::CreditNote => __( 'Credit note', 'orderinvoicer' ),
		};
	}

	/** What a kind of document is for, explained to people who have never made one; empty for one that all know. */
	public function purpose( DocumentKind $kind ): string {
		return match ( $kind ) {
			DocumentKind::Estimate   =>
				__( 'A quote in Sellsy, for shops whose orders are agreed on first.', 'orderinvoicer' ),
			DocumentKind::Order      =>
				__( 'An order in Sellsy too: delivery notes and invoices are then made from it.', 'orderinvoicer' ),
			DocumentKind::Delivery   => __(
				'Goes with the parcel: what was shipped, with its tracking number where the shop knows it.',
				'orderinvoicer'
			),
			DocumentKind::Proforma   => __(
				'What is to be paid, before it is: useful for bank transfers. Not an accounting document.',
				'orderinvoicer'
			),
			DocumentKind::Invoice    => '',
			DocumentKind::CreditNote => __(
				'Each refund of an invoiced order becomes a credit note, set against its invoice.',
				'orderinvoicer'
			),
		};
	}

	/** Stands beside the switch for this kind of document. */
	public function switch_label( DocumentKind $kind ): string {
		return match ( $kind ) {
			DocumentKind::Estimate   => __( 'Make estimates from orders', 'orderinvoicer' ),
			DocumentKind::Order      => __( 'Make sales orders from orders', 'orderinvoicer' ),
			DocumentKind::Delivery   => __( 'Make delivery notes from orders', 'orderinvoicer' ),
			DocumentKind::Proforma   => __( 'Make proformas from orders', 'orderinvoicer' ),
			DocumentKind::Invoice    => __( 'Make invoices from orders', 'orderinvoicer' ),
			DocumentKind::CreditNote => __( 'Make credit notes from refunds', 'orderinvoicer' ),
		};
	}

	/**
	 * @param string $number empty while Sellsy has given none: a draft, where Sellsy knows drafts that become final.
	 */
	public function document( DocumentKind $kind, string $number ): string {
		return $number === '' ? $this->without_number( $kind ) : "{$this->kind( $kind )} $number";
	}

	/** What somebody did with it in Sellsy: a note on the order. */
	public function noticed( DocumentKind $kind, string $number, Noticed $noticed ): string {
		$text = match ( $noticed ) {
			/* translators: %s: a document with its number, such as Invoice F-2026-00012. */
			Noticed::Paid      => __( 'Sellsy: %s was paid in full.', 'orderinvoicer' ),
			/* translators: %s: a document with its number, such as Invoice F-2026-00012. */
			Noticed::PartPaid  => __( 'Sellsy: %s was paid in part.', 'orderinvoicer' ),
			/* translators: %s: a document with its number, such as Invoice F-2026-00012. */
			Noticed::Cancelled => __( 'Sellsy: %s was cancelled.', 'orderinvoicer' ),
			Noticed::Reinstated =>
				/* translators: %s: a document with its number, such as Invoice F-2026-00012. */
				__( 'Sellsy: %s was cancelled and is reopened. It is this order’s again.', 'orderinvoicer' ),
			/* translators: %s: a document with its number, such as Estimate D-2026-00012. */
			Noticed::Accepted  => __( 'Sellsy: %s was accepted.', 'orderinvoicer' ),
			/* translators: %s: a document with its number, such as Estimate D-2026-00012. */
			Noticed::Refused   => __( 'Sellsy: %s was refused.', 'orderinvoicer' ),
			/* translators: %s: a document with its number, such as Estimate D-2026-00012. */
			Noticed::Expired   => __( 'Sellsy: %s has expired.', 'orderinvoicer' ),
			/* translators: %s: a document with its number, such as Proforma P-2026-00012. */
			Noticed::Advanced  => __( 'Sellsy: an advance on %s was invoiced.', 'orderinvoicer' ),
			/* translators: %s: a document with its number, such as Proforma P-2026-00012. */
			Noticed::Invoiced  => __( 'Sellsy: %s was invoiced.', 'orderinvoicer' ),
		};
		return sprintf( $text, $this->document( $kind, $number ) );
	}

	private function without_number( DocumentKind $kind ): string {
		return match ( $kind ) {
			DocumentKind::Invoice    => __( 'Draft invoice', 'orderinvoicer' ),
			DocumentKind::CreditNote => __( 'Draft credit note', 'orderinvoicer' ),
			default                  => $this->kind( $kind ),
		};
	}
}
