<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\MoneyReceived;
use OrderInvoicer\Domain\OrderBook\OrderStanding;

/**
 * Final credit notes are set against their invoice. Then what was paid back is recorded on them. If the invoice was
 * paid, the credit note keeps what the shopper paid. If a new invoice replaces the old one, that is set against the new
 * one. What somebody made and a person linked is set against nothing here: that is theirs too.
 */
final class CreditAllocationRule implements FollowRule {

	/** Part of a link that leads to the invoice after the one that was credited. */
	public const NEW_INVOICE = 'new_invoice';

	public function follow_ups( OrderStanding $standing ): array {
		$rows = [];
		foreach ( $standing->rows as $row ) {
			if ( $row->key->effect === Effect::CreateCreditNote && $standing->stands( $row ) && ! $row->is_linked() ) {
				array_push( $rows, ...$this->of_credit_note( $standing, $row ) );
			}
		}
		return $rows;
	}

	/** @return list<FollowUp> */
	private function of_credit_note( OrderStanding $standing, Task $task ): array {
		$is_whole = $task->key->refund_id === 0;
		if ( $task->remote_number === '' ) {
			// "Credit and re-issue": the person who asked wants both, one after the other.
			return $task->asked && $is_whole ? [ $this->made_final( $task ) ] : [];
		}
		$rows = [];
		if ( ! $this->is_set_off( $standing, $task ) ) {
			$rows[] = $this->linked( $task, '' );
		} elseif ( $is_whole && $this->is_replaced( $standing, $task->key->revision ) ) {
			$rows[] = $this->linked( $task, self::NEW_INVOICE );
		}
		foreach ( $standing->gone_back() as $refund ) {
			if ( $this->holds( $task, $refund, $standing ) && $this->is_paid_back( $refund, $standing ) ) {
				$rows[] = new FollowUp( new TaskKey( $task->key->order_id, Effect::PayBack, $refund->id ), $task->id );
			}
		}
		return $rows;
	}

	private function made_final( Task $credit ): FollowUp {
		return new FollowUp(
			key: $credit->key->beside( Effect::ValidateCreditNote ),
			parent_id: $credit->id,
			asked: true
		);
	}

	private function linked( Task $credit, string $part ): FollowUp {
		return new FollowUp( $credit->key->beside( Effect::LinkCreditNote, $part ), $credit->id );
	}

	private function is_set_off( OrderStanding $standing, Task $credit ): bool {
		foreach ( $standing->rows as $row ) {
			$is_its_link = $row->key->effect === Effect::LinkCreditNote
				&& $row->key->part === ''
				&& $row->key->refund_id === $credit->key->refund_id
				&& $row->key->revision === $credit->key->revision;
			if ( $is_its_link ) {
				return $row->is_settled();
			}
		}
		return false;
	}

	/** By an invoice that is final. */
	private function is_replaced( OrderStanding $standing, int $revision ): bool {
		foreach ( $standing->rows as $row ) {
			if ( $row->key->effect === Effect::CreateInvoice && $row->key->revision === $revision + 1 ) {
				return $row->remote_number !== '';
			}
		}
		return false;
	}

	/**
	 * Its own, or all of the invoice, which was credited before the refund was made. The credit note of an invoice that
	 * was issued anew holds what was paid for the next one.
	 */
	private function holds( Task $credit, RefundSnapshot $refund, OrderStanding $standing ): bool {
		$own = $standing->row( Effect::CreateCreditNote, $refund->id );
		if ( $credit->key->refund_id > 0 ) {
			return $credit->key->refund_id === $refund->id;
		}
		$invoice = $standing->row( Effect::CreateInvoice );
		if ( $invoice?->has_document() === true && $invoice->key->revision > $credit->key->revision ) {
			return false;
		}
		return $refund->id === 0 || $own?->rests( Outcome::AllCredited ) === true;
	}

	/** What lowers the money that came gives none of it back. */
	private function is_paid_back( RefundSnapshot $refund, OrderStanding $standing ): bool {
		$money = new MoneyReceived( $standing->order, $standing->rows );
		return $standing->settings->payments->records_pay_back( $refund, $standing->order->payment->gateway )
			&& $money->is_given_back( $refund, $money->came_at() );
	}
}
