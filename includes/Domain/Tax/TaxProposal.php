<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Tax;

defined( 'ABSPATH' ) || exit;

final class TaxProposal {

	public function __construct(
		public readonly ?RemoteTax $tax,
		public readonly Confidence $confidence,
	) {}
}
