<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;

/** A payment to be recorded at Sellsy. */
final class PaymentDraft {

	/**
	 * @param bool    $pays_back money back to the customer (Sellsy: `debit`), otherwise money in (`credit`).
	 * @param Decimal $amount    TTC, above zero, in the currency's own decimals.
	 * @param string  $number    the gateway's transaction id; empty when there is none.
	 * @param string  $note      our key: by it the payment is found again.
	 */
	public function __construct(
		public readonly bool $pays_back,
		public readonly int $method_id,
		public readonly Decimal $amount,
		public readonly Currency $currency,
		public readonly \DateTimeImmutable $paid_at,
		public readonly string $number,
		public readonly string $note,
	) {}
}
