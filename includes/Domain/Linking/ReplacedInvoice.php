<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Linking;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\LossTransitions;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Watching\CarryOver;

/** An invoice that was cancelled, where a person links another in its place: it stays known, with its number. */
final class ReplacedInvoice {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly CarryOver $carry,
		private readonly Clock $clock,
	) {}

	/**
	 * What was paid and credited goes over. May be done twice.
	 *
	 * @param Task $row that is to have the other one.
	 */
	public function by( Task $row ): void {
		$old = $row->key->effect === Effect::CreateInvoice ? $this->ledger->find( $row->parent_id ) : null;
		if ( $old?->key->effect !== Effect::CreateInvoice || ! $old->has_cancelled_document() ) {
			return;
		}
		$this->carry->over( $old, $row );
		$replaced = fn ( Task $one ): ?TaskChange => $one->is_replaced()
			? null
			: LossTransitions::replaced( $one, self::problem( $one ), $this->clock->now() );
		FreshTask::change( $this->ledger, $old->id, $replaced );
	}

	private static function problem( Task $old ): Problem {
		return OutcomeProblem::problem( Outcome::Replaced, $old->problem->facts ?? [] );
	}
}
