<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\EarlierPayments\Rules;

defined( 'ABSPATH' ) || exit;

/** A few rows of the report, and which of them are offered. */
final class UnrecordedPage {

	/**
	 * @param list<UnrecordedPayment> $payments
	 * @param int                     $last     the row that it ends with.
	 * @param bool                    $is_last  nothing comes after it.
	 */
	public function __construct(
		public readonly array $payments,
		public readonly int $last,
		public readonly bool $is_last,
	) {}
}
