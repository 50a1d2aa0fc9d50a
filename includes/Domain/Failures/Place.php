<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/** Where a person mends a problem. */
enum Place: string {
	case Taxes        = 'taxes';
	case RateCategory = 'rate_category';
	case Payments     = 'payments';
	case Rules        = 'rules';
	case Customer     = 'customer';
	case Connection   = 'connection';
	/** Who bills an order that a marketplace splits. */
	case SplitSales = 'split_sales';
	/** The right to Sellsy's older interface, or no document that needs it. */
	case OldInterface = 'old_interface';
}
