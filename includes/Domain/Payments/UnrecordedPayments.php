<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

/** Paid orders with a final invoice of which nothing was recorded. */
interface UnrecordedPayments {

	/**
	 * Paid and invoiced before that moment, the newest first; none whose invoice was credited in full.
	 *
	 * @return list<UnrecordedPayment>
	 */
	public function before( \DateTimeImmutable $since, int $limit ): array;
}
