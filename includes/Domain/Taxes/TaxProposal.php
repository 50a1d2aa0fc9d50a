<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Taxes;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RemoteTax;

final class TaxProposal {

	public function __construct(
		public readonly ?RemoteTax $tax,
		public readonly Confidence $confidence,
	) {}
}
