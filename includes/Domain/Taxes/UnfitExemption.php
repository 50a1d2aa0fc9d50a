<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\Taxes;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\ExemptSituation;

/** The tax of Sellsy that was chosen for a sale without VAT gives a reason that is none of such a sale. */
final class UnfitExemption extends \DomainException {

	public function __construct(
		public readonly ExemptSituation $situation,
		public readonly string $tax_label,
	) {
		parent::__construct( 'The tax does not fit.' );
	}
}
