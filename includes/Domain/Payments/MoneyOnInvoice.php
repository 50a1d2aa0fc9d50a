<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Assumptions\Observations;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Decimal;

/**
 * An invoice that was read with the payments on it shows what lowers it. Whatever else may have lowered it shows
 * nothing.
 *
 * @assumes payment-lowers-due
 */
final class MoneyOnInvoice {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Observations $observations,
	) {}

	/**
	 * @param Task    $task       that made it.
	 * @param Decimal $confirmed what stands on it of confirmed payments, by the list of them.
	 * @param Decimal $pending   of those that are not confirmed yet.
	 */
	public function look( Task $task, RemoteDocument $invoice, Decimal $confirmed, Decimal $pending ): void {
		$is_final = ! $invoice->is_draft() && ! $invoice->is_cancelled();
		if ( $invoice->kind === DocumentKind::Invoice && $is_final && $invoice->due !== null ) {
			$this->lowered( $task, $invoice->amounts->incl_tax->minus( $invoice->due ), $confirmed, $pending );
		}
	}

	/** One that was found paid without its payments: what this shop recorded on it is known here. */
	public function paid( Task $task, RemoteDocument $invoice ): void {
		if ( ! $this->observations->is_open( Assumption::PaymentLowersDue ) ) {
			return;
		}
		$recorded = Decimal::zero();
		foreach ( $this->ledger->for_order( $task->key->order_id ) as $other ) {
			$is_ours  = $other->is_payment_on( $task ) && $other->sent_at !== null;
			$recorded = $is_ours ? $recorded->plus( $other->intent->worth() ) : $recorded;
		}
		$this->look( $task, $invoice, $recorded, Decimal::zero() );
	}

	private function lowered( Task $task, Decimal $paid, Decimal $confirmed, Decimal $pending ): void {
		if ( $confirmed->is_positive() && $paid->equals( $confirmed ) ) {
			$this->observations->saw( Assumption::PaymentLowersDue, true, 'confirmed' );
			return;
		}
		$is_lowered = $pending->is_positive() && $paid->equals( $confirmed->plus( $pending ) );
		if ( $is_lowered && ! $this->is_credited( $task ) ) {
			$this->observations->saw( Assumption::PaymentLowersDue, false, 'pending' );
		}
	}

	/** A credit note of ours may have lowered it too. */
	private function is_credited( Task $task ): bool {
		foreach ( $this->ledger->for_order( $task->key->order_id ) as $other ) {
			if ( $other->key->effect === Effect::CreateCreditNote && $other->was_at_sellsy() ) {
				return true;
			}
		}
		return false;
	}
}
