<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Preview;

defined( 'ABSPATH' ) || exit;

/** What is wrong with an amount that a person typed. */
enum AmountFault: string {
	case NotANumber      = 'not_a_number';
	case NotPositive     = 'not_positive';
	case TooManyDecimals = 'too_many_decimals';
	case MoreThanLeft    = 'more_than_left';
}
