<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Decimal;

/**
 * What disputes took of an invoice's payments, where the customer owes it again: so much of them stands free with the
 * customer, beside the payments out that tell where it went, and is set against no invoice any more.
 */
final class FreedByDispute {

	/** @param list<Task> $rows all rows of the order, newest revision last. */
	public function __construct( private readonly array $rows ) {}

	/** Of all payments of that invoice. */
	public function all( int $invoice_id ): Decimal {
		$sum = Decimal::zero();
		foreach ( $this->rows as $row ) {
			$is_out = $row->key->effect === Effect::PayBack && $row->parent_id === $invoice_id && $row->was_at_sellsy();
			$sum    = $is_out ? $sum->plus( $row->intent->worth() ) : $sum;
		}
		return $sum;
	}

	/** Of one payment: they are taken off in their order. */
	public function of( Task $payment ): Decimal {
		$left = $this->all( $payment->parent_id );
		foreach ( $this->rows as $row ) {
			$is_paid = $row->key->effect === Effect::RecordPayment
				&& $row->parent_id === $payment->parent_id
				&& $row->was_at_sellsy();
			$worth   = $is_paid ? $row->intent->worth() : Decimal::zero();
			$share   = $left->compare( $worth ) < 0 ? $left : $worth;
			if ( $row->id === $payment->id ) {
				return $share;
			}
			$left = $left->minus( $share );
		}
		return Decimal::zero();
	}
}
