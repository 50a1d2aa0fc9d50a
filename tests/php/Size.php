<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests;

/** How many cases a test tries: some each day, all where a walk is whole (`ORDERINVOICER_WALK=whole`). */
final class Size {

	public static function of( int $daily, int $whole ): int {
		return getenv( 'ORDERINVOICER_WALK' ) === 'whole' ? $whole : $daily;
	}

	/**
	 * Each day another third of them: within three days each has its turn.
	 *
	 * @template T
	 * @param iterable<string, T> $cases
	 * @return iterable<string, T>
	 */
	public static function third( iterable $cases ): iterable {
		$number = 0;
		foreach ( $cases as $name => $case ) {
			if ( $number % 3 === self::of( intdiv( time(), 86_400 ) % 3, $number % 3 ) ) {
				yield $name => $case;
			}
			$number++;
		}
	}
}
