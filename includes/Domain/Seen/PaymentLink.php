<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Seen;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Money\Decimal;

/** So much of a payment is set against that document. */
final class PaymentLink {

	/** @param Decimal $amount TTC. */
	public function __construct(
		public readonly DocumentKind $kind,
		public readonly int $document_id,
		public readonly Decimal $amount,
	) {}
}
