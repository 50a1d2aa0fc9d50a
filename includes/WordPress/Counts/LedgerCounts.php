<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Counts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\TaskTable;

/**
 * The ledger in numbers, for screens. Rows that wait or need a person are few, and counted as they stand. In a large
 * ledger the counts of rows that are done or left out are those of the last hour.
 */
final class LedgerCounts {

	/** Answered from the index `cause`. */
	private const UNFINISHED = "state IN ( 'queued', 'working', 'attention' )";

	private const FINISHED = [ TaskState::Done, TaskState::Skipped ];

	/** @var list<CountedRows>|null */
	private ?array $held = null;

	public function __construct(
		private readonly HourlyCount $hourly,
		private readonly TaskTable $tasks,
	) {}

	/**
	 * The same, of one look at the ledger for all that is asked of it.
	 *
	 * @throws DatabaseRefused
	 */
	public function held(): self {
		$held       = clone $this;
		$held->held = $this->rows();
		return $held;
	}

	/**
	 * @return array<value-of<TaskState>, int> all of them; tasks that only look after an order are nobody's.
	 * @throws DatabaseRefused
	 */
	public function by_state(): array {
		$counts = array_fill_keys( array_column( TaskState::cases(), 'value' ), 0 );
		foreach ( $this->held ?? $this->few_or_kept( $this->hourly->by_state( ... ) ) as $rows ) {
			$state = TaskState::tryFrom( $rows->state );
			if ( $rows->is_listed() && $state !== null ) {
				$counts[ $state->value ] += $rows->number;
			}
		}
		return $counts;
	}

	/**
	 * @return array<string, int> by `effect state`.
	 * @throws DatabaseRefused
	 */
	public function by_effect(): array {
		$counts = $this->summed(
			$this->rows(),
			static fn ( CountedRows $rows ): string => "$rows->effect $rows->state"
		);
		ksort( $counts );
		return $counts;
	}

	/**
	 * @return array<string, int> by `code state`: why tasks wait, stopped or were left out; most first.
	 * @throws DatabaseRefused
	 */
	public function by_problem(): array {
		$with_one = array_filter(
			$this->rows(),
			static fn ( CountedRows $rows ): bool => $rows->problem !== '' && $rows->state !== TaskState::Done->value
		);
		$counts   = $this->summed(
			$with_one,
			static fn ( CountedRows $rows ): string => "$rows->problem $rows->state"
		);
		arsort( $counts );
		return $counts;
	}

	/**
	 * How many a list has. Without a state, those that were opened since the last count are among them, so that no page
	 * of the list is missing.
	 *
	 * @throws DatabaseRefused
	 */
	public function count( TaskFilter $filter ): int {
		$counted   = $this->hourly->read();
		$is_narrow = [ ...$filter->order_ids, ...$filter->ids ] !== []
			|| $filter->from !== null || $filter->until !== null;
		$is_few    = $filter->states !== []
			&& array_intersect(
				array_column( $filter->states, 'value' ),
				array_column( self::FINISHED, 'value' )
			) === [];
		if ( $counted === null || $is_narrow || $is_few ) {
			return $this->tasks->count( $filter );
		}
		return $filter->states === [] && $filter->problem === ''
			? $this->fitting( $counted->rows(), $filter ) + $this->tasks->count( $filter, $counted->last_id )
			: $this->fitting( $this->rows(), $filter );
	}

	/** @return list<CountedRows> */
	private function rows(): array {
		return $this->held ?? $this->few_or_kept( $this->hourly->count( ... ) );
	}

	/**
	 * @param \Closure(literal-string): list<CountedRows> $count
	 * @return list<CountedRows>
	 */
	private function few_or_kept( \Closure $count ): array {
		$counted = $this->hourly->read();
		return $counted === null
			? $count( '1 = 1' )
			: [ ...$this->finished( $counted ), ...$count( self::UNFINISHED ) ];
	}

	/** @return list<CountedRows> */
	private function finished( Counted $counted ): array {
		$states = array_column( self::FINISHED, 'value' );
		return array_values(
			array_filter(
				$counted->rows(),
				static fn ( CountedRows $rows ): bool => in_array( $rows->state, $states, true )
			)
		);
	}

	/** @param list<CountedRows> $all */
	private function fitting( array $all, TaskFilter $filter ): int {
		return array_sum(
			array_map( static fn ( CountedRows $rows ): int => $rows->fits( $filter ) ? $rows->number : 0, $all )
		);
	}

	/**
	 * @param array<CountedRows>            $all
	 * @param \Closure(CountedRows): string $name
	 * @return array<string, int>
	 */
	private function summed( array $all, \Closure $name ): array {
		$counts = [];
		foreach ( $all as $rows ) {
			$counts[ $name( $rows ) ] = ( $counts[ $name( $rows ) ] ?? 0 ) + $rows->number;
		}
		return $counts;
	}
}
