<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/** What becomes of a row that has a problem. */
enum Ending: string {
	case LeftOut = 'left_out';
	/** It goes on by itself. */
	case Waits = 'waits';
	/** Only said; it stops nothing. */
	case Remark = 'remark';
	case Person = 'person';
}
