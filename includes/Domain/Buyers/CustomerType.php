<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Buyers;

defined( 'ABSPATH' ) || exit;

/** Sellsy's two kinds of third party. Values are Sellsy's own type names. */
enum CustomerType: string {
	case Company    = 'company';
	case Individual = 'individual';
}
