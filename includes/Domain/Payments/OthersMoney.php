<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RecentAnswers;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Decimal;

/**
 * What people recorded in Sellsy for an order, counted from the payments themselves: on its invoices, those that stand
 * and those that were replaced, on Sellsy's order and on its estimate; each payment once. Never what is due less what
 * is left of it: credit notes and discounts lower that too, and orders and estimates have none.
 */
final class OthersMoney {

	private const KINDS = [ DocumentKind::Invoice, DocumentKind::Order, DocumentKind::Estimate ];

	public function __construct(
		private readonly Payments $payments,
		private readonly Ledger $ledger,
		private readonly RecentAnswers $answers,
	) {}

	/**
	 * @return list<StandingPayment> the customer's that this shop did not record.
	 * @throws RemoteFailure
	 */
	public function of( Task $invoice, CustomerRef $customer ): array {
		$rows = $this->ledger->for_order( $invoice->key->order_id );
		if ( $this->is_made_just_now( $invoice, $rows ) ) {
			return [];
		}
		$ours = [];
		foreach ( $rows as $row ) {
			if ( $row->key->effect === Effect::RecordPayment && $row->sent_at !== null ) {
				$ours[] = $row->remote_id;
			}
		}
		return array_values(
			array_filter(
				$this->payments->of_customer( $customer ),
				static fn ( StandingPayment $payment ): bool => ! in_array( $payment->id, $ours, true )
			)
		);
	}

	/** @return list<string> the documents of the order on which money for it may stand (`StandingPayment::place()`). */
	public function places( int $order_id ): array {
		$places = [];
		foreach ( $this->ledger->for_order( $order_id ) as $row ) {
			$kind = $row->key->effect->creates();
			if ( $row->remote_id > 0 && $kind !== null && in_array( $kind, self::KINDS, true ) ) {
				$places[] = StandingPayment::place( $kind, $row->remote_id );
			}
		}
		return $places;
	}

	/**
	 * In this very run the invoice became final, and nothing but what was recorded here was set against it. No document
	 * of before may carry money.
	 *
	 * @param list<Task> $rows
	 */
	private function is_made_just_now( Task $invoice, array $rows ): bool {
		$document = $this->answers->document( DocumentKind::Invoice, $invoice->remote_id );
		$due      = $this->answers->due( DocumentKind::Invoice, $invoice->remote_id );
		$paid     = Decimal::zero();
		foreach ( $rows as $row ) {
			$kind = $row->key->effect->creates();
			if ( $row->id !== $invoice->id && $row->remote_id > 0 && in_array( $kind, self::KINDS, true ) ) {
				return false;
			}
			$paid = $row->key->effect === Effect::RecordPayment && $row->sent_at !== null && $row->remote_id > 0
				? $paid->plus( Decimal::from_string( $row->intent->excl_tax ) )
				: $paid;
		}
		return $document !== null
			&& $document->number !== ''
			&& $due !== null
			&& $document->amounts->incl_tax->minus( $due )->equals( $paid );
	}
}
