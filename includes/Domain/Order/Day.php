<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

/** A day as it is written everywhere here: `Y-m-d`. */
final class Day {

	/** Whether the calendar has it: PHP itself would read 2026-02-30 as the second of March. */
	public static function exists( string $day ): bool {
		return preg_match( '/^(\d{4})-(\d{2})-(\d{2})$/D', $day, $parts ) === 1
			&& checkdate( (int) $parts[2], (int) $parts[3], (int) $parts[1] );
	}
}
