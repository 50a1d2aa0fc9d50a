<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Report;

defined( 'ABSPATH' ) || exit;

/** What a month came to in one currency. Amounts are TTC, in minor units. */
final class MonthMoney {

	/**
	 * @param string $month    `Y-m`.
	 * @param string $currency ISO 4217 code.
	 * @param int    $orders   placed in that month, of those that have a document.
	 * @param int    $invoices final, dated in that month; credit notes alike.
	 * @param int    $paid     of these invoices, less what was credited: those whose order is paid.
	 * @param int    $open     the rest of them.
	 * @param int    $drafts   invoices of that month that are not final, and count nowhere else.
	 * @param int    $credit_note_drafts alike.
	 */
	public function __construct(
		public readonly string $month,
		public readonly string $currency,
		public readonly int $orders = 0,
		public readonly int $ordered = 0,
		public readonly int $invoices = 0,
		public readonly int $invoiced = 0,
		public readonly int $credit_notes = 0,
		public readonly int $credited = 0,
		public readonly int $paid = 0,
		public readonly int $open = 0,
		public readonly int $drafts = 0,
		public readonly int $credit_note_drafts = 0,
	) {}
}
