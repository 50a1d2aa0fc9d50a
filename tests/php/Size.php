<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests;

/** How many made-up cases a test tries: some each day, all where a walk is whole (`ORDERINVOICER_WALK=whole`). */
final class Size {

	public static function of( int $daily, int $whole ): int {
		return getenv( 'ORDERINVOICER_WALK' ) === 'whole' ? $whole : $daily;
	}
}
