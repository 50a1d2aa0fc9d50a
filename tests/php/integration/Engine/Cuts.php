<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

/**
 * Where a runner dies: at each place in the whole walk (`ORDERINVOICER_WALK=whole`), else at the first, the fifth, the
 * 13th and the 29th.
 */
final class Cuts {

	/** @param int $at the place of the cut before; 0 to begin. */
	public static function after( int $at ): int {
		return $at === 0 || self::are_all() ? $at + 1 : 2 * $at + 3;
	}

	public static function are_all(): bool {
		return getenv( 'ORDERINVOICER_WALK' ) === 'whole';
	}
}
