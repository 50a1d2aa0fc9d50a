<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Report;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;

/** Final credit notes take all of an invoice: it is history, and nobody owes anything for it. */
final class CreditedInFull {

	/**
	 * @param list<Task>                   $rows     all rows of the order.
	 * @param array<int, ReportedDocument> $reported by task id.
	 * @return bool false also where nobody knows what they are worth.
	 */
	public static function is( Task $invoice, array $rows, array $reported ): bool {
		if ( $invoice->key->effect !== Effect::CreateInvoice || ! $invoice->has_document() ) {
			return false;
		}
		$worth = $reported[ $invoice->id ]->incl_tax ?? null;
		$left  = $worth;
		foreach ( $rows as $row ) {
			$is_its_note = $row->key->effect === Effect::CreateCreditNote
				&& $row->parent_id === $invoice->id
				&& $row->has_document()
				&& $row->remote_number !== '';
			if ( $is_its_note && $row->key->refund_id === 0 ) {
				return true; // Of all that was left.
			}
			$left = $is_its_note && $left !== null ? $left - ( $reported[ $row->id ]->incl_tax ?? 0 ) : $left;
		}
		return $worth !== null && $worth > 0 && $left !== null && $left <= 0;
	}
}
