<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Balance;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\PaidPart;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\CreditNoteTasks;
use OrderInvoicer\Domain\OrderBook\OrderStanding;

/** Payments less what was paid back are the money that came less what went back. */
final class PaymentsEquation {

	/**
	 * @return Equation|null null where nobody knows: the order is not paid or has no final invoice of ours, somebody
	 *         else looks after its invoice or recorded a payment, or how much of one that Sellsy told of is not known.
	 */
	public static function of( OrderStanding $standing ): ?Equation {
		$invoice  = $standing->document( DocumentKind::Invoice );
		$received = self::sum( $standing, Effect::RecordPayment );
		$returned = self::sum( $standing, Effect::PayBack );
		if (
			$standing->order->paid_at === null
			|| $invoice === null
			|| $invoice->remote_number === ''
			|| $invoice->is_linked()
			|| DocumentsEquation::is_another_to_come( $standing )
			|| $received === null
			|| $returned === null
		) {
			return null;
		}
		$came = $standing->settings->payments->enabled ? self::came( $standing ) : $received;
		$went = self::went( $standing );
		$went = $went->compare( $came ) > 0 ? $came : $went;
		return new Equation(
			self::minor( $received->minus( $returned ), $standing ),
			self::minor( $came->minus( $went ), $standing )
		);
	}

	/** What the ledger holds of them, each part once: one that went over to another customer is a row of its own. */
	private static function sum( OrderStanding $standing, Effect $effect ): ?Decimal {
		$newest = [];
		foreach ( $standing->rows as $row ) {
			if ( $row->key->effect === $effect ) {
				$newest[ "{$row->key->refund_id}:{$row->key->part}" ] = $row;
			}
		}
		$sum = Decimal::zero();
		foreach ( $newest as $row ) {
			if ( $row->is_by_hand() || ( $row->remote_id > 0 && $row->intent->excl_tax === '' ) ) {
				return null;
			}
			$sum = $row->state === TaskState::Done && $row->remote_id > 0
				? $sum->plus( Decimal::from_string( $row->intent->excl_tax ) )
				: $sum;
		}
		return $sum;
	}

	private static function came( OrderStanding $standing ): Decimal {
		$came = Decimal::zero();
		foreach ( PaidPart::all_of( $standing->order ) as $part ) {
			$came = $came->plus( $part->amount );
		}
		foreach ( $standing->refunds as $refund ) {
			$came = self::is_of_what_came( $refund, $standing ) ? $came : $came->minus( $refund->amount );
		}
		return $came->is_negative() ? Decimal::zero() : $came;
	}

	/** Of refunds that have a final credit note, their own or that of the whole invoice. */
	private static function went( OrderStanding $standing ): Decimal {
		$payments = $standing->settings->payments;
		$went     = Decimal::zero();
		foreach ( $standing->refunds as $refund ) {
			$asked = $standing->row( Effect::PayBack, $refund->id )?->asked === true;
			$is_it = self::is_of_what_came( $refund, $standing )
				&& self::credit( $refund, $standing )?->is_linked() === false
				&& ( $asked || $payments->records_pay_back( $refund, $standing->order->payment->gateway ) );
			$went  = $is_it ? $went->plus( $refund->amount ) : $went;
		}
		return $went;
	}

	/** It gives back what came: it is no older than the money, and was not taken off the draft of the invoice. */
	private static function is_of_what_came( RefundSnapshot $refund, OrderStanding $standing ): bool {
		$row = $standing->row( Effect::CreateCreditNote, $refund->id );
		return $refund->created_at >= $standing->order->paid_at
			&& ( $row === null || ! CreditNoteTasks::is_lowered( $row ) );
	}

	private static function credit( RefundSnapshot $refund, OrderStanding $standing ): ?Task {
		$own = $standing->document( DocumentKind::CreditNote, $refund->id )
			?? $standing->document( DocumentKind::CreditNote );
		return $own === null || $own->remote_number === '' ? null : $own;
	}

	private static function minor( Decimal $amount, OrderStanding $standing ): int {
		return $amount->rounded_minor( $standing->order->currency->decimals, Rounding::HalfUp );
	}
}
