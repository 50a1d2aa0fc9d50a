<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Preview;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Customers\CustomerKey;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundLine;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\DocumentRule;
use OrderInvoicer\Domain\Refunds\CreateCreditNote;
use OrderInvoicer\Domain\Refunds\Credit;
use OrderInvoicer\Domain\Refunds\CreditableBalance;
use OrderInvoicer\Domain\Refunds\CreditFor;
use OrderInvoicer\Domain\Refunds\RefundToCredit;
use OrderInvoicer\Domain\Settings\RefundSettings;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;

/**
 * What the credit note of a refund would say, by the same arithmetic that makes it. Creates nothing, here or at Sellsy.
 */
final class PreviewCreditNote {

	public function __construct(
		private readonly Orders $stored_orders,
		private readonly SettingsStore $settings,
		private readonly Ledger $ledger,
		private readonly Account $account,
		private readonly RefundToCredit $to_credit,
		private readonly CreditFor $credit,
		private readonly CreditableBalance $creditable_balance,
		private readonly TryDocument $try,
		private readonly LostDocumentFinder $lost_document_finder,
		private readonly Clock $clock,
	) {}

	/**
	 * A refund that is not entered yet.
	 *
	 * @param string           $typed amount, as a person typed it.
	 * @param list<TypedLine>  $lines empty for a lump sum.
	 * @return CreditPreview|null null when the order is gone.
	 * @throws Refused for an amount.
	 */
	public function of_amount( int $order_id, string $typed, array $lines = [] ): ?CreditPreview {
		$order   = $this->stored_orders->snapshot( $order_id );
		$refunds = $this->stored_orders->refunds( $order_id );
		if ( $order === null ) {
			return null;
		}
		$read   = new TypedAmount();
		$amount = $read->to_refund( $typed, $order, $refunds );
		$lines  = array_map( static fn ( TypedLine $line ): RefundLine => $line->read( $read, $order ), $lines );
		return $this->preview(
			$order,
			$refunds,
			new RefundSnapshot(
				id: 0,
				amount: $amount,
				lines: $lines,
				reason: '',
				created_at: $this->clock->now(),
				is_paid_back: false
			)
		);
	}

	/**
	 * A refund that is entered but has no credit note yet.
	 *
	 * @return CreditPreview|null null when the order has no such refund.
	 * @throws Refused where it has one.
	 */
	public function of_refund( int $order_id, int $refund_id ): ?CreditPreview {
		$order   = $this->stored_orders->snapshot( $order_id );
		$refunds = $this->stored_orders->refunds( $order_id );
		$refund  = array_column( $refunds, null, 'id' )[ $refund_id ] ?? null;
		return $order === null || $refund === null ? null : $this->preview( $order, $refunds, $refund );
	}

	/** @param list<RefundSnapshot> $refunds oldest first. */
	private function preview( OrderSnapshot $order, array $refunds, RefundSnapshot $refund ): CreditPreview {
		$turn = new CreditTurn( $order, $this->ledger->for_order( $order->id ), $this->to_credit );
		$row  = $turn->row( $refund );
		if ( $row !== null && ( $row->has_document() || $row->is_by_hand() ) ) {
			throw new Refused( Refused::HAS_CREDIT_NOTE );
		}
		try {
			return $this->foreseen( $order, $refunds, $refund, $turn );
		} catch ( NeedsAttention $stopped ) {
			return new CreditPreview( $order->currency, PreviewOutcome::Stops, problem: $stopped->problem );
		} catch ( RemoteFailure $failure ) {
			return new CreditPreview(
				$order->currency,
				PreviewOutcome::Stops,
				problem: $failure->problem()
			);
		}
	}

	/**
	 * @param list<RefundSnapshot> $refunds oldest first.
	 * @throws NeedsAttention
	 * @throws RemoteFailure
	 */
	private function foreseen(
		OrderSnapshot $order,
		array $refunds,
		RefundSnapshot $refund,
		CreditTurn $turn,
	): CreditPreview {
		$settings = $this->settings->get();
		$invoice  = $turn->invoice();
		$this->check( $turn, $invoice, $turn->row( $refund ) );
		$note = $this->creditable_balance->credit_note_for( $refund, $invoice, $order );
		if ( $note !== null ) {
			throw new NeedsAttention( CreateCreditNote::has_already( $note ) );
		}
		if ( $turn->has_by_hand( $invoice ) ) {
			throw NeedsAttention::because( ProblemCode::CreditedByHand );
		}
		$credit = $this->credit->after(
			$turn->before( $refund, $invoice, $refunds, $settings ),
			$invoice,
			$order,
			$refund,
			$settings
		);
		$held   = $this->held( $turn, $invoice, $refunds, $refund, $settings, $order );
		if ( $this->lowers( $invoice, $held, $settings ) ) {
			return new CreditPreview( $order->currency, PreviewOutcome::LowersDraft, left: $credit->left );
		}
		return $this->shown(
			$credit,
			$invoice,
			$settings->under( DocumentKind::Invoice, $invoice->rule_id )->under(
				DocumentKind::CreditNote,
				DocumentRule::id( DocumentKind::CreditNote, $turn->row( $refund ), $order, $settings )
			),
			$held
		);
	}

	/** @throws NeedsAttention */
	private function check( CreditTurn $turn, Task $invoice, ?Task $task ): void {
		if ( ! $this->account->is_configured() ) {
			throw NeedsAttention::because( ProblemCode::NotConnected );
		}
		if ( $turn->is_all_credited( $invoice ) ) {
			throw NeedsAttention::because( ProblemCode::AlreadyCredited );
		}
		if ( $task?->problem !== null && $task->rests( Outcome::Absorbed ) ) {
			throw new NeedsAttention( $task->problem );
		}
	}

	/**
	 * What keeps it from being made now. The ledger's word on whether the invoice is final: it is at most minutes old.
	 *
	 * @param list<RefundSnapshot> $refunds oldest first.
	 */
	private function held(
		CreditTurn $turn,
		Task $invoice,
		array $refunds,
		RefundSnapshot $refund,
		Settings $settings,
		OrderSnapshot $order,
	): ?Problem {
		$is_asked = $turn->row( $refund )->asked ?? false;
		$left_out = $is_asked ? null : $this->to_credit->left_out( $refund, $settings, $order );
		return match ( true ) {
			$left_out !== null             => $left_out,
			$invoice->remote_number === '' => new Problem( ProblemCode::WaitsForInvoice ),
			$turn->waiting( $refund, $invoice, $refunds, $settings ) !== [] =>
				new Problem( ProblemCode::WaitsForDocument, [ 'for' => 'refund' ] ),
			default                        => null,
		};
	}

	private function lowers( Task $invoice, ?Problem $held, Settings $settings ): bool {
		return $invoice->has_document()
			&& $held?->is( ProblemCode::WaitsForInvoice ) === true
			&& $settings->refunds->of_draft === RefundSettings::UPDATE;
	}

	/**
	 * @throws NeedsAttention
	 * @throws RemoteFailure
	 */
	private function shown( Credit $credit, Task $invoice, Settings $settings, ?Problem $held ): CreditPreview {
		[ $totals, $sellsy_agrees ] = $this->credit_totals( $credit, $invoice, $settings );
		return new CreditPreview(
			currency: $credit->order->currency,
			outcome: $held === null ? PreviewOutcome::Made : PreviewOutcome::Held,
			totals: $totals,
			left: $credit->left,
			sellsy_agrees: $sellsy_agrees,
			problem: $held
		);
	}

	/**
	 * As the real work would build it, for the invoice's customer, and Sellsy's word on it.
	 *
	 * @param Task $invoice the row that makes the invoice.
	 * @return array{DryTotals, bool} and whether Sellsy agrees; it is asked only where the invoice's customer is known.
	 * @throws NeedsAttention
	 * @throws RemoteFailure
	 */
	private function credit_totals( Credit $credit, Task $invoice, Settings $settings ): array {
		$customer = $this->lost_document_finder->sent_for( $invoice );
		$nobody   = new CustomerRef( CustomerKey::for_buyer( $credit->order->buyer, $credit->order->id )->type(), 0 );
		$draft    = $this->try->draft(
			DocumentKind::CreditNote,
			$credit->order,
			$settings,
			$customer ?? $nobody,
			$credit->known_rest
		);
		$checked  = $customer === null ? null : $this->try->agreed( $draft );
		return [ $this->try->totals( $checked ?? $draft, $settings ), $checked !== null ];
	}
}
