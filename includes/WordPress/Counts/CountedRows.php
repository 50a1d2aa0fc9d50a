<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Counts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskFilter;

/** How many tasks have the same effect, state and problem, in the table's words: a newer release may have others. */
final class CountedRows {

	/**
	 * @param string $effect  empty: of whichever.
	 * @param string $problem code; empty without.
	 */
	public function __construct(
		public readonly string $effect,
		public readonly string $state,
		public readonly string $problem,
		public readonly int $number,
	) {}

	/** Tasks that only look after an order stand in nobody's list. */
	public function is_listed(): bool {
		return $this->effect !== Effect::FollowOrder->value;
	}

	/** By its states, effects and problem; its orders and days are not looked at. */
	public function fits( TaskFilter $filter ): bool {
		return $this->is_listed()
			&& ( $filter->states === [] || in_array( $this->state, array_column( $filter->states, 'value' ), true ) )
			&& (
				$filter->effects === []
				|| $this->effect === ''
				|| in_array( $this->effect, array_column( $filter->effects, 'value' ), true )
			)
			&& in_array( $filter->problem, [ '', $this->problem ], true );
	}
}
