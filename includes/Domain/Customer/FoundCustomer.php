<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customer;

use OrderInvoicer\Domain\Sync\StepCode;

/** A customer at Sellsy, and by which sign the buyer was recognised. */
final class FoundCustomer {

	public function __construct(
		public readonly RemoteCustomer $customer,
		public readonly StepCode $how,
	) {}
}
