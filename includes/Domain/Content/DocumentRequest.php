<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Content;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ParentRef;
use OrderInvoicer\Domain\Items\ItemRef;

/** What was found at Sellsy for one document, in addition to the order itself. */
final class DocumentRequest {

	/**
	 * @param string              $key        our key: `{shop code}-{order number}`, `/R1` added for a replacement.
	 * @param int|null            $contact_id the person of a company.
	 * @param array<int, ItemRef> $items      by order line id; a line without one becomes a free row.
	 * @param string              $date       today, `Y-m-d` in the shop's time zone.
	 * @param SaleDays            $days       when it was ordered and shipped.
	 * @param int|null            $rate_category_id instead of the owner's, for an order in another currency.
	 * @param int                 $known_rest what of a rest another document has shown already, minor units.
	 * @param CreditedInvoices    $invoices   that a credit note credits.
	 * @param string              $customer_name at Sellsy, as it was resolved.
	 */
	public function __construct(
		public readonly DocumentKind $kind,
		public readonly string $key,
		public readonly CustomerRef $customer,
		public readonly ?int $contact_id,
		public readonly ?int $invoicing_address_id,
		public readonly ?int $delivery_address_id,
		public readonly array $items,
		public readonly string $date,
		public readonly SaleDays $days,
		public readonly ?int $rate_category_id = null,
		public readonly ?ParentRef $parent = null,
		public readonly DocumentDetails $details = new DocumentDetails(),
		public readonly int $known_rest = 0,
		public readonly CreditedInvoices $invoices = new CreditedInvoices( [] ),
		public readonly string $customer_name = '',
	) {}
}
