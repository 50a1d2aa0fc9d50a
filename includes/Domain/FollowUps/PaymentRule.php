<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Order\PaidPart;
use OrderInvoicer\Domain\OrderBook\OrderStanding;

/**
 * Each payment of an order is recorded on its final invoice. An order that is not really paid yet (cash on delivery, an
 * awaited transfer) has no date of payment. A replaced invoice keeps its payment; its credit note carries what was paid
 * to the new one (`CreditAllocationRule`), and with another customer the payment itself goes over (`MovePayments`).
 */
final class PaymentRule implements FollowRule {

	public function follow_ups( OrderStanding $standing ): array {
		return [ ...$this->recorded( $standing ), ...$this->unpaid( $standing ) ];
	}

	/** @return list<FollowUp> what a dispute took and is due again: a person asked for it. */
	private function unpaid( OrderStanding $standing ): array {
		$rows = [];
		foreach ( $standing->gone_back() as $refund ) {
			if ( $standing->is_left_unpaid( $refund ) ) {
				$rows[] = new FollowUp(
					key: new TaskKey( $standing->order->id, Effect::PayBack, $refund->id ),
					parent_id: $standing->row( Effect::CreateCreditNote, $refund->id )->parent_id ?? 0,
					asked: true
				);
			}
		}
		return $rows;
	}

	/** @return list<FollowUp> */
	private function recorded( OrderStanding $standing ): array {
		$invoice = $standing->document( DocumentKind::Invoice );
		if (
			! $standing->settings->payments->enabled
			|| $standing->order->paid_at === null
			|| $invoice === null
			|| $invoice->remote_number === ''
			|| $standing->awaits_another( $invoice )
			|| $standing->is_left_unrecorded( $invoice )
		) {
			return [];
		}
		return array_map(
			static fn ( PaidPart $part ): FollowUp => new FollowUp(
				new TaskKey(
					order_id: $standing->order->id,
					effect: Effect::RecordPayment,
					refund_id: 0,
					part: $part->key
				),
				$invoice->id
			),
			self::parts( $standing, $invoice )
		);
	}

	/**
	 * Without a wallet's part where the invoice was made of another order than this, such as one that took the part for
	 * a discount: nothing of that invoice is left to pay.
	 *
	 * @return list<PaidPart>
	 */
	private static function parts( OrderStanding $standing, Task $invoice ): array {
		$is_behind = $invoice->intent->is_behind( $standing->billed( $invoice ) );
		return array_values(
			array_filter(
				PaidPart::all_of( $standing->order ),
				static fn ( PaidPart $part ): bool => ! $part->is_fee || ! $is_behind
			)
		);
	}
}
