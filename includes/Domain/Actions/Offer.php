<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Task;

/** An act that a person may do, or would look for. */
final class Offer {

	/**
	 * @param Task|null   $task      that it is about; null for a document of which there is no row yet.
	 * @param WhyNot|null $why_not   null: it may be done.
	 * @param bool        $is_needed of a document that is asked for: it does not come by itself, and its row does not
	 *                               ask anything first.
	 */
	public function __construct(
		public readonly RowAct $act,
		public readonly ?Task $task,
		public readonly ?WhyNot $why_not = null,
		public readonly bool $is_needed = true,
	) {}

	/** The amount that it is done for alone, as the person was shown it; empty where there is none. */
	public function amount(): string {
		return $this->task === null ? '' : $this->act->shown( $this->task );
	}

	/** Somebody did it by hand or wanted none: who wants it all the same says so. */
	public function is_all_the_same(): bool {
		return in_array( $this->act, [ RowAct::Retry, RowAct::MakeNow ], true )
			&& $this->task?->is_left_to_people() === true;
	}
}
