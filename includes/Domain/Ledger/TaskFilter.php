<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\ProblemCode;

/** Which rows of the ledger are listed. An empty filter leaves nothing out. */
final class TaskFilter {

	private const AT_ONCE = 100;

	/**
	 * @param list<TaskState>         $states
	 * @param list<Effect>            $effects
	 * @param list<int>               $order_ids
	 * @param \DateTimeImmutable|null $from      changed at or after.
	 * @param \DateTimeImmutable|null $until     changed before.
	 * @param string                  $problem   a ProblemCode; one that nothing has finds nothing.
	 * @param list<ProblemCode>       $problems  one of these.
	 * @param int                     $below     with a lower id; 0: whatever it is.
	 * @param list<int>               $ids       the rows themselves.
	 */
	public function __construct(
		public readonly array $states = [],
		public readonly array $effects = [],
		public readonly array $order_ids = [],
		public readonly ?\DateTimeImmutable $from = null,
		public readonly ?\DateTimeImmutable $until = null,
		public readonly string $problem = '',
		public readonly array $problems = [],
		public readonly int $below = 0,
		public readonly array $ids = [],
	) {}

	/**
	 * All rows that fit, the newest first, from row to row: whatever becomes of those that were read, none is missed or
	 * read twice, and a list of days does not end after those that changed last.
	 *
	 * @param \Closure( self, int, int ): list<Task> $page of the ledger.
	 * @return iterable<non-empty-list<Task>>
	 */
	public function pages( \Closure $page ): iterable {
		$last = PHP_INT_MAX;
		do {
			$rows = $page( $this->older_than( $last ), self::AT_ONCE, 0 );
			if ( $rows === [] ) {
				return;
			}
			$last = $rows[ count( $rows ) - 1 ]->id;
			yield $rows;
		} while ( isset( $rows[ self::AT_ONCE - 1 ] ) );
	}

	/** The same, of the rows that follow this one in a list, newest first: that costs the same wherever it is. */
	public function older_than( int $id ): self {
		return $this->with( [ 'below' => $id ] );
	}

	/**
	 * The same, of what is listed with one of these problems.
	 *
	 * @param list<ProblemCode> $codes
	 */
	public function with_one_of( array $codes ): self {
		$are_listed = static fn ( ProblemCode $code ): bool => in_array( $code, $codes, true );
		$listed     = $this->problems === [] ? $codes : array_values( array_filter( $this->problems, $are_listed ) );
		return $this->with( [ 'problems' => $listed ] );
	}

	/** The same, of one state only. */
	public function in( TaskState $state ): self {
		return $this->of( [ $state ], $this->effects );
	}

	/**
	 * @param list<TaskState> $states
	 * @param list<Effect>    $effects
	 */
	public function of( array $states, array $effects ): self {
		return $this->with(
			[
				'states'  => $states,
				'effects' => $effects,
			]
		);
	}

	/** @param array<string, mixed> $own */
	private function with( array $own ): self {
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}
}
