<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\System\Clock;

/** An invoice that replaces another waits until that one is credited in full, for good. */
final class CreditBefore {

	private const WAIT = 60;

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Clock $clock,
	) {}

	/** @throws RetryLater */
	public function check( Task $task ): void {
		if ( $task->key->effect !== Effect::CreateInvoice || $task->key->revision === 0 || $task->parent_id > 0 ) {
			return; // Its parent is the invoice in whose place it comes, because that one was cancelled.
		}
		$before = $task->key->revision - 1;
		$credit = $this->ledger->find_by_key(
			new TaskKey(
				order_id: $task->key->order_id,
				effect: Effect::CreateCreditNote,
				refund_id: 0,
				part: '',
				revision: $before
			)
		);
		$link   = $this->ledger->find_by_key(
			new TaskKey(
				order_id: $task->key->order_id,
				effect: Effect::LinkCreditNote,
				refund_id: 0,
				part: '',
				revision: $before
			)
		);
		if ( $this->has_nothing_left( $credit ) || $link?->is_settled() === true ) {
			return;
		}
		if ( $credit === null ) {
			$this->ask( $task->key->order_id, $before );
		}
		throw new RetryLater(
			new Problem( ProblemCode::WaitsForParent, [ 'kind' => DocumentKind::CreditNote->value ] ),
			self::WAIT
		);
	}

	private function has_nothing_left( ?Task $credit ): bool {
		return $credit?->rests( Outcome::ByHand, Outcome::AllCredited, Outcome::Covered ) === true;
	}

	/** Who asked for both was cut off between the two. */
	private function ask( int $order_id, int $revision ): void {
		$replaced = $this->ledger->find_by_key(
			new TaskKey(
				order_id: $order_id,
				effect: Effect::CreateInvoice,
				refund_id: 0,
				part: '',
				revision: $revision
			)
		);
		$this->ledger->open(
			new TaskKey(
				order_id: $order_id,
				effect: Effect::CreateCreditNote,
				refund_id: 0,
				part: '',
				revision: $revision
			),
			$this->clock->now(),
			$replaced->id ?? 0,
			true
		);
	}
}
