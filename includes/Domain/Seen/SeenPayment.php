<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Seen;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** A payment as Sellsy shows it: whether it counts, and what of it stands on which document. */
final class SeenPayment {

	/**
	 * @param bool                    $counts   confirmed money in.
	 * @param string                  $currency ISO 4217 code.
	 * @param Decimal|null            $amount   of it on the document in question; null where that is not known.
	 * @param \DateTimeImmutable|null $paid_at  null where Sellsy's word cannot be read.
	 * @param list<PaymentLink>       $links    what it is set against; empty where that was not asked.
	 * @param bool                    $is_debit money out.
	 * @param bool                    $may_come money in that is not confirmed yet.
	 */
	public function __construct(
		public readonly int $id,
		public readonly bool $counts,
		public readonly string $currency,
		public readonly ?Decimal $amount,
		public readonly ?\DateTimeImmutable $paid_at,
		public readonly array $links = [],
		public readonly bool $is_debit = false,
		public readonly bool $may_come = false,
	) {}
}
