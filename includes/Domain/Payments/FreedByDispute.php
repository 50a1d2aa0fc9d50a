<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Decimal;

/**
 * What disputes took of an invoice's payments, where the customer owes it again: so much of them stands free with the
 * customer, beside the payments out that tell where it went, and is set against no invoice any more: neither that one
 * nor one in its place, to which the rest may have gone.
 */
final class FreedByDispute {

	/** @param list<Task> $rows all rows of the order, newest revision last. */
	public function __construct( private readonly array $rows ) {}

	/** Of one payment: they are taken off in their order. */
	public function of( Task $payment ): Decimal {
		$revisions = [];
		$freed     = [];
		foreach ( $this->rows as $row ) {
			$revisions += $row->key->effect === Effect::CreateInvoice ? [ $row->id => $row->key->revision ] : [];
		}
		foreach ( $this->rows as $out ) {
			$since = $revisions[ $out->parent_id ] ?? null;
			if ( $out->key->effect !== Effect::PayBack || ! $out->was_at_sellsy() || $since === null ) {
				continue;
			}
			$left = $out->intent->worth();
			foreach ( $this->rows as $row ) {
				$is_paid = $row->key->effect === Effect::RecordPayment
					&& $row->was_at_sellsy()
					&& ( $revisions[ $row->parent_id ] ?? -1 ) >= $since;
				$before  = $freed[ $row->id ] ?? Decimal::zero();
				$worth   = $is_paid ? $row->intent->worth()->minus( $before ) : Decimal::zero();
				$share   = $left->compare( $worth ) < 0 ? $left : $worth;
				$left    = $left->minus( $share );
				$freed[ $row->id ] = $before->plus( $share );
			}
		}
		return $freed[ $payment->id ] ?? Decimal::zero();
	}
}
