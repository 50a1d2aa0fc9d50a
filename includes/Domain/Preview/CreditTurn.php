<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Preview;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\CreditNoteTasks;
use OrderInvoicer\Domain\Refunds\RefundToCredit;
use OrderInvoicer\Domain\Settings\Settings;

/** The place of a refund among those of its order. Each is credited after the one before, as in the real work. */
final class CreditTurn {

	/** @param list<Task> $rows of the order, newest revision last. */
	public function __construct(
		private readonly OrderSnapshot $order,
		private readonly array $rows,
		private readonly RefundToCredit $to_credit,
	) {}

	/**
	 * The order's invoice, or the row that is going to make it.
	 *
	 * @throws NeedsAttention
	 */
	public function invoice(): Task {
		$invoice = $this->newest( Effect::CreateInvoice, 0 );
		return $invoice !== null && ( $invoice->has_document() || $invoice->state !== TaskState::Skipped )
			? $invoice
			: throw NeedsAttention::because( ProblemCode::InvoiceMissing );
	}

	public function row( RefundSnapshot $refund ): ?Task {
		return $refund->id === 0 ? null : $this->newest( Effect::CreateCreditNote, $refund->id );
	}

	/** All that is left of the invoice was credited in one go. */
	public function is_all_credited( Task $invoice ): bool {
		return CreditNoteTasks::is_all_credited( $invoice->id, $this->rows );
	}

	public function has_by_hand( Task $invoice ): bool {
		return CreditNoteTasks::has_by_hand( $invoice->id, $this->rows );
	}

	/**
	 * Refunds that are credited on this invoice before this one, whether they are by now or not.
	 *
	 * @param list<RefundSnapshot> $refunds oldest first.
	 * @return list<RefundSnapshot>
	 */
	public function before( RefundSnapshot $refund, Task $invoice, array $refunds, Settings $settings ): array {
		$ids = array_column(
			[
				...$this->notes( $refund, $invoice, $refunds )->credited,
				...$this->waiting( $refund, $invoice, $refunds, $settings ),
			],
			'id'
		);
		return array_values(
			array_filter( $refunds, static fn ( RefundSnapshot $other ): bool => in_array( $other->id, $ids, true ) )
		);
	}

	/**
	 * Earlier refunds whose credit notes are still to come. Where credit notes are off, all are: they would come once
	 * switched on.
	 *
	 * @param list<RefundSnapshot> $refunds oldest first.
	 * @return list<RefundSnapshot>
	 */
	public function waiting( RefundSnapshot $refund, Task $invoice, array $refunds, Settings $settings ): array {
		$notes   = $this->notes( $refund, $invoice, $refunds );
		$settled = array_column( [ ...$notes->credited, ...$notes->absorbed ], 'id' );
		$waiting = [];
		foreach ( $refunds as $other ) {
			$is_earlier = $refund->id === 0 || $other->id < $refund->id;
			if (
				$is_earlier
				&& ! in_array( $other->id, $settled, true )
				&& $other->amount->is_positive()
				&& $this->is_to_come( $other, $settings )
			) {
				$waiting[] = $other;
			}
		}
		return $waiting;
	}

	private function is_to_come( RefundSnapshot $refund, Settings $settings ): bool {
		$row = $this->row( $refund );
		if ( $row === null || $row->outcome === Outcome::SwitchedOff ) {
			$left_out = $this->to_credit->left_out( $refund, $settings, $this->order );
			return $left_out?->is( ProblemCode::BeforeStartDate ) !== true;
		}
		return $row->state !== TaskState::Skipped;
	}

	/** @param list<RefundSnapshot> $refunds */
	private function notes( RefundSnapshot $refund, Task $invoice, array $refunds ): CreditNoteTasks {
		return CreditNoteTasks::invoice( $invoice->id, $this->rows, $refunds, $this->row( $refund )?->id );
	}

	private function newest( Effect $effect, int $refund_id ): ?Task {
		$rows = array_filter(
			$this->rows,
			static fn ( Task $task ): bool => $task->key->effect === $effect && $task->key->refund_id === $refund_id
		);
		return $rows === [] ? null : end( $rows );
	}
}
