<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

/** Changes a row as it is now: reads it, asks a rule and saves. Tries again where somebody else was faster. */
final class FreshTask {

	private const TIMES = 3;

	/**
	 * Opens a row that a person asks for, or changes the one there is.
	 *
	 * @param \Closure(Task): ?TaskChange $rule of TaskTransitions.
	 * @return int its id, also where it stays as it is.
	 */
	public static function ask(
		Ledger $ledger,
		TaskKey $key,
		\DateTimeImmutable $now,
		int $parent_id,
		\Closure $rule,
	): int {
		return $ledger->open( $key, $now, $parent_id, true )
			?? self::change( $ledger, $key, $rule )
			?? $ledger->find_by_key( $key )->id
			?? throw new \LogicException( 'A row that was opened is missing.' );
	}

	/**
	 * @param int|TaskKey                  $which its id or its key.
	 * @param \Closure(Task): ?TaskChange $rule  of TaskTransitions.
	 * @return int|null its id; null when it stays as it is.
	 */
	public static function change( Ledger $ledger, int|TaskKey $which, \Closure $rule ): ?int {
		for ( $time = 1; $time <= self::TIMES; $time++ ) {
			$row    = is_int( $which ) ? $ledger->find( $which ) : $ledger->find_by_key( $which );
			$change = $row === null ? null : $rule( $row );
			if ( $change === null ) {
				return null;
			}
			if ( $ledger->save( $change ) ) {
				return $change->seen->id;
			}
		}
		return null;
	}
}
