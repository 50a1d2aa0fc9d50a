<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\System;

defined( 'ABSPATH' ) || exit;

/** How long something that takes days still takes, if it goes on as it did. */
final class Pace {

	private const DAY = 86_400;

	/**
	 * @param int $seconds in which so much was done.
	 * @return int|null to the nearest one; null before its pace is known.
	 */
	public static function days_left( int $seconds, int $done, int $left ): ?int {
		return $seconds < 1 || $done < 1
			? null
			: intdiv( intdiv( $seconds * $left, $done ) + intdiv( self::DAY, 2 ), self::DAY );
	}
}
