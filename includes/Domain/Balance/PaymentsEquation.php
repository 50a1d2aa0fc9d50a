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
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\MoneyReceived;
use OrderInvoicer\Domain\OrderBook\OrderStanding;

/** Payments less what was paid back are the money that came less what went back. */
final class PaymentsEquation {

	/**
	 * @return Equation|null null where nobody knows: the order is not paid or has no final invoice of ours and had
	 *         none, it was paid while nothing was recorded, somebody else looks after its invoice or recorded a
	 *         payment, or how much of one that Sellsy told of is not known.
	 */
	public static function of( OrderStanding $standing ): ?Equation {
		$invoice  = $standing->document( DocumentKind::Invoice ) ?? self::cancelled( $standing );
		$money    = new MoneyReceived( $standing->order, $standing->rows );
		$received = $money->sum( Effect::RecordPayment );
		$returned = $money->sum( Effect::PayBack );
		if (
			$standing->order->paid_at === null
			|| $invoice === null
			|| $invoice->remote_number === ''
			|| $invoice->is_linked()
			|| DocumentsEquation::is_another_to_come( $standing )
			|| $standing->is_left_unrecorded( $invoice )
			|| $received === null
			|| $returned === null
		) {
			return null;
		}
		$came = $standing->settings->payments->enabled
			? Decimal::sum( $money->parts( $standing->refunds, $money->came_at() ) )
			: $received;
		$went = self::went( $standing, $money, $invoice->has_document() );
		$went = $went->compare( $came ) > 0 ? $came : $went;
		return new Equation(
			self::minor( $received->minus( $returned ), $standing ),
			self::minor( $came->minus( $went ), $standing )
		);
	}

	/** Somebody cancelled it, and there is to be no other: what was paid on it stands free. */
	private static function cancelled( OrderStanding $standing ): ?Task {
		$newest = $standing->row( Effect::CreateInvoice );
		$lost   = array_filter(
			$standing->rows,
			static fn ( Task $task ): bool =>
				$task->key->effect === Effect::CreateInvoice && $task->has_cancelled_document()
		);
		return $newest?->state === TaskState::Skipped && ! $newest->is_left_to_people() ? array_pop( $lost ) : null;
	}

	/** Of refunds that have a final credit note, their own or the whole invoice's, or need none, or are owed again. */
	private static function went( OrderStanding $standing, MoneyReceived $money, bool $is_invoiced ): Decimal {
		$payments = $standing->settings->payments;
		$came_at  = $money->came_at();
		$went     = Decimal::zero();
		foreach ( $standing->gone_back() as $refund ) {
			$asked = $standing->row( Effect::PayBack, $refund->id )?->asked === true;
			$is_it = $money->is_given_back( $refund, $came_at )
				&& (
					$standing->is_left_unpaid( $refund )
					|| (
						( ! $is_invoiced || self::credit( $refund, $standing )?->is_linked() === false )
						&& ( $asked || $payments->records_pay_back( $refund, $standing->order->payment->gateway ) )
					)
				);
			$went  = $is_it ? $went->plus( $refund->amount ) : $went;
		}
		return $went;
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
