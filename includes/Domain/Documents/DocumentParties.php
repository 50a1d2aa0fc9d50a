<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Documents;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\RemoteAddress;
use OrderInvoicer\Domain\Buyers\RemoteContact;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;

/** The customer and addresses of a document at Sellsy, as Sellsy answers them. */
final class DocumentParties {

	/**
	 * @param int|null            $contact_id the person of a company.
	 * @param RemoteCustomer|null $customer   as it is now; null where the answer does not hold it, as with the
	 *                                        addresses.
	 */
	public function __construct(
		public readonly CustomerRef $ref,
		public readonly ?int $contact_id,
		public readonly ?int $invoicing_address_id,
		public readonly ?int $delivery_address_id,
		public readonly ?RemoteCustomer $customer = null,
		public readonly ?RemoteAddress $invoicing_address = null,
		public readonly ?RemoteAddress $delivery_address = null,
		public readonly ?RemoteContact $contact = null,
	) {}
}
