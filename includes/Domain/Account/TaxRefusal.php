<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

/** Why new documents may not use a tax of Sellsy. */
enum TaxRefusal: string {
	/** `is_active` is false. */
	case Inactive = 'inactive';
	/** `is_einvoicing_compliant` is false: the 0 % taxes of former times, say. */
	case NotCompliant = 'not_compliant';
	/** `is_ecotax`: it belongs to the eco-participation of a row. */
	case EcoTax = 'eco_tax';
}
