<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\EarlierPayments\Rules;

defined( 'ABSPATH' ) || exit;

/** A paid order whose final invoice has no payment of ours. */
final class UnrecordedPayment {

	/**
	 * @param int    $invoice_id the row of its invoice.
	 * @param string $currency   ISO 4217 code.
	 * @param int    $total      of the order, TTC, minor units.
	 */
	public function __construct(
		public readonly int $order_id,
		public readonly int $invoice_id,
		public readonly string $currency,
		public readonly int $total,
	) {}
}
