<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Documents;

defined( 'ABSPATH' ) || exit;

/** Where a document can be moved to. Which of them Sellsy knows depends on the kind. */
enum DocumentState: string {
	case Draft     = 'draft';
	case Sent      = 'sent';
	case Shipped   = 'shipped';
	case Finalised = 'finalised';
	case Cancelled = 'cancelled';

	/**
	 * Sellsy documents these: estimates by `PUT /estimates/{id}/status`, validation of invoices and credit notes, and
	 * by API v1 the steps of orders and deliveries.
	 *
	 * @return list<self>
	 */
	public static function states( DocumentKind $kind ): array {
		return match ( $kind ) {
			DocumentKind::Estimate => [ self::Draft, self::Sent, self::Cancelled ],
			DocumentKind::Order    => [ self::Draft, self::Sent, self::Shipped, self::Cancelled ],
			DocumentKind::Delivery => [ self::Draft, self::Sent, self::Shipped ],
			DocumentKind::Proforma => [ self::Draft, self::Sent, self::Cancelled ],
			DocumentKind::Invoice, DocumentKind::CreditNote => [ self::Draft, self::Finalised ],
		};
	}
}
