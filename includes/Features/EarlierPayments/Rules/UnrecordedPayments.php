<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\EarlierPayments\Rules;

defined( 'ABSPATH' ) || exit;

/** Paid orders with a final invoice of which nothing was recorded. */
interface UnrecordedPayments {

	/**
	 * Paid and invoiced before that moment, the oldest first; none whose invoice was credited in full. It reads so many
	 * rows of the report and no more, however many of them are offered.
	 *
	 * @param int $after a row; 0: from the beginning.
	 */
	public function page( \DateTimeImmutable $since, int $after, int $rows ): UnrecordedPage;
}
