<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TaxDoctor\Rules;

defined( 'ABSPATH' ) || exit;

enum Severity: string {
	/** Orders stop because of it. */
	case Error = 'error';
	/** Documents are made, but may be booked wrongly. */
	case Warning = 'warning';
	case Info    = 'info';
}
