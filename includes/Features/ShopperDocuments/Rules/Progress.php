<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments\Rules;

defined( 'ABSPATH' ) || exit;

/** What became of an invoice while its buyer looks at the page of the order. */
enum Progress: string {
	case Here = 'here';
	/** It is being made. */
	case Near = 'near';
	/** A person or a later moment is waited for, or nothing will come. */
	case Over = 'over';
}
