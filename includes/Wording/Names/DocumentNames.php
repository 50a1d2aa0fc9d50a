<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording\Names;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

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

	/** @param string $number empty while Sellsy has given none: a draft, where Sellsy knows drafts that become final. */
	public function document( DocumentKind $kind, string $number ): string {
		return $number === '' ? $this->without_number( $kind ) : "{$this->kind( $kind )} $number";
	}

	private function without_number( DocumentKind $kind ): string {
		return match ( $kind ) {
			DocumentKind::Invoice    => __( 'Draft invoice', 'orderinvoicer' ),
			DocumentKind::CreditNote => __( 'Draft credit note', 'orderinvoicer' ),
			default                  => $this->kind( $kind ),
		};
	}
}
