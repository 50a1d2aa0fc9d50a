<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Money;

defined( 'ABSPATH' ) || exit;

/** What becomes of the digits that are cut. "Up" is away from zero, "down" towards it, on both sides of zero. */
enum Rounding {
	case HalfUp;
	case HalfDown;
	case Down;
	case Up;
}
